using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>Whatever is sent, the answer is a google.rpc.Status with a reason, in the caller's language, and never a failure of the server.</summary>
[Collection(OnSampleServer.Name)]
public sealed class WholeErrorTests(SampleServer sample)
{
    private const string Issue = $"/v1/{SampleServer.Project}/issues/LFP-2023-01";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"etag":[]}""")]
    [InlineData("""{"reason":"\ud800"}""")]
    public async Task A_body_that_is_no_request_is_invalid(string body)
    {
        using var answer = await PostAsync(":void", new StringContent(body, Encoding.UTF8, "application/json"));
        await InvalidAsync(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/xml", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=gbk", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=no-such", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_of_another_type_is_invalid(string type, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await PostAsync(":void", content);
        await InvalidAsync(answer, expected);
    }

    [Theory]
    [InlineData("pageSize=99999999999")]
    [InlineData("pageSize=abc")]
    [InlineData("pageSize=5&pageSize=6")]
    [InlineData("pageSize=-1")]
    [InlineData("pageToken=AAAAAAAAAAAAAAAA")]
    public async Task A_query_that_cannot_be_read_is_invalid(string query)
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.officer-a");
        foreach (var list in new[] { "people", "tokens", "issues" })
        {
            using var answer = await client.GetAsync($"/v1/parks/panzhihua/{list}?{query}");
            await InvalidAsync(answer, HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("/v1/parks/panzhihua/issues?filter.stats=1", "filter.stats")]
    [InlineData("/v1/parks/panzhihua/issues?nonsense=1&pageSize=5", "nonsense")]
    [InlineData("/v1/parks/panzhihua/issues?filter.unit.name=x", "filter.unit.name")]
    [InlineData("/v1/parks/panzhihua/issues?filter.unit=parks/panzhihua/units/planning&page_size=5", null)]
    public async Task A_query_parameter_the_contract_does_not_have_is_named(string address, string? unknown)
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.officer-a");
        using var answer = await client.GetAsync(address);

        if (unknown is null)
            Assert.DoesNotContain("接口没有这个字段", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        else
            Assert.Equal((HttpStatusCode.BadRequest, "INVALID", unknown), (answer.StatusCode, (await SaidAsync(answer)).Reason, Assert.Single(await FieldsOfAsync(answer))));
    }

    [Theory]
    [InlineData("""{"progres":"已完成"}""", "progres")]
    [InlineData("""{"progress":"已完成","effectiveDate":{"year":2024,"mouth":1,"day":11}}""", "effectiveDate.mouth")]
    public async Task A_field_the_contract_does_not_have_is_named_and_nothing_is_done(string body, string unknown)
    {
        using var answer = await PostAsync(":reportProgress", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID", unknown), (answer.StatusCode, (await SaidAsync(answer)).Reason, Assert.Single(await FieldsOfAsync(answer))));
    }

    [Fact]
    public async Task An_address_or_a_method_that_is_none_says_so()
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.officer-a", "en");
        using var nowhere = await client.GetAsync("/v1/nowhere");
        using var method = await client.PutAsync(Issue, null);

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (nowhere.StatusCode, (await SaidAsync(nowhere)).Reason));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "INVALID"), (method.StatusCode, (await SaidAsync(method)).Reason));
        Assert.All((await SaidAsync(nowhere)).Words, c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public async Task A_text_that_turns_the_direction_of_writing_or_shows_nothing_is_invalid()
    {
        var office = await sample.IssuesAsync("ledger-a");
        foreach (var text in new[] { "附件\u202Efdp.exe", "\u2067绕过\u2069", "\u200B", "\uFEFF " })
        {
            var request = new V1.CreateIssueRequest { Parent = SampleServer.Project, Issue = new V1.Issue { List = SampleServer.List, Particulars = Particulars(text) } };
            Assert.Equal("INVALID", await RefusalOf(() => office.CreateIssueAsync(request).ResponseAsync));
        }
    }

    [Fact]
    public async Task A_token_of_an_impossible_lifetime_or_an_unknown_scope_is_not_made()
    {
        var tokens = new V1.TokenService.TokenServiceClient(await sample.Server.GrpcAsAsync("panzhihua.officer-a"));

        Assert.Equal("INVALID", await RefusalOf(() => MakeAsync(new V1.Token { DisplayName = "周报", LifetimeDays = int.MaxValue })));
        Assert.Equal("INVALID", await RefusalOf(() => MakeAsync(new V1.Token { DisplayName = "周报", Scope = (V1.TokenScope)99 })));
        Assert.Equal("INVALID", await RefusalOf(() => MakeAsync(new V1.Token { DisplayName = "周\u0007报" })));
        var made = await MakeAsync(new V1.Token { DisplayName = "周报" });
        Assert.NotEmpty(made.Secret);

        async Task<V1.Token> MakeAsync(V1.Token token) => await tokens.CreateTokenAsync(new V1.CreateTokenRequest { Parent = "parks/panzhihua", Token = token });
    }

    [Fact]
    public async Task A_file_is_never_named_otherwise_than_its_content()
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.planning-handler");
        using var kept = await client.PostAsync("/v1/parks/panzhihua/evidence?name=" + Uri.EscapeDataString("表\u202Efdp.exe"), new ByteArrayContent(Pdf()));
        var evidence = JsonDocument.Parse(await kept.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("表fdp.exe.pdf", evidence.GetProperty("fileName").GetString());
        using var fetched = await client.GetAsync($"/v1/{evidence.GetProperty("name").GetString()}:download?name=x.html");
        Assert.Equal("x.html.pdf", fetched.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task A_file_too_large_is_refused_with_a_reason_also_when_its_length_is_not_said()
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.planning-handler");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/parks/panzhihua/evidence?name=a.pdf")
        {
            Content = new ByteArrayContent([.. Pdf(), .. new byte[50 << 20]]),
            Headers = { TransferEncodingChunked = true },
        };
        using var answer = await client.SendAsync(request);
        await InvalidAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_request_id_used_for_other_words_is_a_conflict()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var head = await sample.IssuesAsync("planning-head");
        var drafted = await DraftAsync(office, "E2E-REUSED");
        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = drafted.Name });
        await head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = drafted.Name });
        var said = new V1.ReportProgressRequest { Name = drafted.Name, Progress = "已放线", RequestId = Guid.NewGuid().ToString() };
        await head.ReportProgressAsync(said);

        Assert.Equal("CONFLICT", await RefusalOf(() => head.ReportProgressAsync(new V1.ReportProgressRequest(said) { Progress = "已完工" }).ResponseAsync));
        Assert.Equal("CONFLICT", await RefusalOf(() => head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = drafted.Name, RequestId = said.RequestId }).ResponseAsync));
        Assert.Equal("已放线", Assert.Single((await head.ReportProgressAsync(said)).Rounds[0].Progress).Progress);
    }

    [Fact]
    public async Task Of_fifty_writers_with_the_same_etag_one_wins()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var drafted = await DraftAsync(office, "E2E-FIFTY");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            try
            {
                await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = drafted.Name, Etag = drafted.Etag });
                return "";
            }
            catch (RpcException refused)
            {
                return refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
            }
        }));

        Assert.Single(answers, "");
        Assert.Equal(49, answers.Count(answer => answer == "CONFLICT"));
    }

    private async Task<HttpResponseMessage> PostAsync(string verb, HttpContent content)
    {
        using var client = await sample.Server.HttpAsAsync("panzhihua.ledger-director");
        return await client.PostAsync(Issue + verb, content);
    }

    private static async Task InvalidAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var (reason, words) = await SaidAsync(answer);
        Assert.Equal((expected, "INVALID"), (answer.StatusCode, reason));
        Assert.Contains(words, c => !char.IsAscii(c));
        Assert.DoesNotContain("Projects.", words, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string?>> FieldsOfAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("details").EnumerateArray()
            .Where(detail => detail.TryGetProperty("fieldViolations", out _))
            .SelectMany(detail => detail.GetProperty("fieldViolations").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()));

    private static async Task<(string? Reason, string Words)> SaidAsync(HttpResponseMessage answer)
    {
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (status.GetProperty("details")[0].GetProperty("reason").GetString(), status.GetProperty("message").GetString()!);
    }
}
