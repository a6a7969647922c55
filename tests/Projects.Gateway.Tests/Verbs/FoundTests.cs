using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Projects.Gateway.Tests.Verbs;

/// <summary>How an installation without samples begins: two administrators, each let in by a link, then everybody else's account.</summary>
public sealed class FoundTests : IDisposable
{
    private const string Password = "correct horse battery staple";

    private readonly string data = Directory.CreateTempSubdirectory("projects-found-").FullName;

    [Fact]
    public async Task The_first_administrators_come_in_by_link_set_a_password_and_open_accounts()
    {
        var founded = await FoundAsync();
        Assert.True(founded.Code == 0, founded.Said);
        var codes = Regex.Matches(founded.Said, "prl_[A-Za-z0-9_-]{43}").Select(match => match.Value).ToList();
        Assert.Equal(2, codes.Count);

        await using var server = await HostProcess.ServeAsync(data);
        using var http = new HttpClient { BaseAddress = server.Http };
        var system = await SignInAsync(http, new { linkCode = codes[0] });
        var security = await SignInAsync(http, new { linkCode = codes[1] });
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync("/v1/sessions", new { linkCode = codes[0] })).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, security, "/v1/sessions/current:setPassword", new { newPassword = "short" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, security, "/v1/sessions/current:setPassword", new { newPassword = Password })).StatusCode);
        security = await SignInAsync(http, new { account = "li.security", password = Password });
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, security, "/v1/sessions/current:setPassword", new { newPassword = Password + "!" })).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, system, "/v1/parks/luzhou/people?personId=officer-a", new { displayName = "项目专员甲" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(http, system, "/v1/parks/luzhou/accounts?accountId=officer", Officer)).StatusCode);
        var opened = await JsonAsync(await SendAsync(http, security, "/v1/parks/luzhou/accounts?accountId=officer", Officer));
        var officer = await SignInAsync(http, new { linkCode = opened.GetProperty("linkCode").GetString() });

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, security, "/v1/parks/luzhou/accounts/officer:disable", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(http, officer, "/v1/sessions/current:setPassword", new { newPassword = Password })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(http, security, "/v1/parks/luzhou/accounts/li.security:disable", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, security, "/v1/parks/luzhou/accounts/officer:enable", new { })).StatusCode);
        var reset = await JsonAsync(await SendAsync(http, security, "/v1/parks/luzhou/accounts/officer:reset", new { }));
        await SignInAsync(http, new { linkCode = reset.GetProperty("linkCode").GetString() });
    }

    [Fact]
    public async Task Founding_twice_founds_nothing_anew_and_gives_new_links()
    {
        Assert.Equal(0, (await FoundAsync()).Code);

        var again = await FoundAsync();
        var another = await FoundAsync(name: "另一个园区");
        var verified = await HostProcess.RunAsync(data, "verify");

        Assert.True(again.Code == 0 && again.Said.Contains("prl_", StringComparison.Ordinal), again.Said);
        Assert.True(another.Code == 1 && another.Said.Contains("泸州", StringComparison.Ordinal), another.Said);
        Assert.Contains("1 streams, 6 events", verified.Said);
    }

    [Fact]
    public async Task One_person_cannot_be_both_administrators()
    {
        var refused = await FoundAsync(security: "wang.system");

        Assert.True(refused.Code == 1 && refused.Said.Contains("two people", StringComparison.Ordinal), refused.Said);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static object Officer => new { person = "parks/luzhou/people/officer-a" };

    private Task<(int Code, string Said)> FoundAsync(string name = "泸州高新区", string security = "li.security") => HostProcess.RunAsync(
        data, "found", "luzhou", "--name", name, "--city", "泸州市", "--province", "四川省", "--administrator", "wang.system", "--security", security);

    private static async Task<string> SignInAsync(HttpClient http, object credential) =>
        (await JsonAsync(await http.PostAsJsonAsync("/v1/sessions", credential))).GetProperty("bearerToken").GetString()!;

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string token, string path, object body) => http.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } });

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
