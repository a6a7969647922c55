using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

[Collection(OnSampleServer.Name)]
public sealed class EvidenceTests(SampleServer sample)
{
    [Fact]
    public async Task A_file_goes_up_by_one_way_and_comes_down_the_same_by_both()
    {
        var client = await sample.EvidenceAsync("planning-handler");
        byte[] content = [.. Pdf(), .. new byte[300_000]];
        var up = await UploadAsync(client, content, "C:\\照片\\现场 1.pdf");
        Assert.Equal(("现场 1.pdf", content.Length, "application/pdf"), (up.FileName, up.SizeBytes, up.MediaType));

        var chunks = new MemoryStream();
        using (var down = client.DownloadEvidence(new V1.DownloadEvidenceRequest { Name = up.Name }))
            while (await down.ResponseStream.MoveNext(CancellationToken.None))
                down.ResponseStream.Current.Chunk.WriteTo(chunks);
        Assert.Equal(content, chunks.ToArray());

        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        using var response = await http.GetAsync($"/v1/{up.Name}:download?name=现场.pdf");
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场.pdf", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store, private", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_file_goes_up_over_http_past_the_limit_of_other_bodies()
    {
        using var http = await sample.Server.HttpAsAsync("panzhihua.planning-handler");
        byte[] content = [.. Pdf(), .. new byte[3 << 20]];
        using var response = await http.PostAsync("/v1/parks/panzhihua/evidence?name=大图.pdf", new ByteArrayContent(content));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(content.Length.ToString(), answer.GetProperty("sizeBytes").GetString());
        Assert.Equal("大图.pdf", answer.GetProperty("fileName").GetString());
    }

    [Fact]
    public async Task What_is_no_evidence_is_refused_over_both()
    {
        var client = await sample.EvidenceAsync("planning-handler");
        Assert.Equal("INVALID", await RefusalOf(() => UploadAsync(client, "<script>"u8.ToArray())));
        Assert.Equal("INVALID", await RefusalOf(() => UploadAsync(client, [])));
        using var http = await sample.Server.HttpAsAsync("panzhihua.planning-handler");
        using var response = await http.PostAsync("/v1/parks/panzhihua/evidence?name=a.pdf", new ByteArrayContent("MZ"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("INVALID", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Auditors_bring_nothing_and_strangers_find_nothing()
    {
        Assert.Equal("FORBIDDEN", await RefusalOf(async () => await UploadAsync(await sample.EvidenceAsync("auditor-a"), Pdf())));
        var up = await UploadAsync(await sample.EvidenceAsync("planning-handler"), Pdf());
        using var stranger = await sample.Server.HttpAsAsync("bengbu.system-admin");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/v1/{up.Name}:download")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/v1/{up.Name}")).StatusCode);
        using var nobody = new HttpClient { BaseAddress = sample.Server.Http };
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/v1/{up.Name}:download")).StatusCode);
    }
}
