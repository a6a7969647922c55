using System.Net.Http.Json;
using System.Text.Json;
using Projects.Tests;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>A full closing 销号 by five people over the wire, and each short cut refused with its reason, over gRPC and JSON alike.</summary>
public sealed class ClosingTests
{
    private const string Number = "E2E-CLOSING";
    private const string Name = SampleServer.Project + "/issues/" + Number;

    [Fact]
    public async Task An_issue_is_closed_by_five_people_and_by_no_fewer()
    {
        var data = Path.Combine(Path.GetTempPath(), $"projects-closing-{Guid.NewGuid():N}");
        try
        {
            await using (var server = await RunningServer.StartAsync(data))
            {
                await ToNoticeAsync(server);
                await server.StopAsync();
            }
            await PassAsync(data, TimeSpan.FromDays(12));
            await using (var later = await RunningServer.StartAsync(data))
                await FromNoticeAsync(later);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task ToNoticeAsync(RunningServer server)
    {
        var office = await As(server, "ledger-a");
        var handler = await As(server, "planning-handler");
        var head = await As(server, "planning-head");
        var verifier = await As(server, "verifier-a");
        var director = await As(server, "ledger-director");

        await DraftAsync(office, Number);
        await RefusedAsync(server, "FORBIDDEN", "planning-handler", "register", () => handler.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = Name }).ResponseAsync);
        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = Name });
        await RefusedAsync(server, "WRONG_STATE", "planning-head", "requestClosure",
            () => head.RequestClosureAsync(new V1.RequestClosureRequest { Name = Name, Statement = "已完成" }).ResponseAsync, new { statement = "已完成" });
        await head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = Name });

        await RefusedAsync(server, "CRITERIA_OPEN", "planning-head", "requestClosure",
            () => head.RequestClosureAsync(new V1.RequestClosureRequest { Name = Name, Statement = "已完成" }).ResponseAsync, new { statement = "已完成" });
        await handler.CompleteMeasureAsync(new V1.CompleteMeasureRequest { Name = Name, Measure = 1 });
        await RefusedAsync(server, "NO_EVIDENCE", "planning-head", "requestClosure",
            () => head.RequestClosureAsync(new V1.RequestClosureRequest { Name = Name, Statement = "已完成" }).ResponseAsync, new { statement = "已完成" });

        var missing = $"parks/panzhihua/evidence/{new string('0', 64)}";
        Assert.Equal("NOT_FOUND", await RefusalOf(() => handler.AddEvidenceAsync(new V1.AddEvidenceRequest { Name = Name, Evidence = missing, Criteria = { 1 } }).ResponseAsync));
        var file = await UploadAsync(new(await server.GrpcAsAsync("panzhihua.planning-handler")), Pdf());
        await handler.AddEvidenceAsync(new V1.AddEvidenceRequest { Name = Name, Evidence = file.Name, FileName = "现场.pdf", Criteria = { 1 } });
        await head.SelfCheckIssueAsync(new V1.SelfCheckIssueRequest { Name = Name, Statement = "自查合格" });
        await head.RequestClosureAsync(new V1.RequestClosureRequest { Name = Name, Statement = "已完成" });

        await RefusedAsync(server, "WRONG_STATE", "ledger-director", "approveClosure", () => director.ApproveClosureAsync(new V1.ApproveClosureRequest { Name = Name }).ResponseAsync);
        await office.StartVerificationAsync(new V1.StartVerificationRequest { Name = Name, Verifiers = { "parks/panzhihua/people/verifier-a" } });
        var pass = new V1.RecordVerificationRequest { Name = Name, Opinion = "属实", Judgements = { new V1.Judgement { Criterion = 1, Met = true } } };
        Assert.Equal("FORBIDDEN", await RefusalOf(() => head.RecordVerificationAsync(pass).ResponseAsync));
        await verifier.RecordVerificationAsync(pass);
        await RefusedAsync(server, "FORBIDDEN", "verifier-a", "approveClosure", () => verifier.ApproveClosureAsync(new V1.ApproveClosureRequest { Name = Name }).ResponseAsync);
        await RefusedAsync(server, "SEPARATION_OF_DUTIES", "deputy-a", "approveClosure", null);
        var approved = await director.ApproveClosureAsync(new V1.ApproveClosureRequest { Name = Name, Opinion = "同意" });
        Assert.Equal(V1.IssueState.OnNotice, approved.State);
        await RefusedAsync(server, "NOTICE_RUNNING", "ledger-a", "endNotice", () => office.EndNoticeAsync(new V1.EndNoticeRequest { Name = Name }).ResponseAsync);
    }

    private static async Task FromNoticeAsync(RunningServer server)
    {
        var office = await As(server, "ledger-a");
        var closed = await office.EndNoticeAsync(new V1.EndNoticeRequest { Name = Name });
        Assert.Equal(V1.IssueState.Closed, closed.State);
        Assert.NotNull(closed.ClosedDate);
        var request = Assert.Single(Assert.Single(closed.Rounds).Requests);
        string[] people = [request.By.Person, request.Verifications[0].By.Person, request.Approval.By.Person, closed.Rounds[0].Evidence[0].By.Person, "parks/panzhihua/people/ledger-a"];
        Assert.Equal(5, people.Distinct().Count());

        var filed = await office.FileClosureAsync(new V1.FileClosureRequest { Name = Name, FilingNumber = "攀高新备〔2024〕1号" });
        Assert.Equal((V1.IssueState.Filed, "攀高新备〔2024〕1号"), (filed.State, filed.FilingNumber));
    }

    /// <summary>The same order is refused for the same reason over gRPC and over JSON.</summary>
    private static async Task RefusedAsync(RunningServer server, string reason, string person, string verb, Func<Task>? grpc, object? body = null)
    {
        if (grpc is not null)
            Assert.Equal(reason, await RefusalOf(grpc));
        using var http = await server.HttpAsAsync($"panzhihua.{person}");
        using var response = await http.PostAsJsonAsync($"/v1/{Name}:{verb}", body ?? new { });
        var status = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(reason, status.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    private static async Task<V1.IssueService.IssueServiceClient> As(RunningServer server, string person) => new(await server.GrpcAsAsync($"panzhihua.{person}"));

    /// <summary>Lets days pass in the sample's own time, while its server stands still.</summary>
    private static async Task PassAsync(string data, TimeSpan days)
    {
        var file = Path.Combine(data, "sample-clock.json");
        var offset = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("offsetSeconds").GetInt64();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { offsetSeconds = offset + (long)days.TotalSeconds }));
    }
}
