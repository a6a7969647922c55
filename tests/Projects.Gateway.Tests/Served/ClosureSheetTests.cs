using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

[Collection(OnSampleServer.Name)]
public sealed class ClosureSheetTests(SampleServer sample)
{
    private const string Closed = SampleServer.Project + "/issues/LFP-2023-02";

    [Fact]
    public async Task A_closed_issue_has_its_sheet_in_the_callers_language_over_gRPC_and_JSON()
    {
        var chinese = await (await sample.IssuesAsync("auditor-a")).GetClosureSheetAsync(new V1.GetClosureSheetRequest { Name = Closed });
        Assert.Equal("LFP-2023-02销号单.docx", chinese.FileName);
        Assert.Contains("问题整改销号单", Words(chinese.Content.ToByteArray()), StringComparison.Ordinal);
        var english = await (await sample.IssuesAsync("auditor-a", "en")).GetClosureSheetAsync(new V1.GetClosureSheetRequest { Name = Closed });
        Assert.Contains("Closure of an issue", Words(english.Content.ToByteArray()), StringComparison.Ordinal);

        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        var json = await http.GetFromJsonAsync<JsonElement>($"/v1/{Closed}:closureSheet");
        Assert.Equal(chinese.Content.ToByteArray(), json.GetProperty("content").GetBytesFromBase64());
    }

    [Fact]
    public async Task A_draft_has_none_and_a_stranger_finds_none()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var draft = await DraftAsync(office, "E2E-SHEET");
        Assert.Equal("WRONG_STATE", await RefusalOf(() => office.GetClosureSheetAsync(new V1.GetClosureSheetRequest { Name = draft.Name }).ResponseAsync));
        var stranger = new V1.IssueService.IssueServiceClient(await sample.Server.GrpcAsAsync("bengbu.system-admin"));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => stranger.GetClosureSheetAsync(new V1.GetClosureSheetRequest { Name = Closed }).ResponseAsync));
    }

    private static string Words(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        using var part = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return part.ReadToEnd();
    }
}
