using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class SigningInOnSqlite(OnSqlite site) : SigningInTests(site);

[Collection(PostgresSite.Name)]
public sealed class SigningInOnPostgres(OnPostgres site) : SigningInTests(site);

public abstract class SigningInTests(Site site)
{
    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_then_led_on()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.Page.GotoAsync("/account");
        Assert.Contains("/sign-in?return=%2Faccount", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Page.Locator("input[name=Login]").FillAsync("panzhihua.officer-a");
        await visitor.Page.Locator("input[name=Password]").FillAsync("not the password");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("账号或密码不正确");

        await visitor.Page.Locator("input[name=Password]").FillAsync(site.PasswordOf("panzhihua.officer-a"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/account$"));
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("项目专员甲");
    }

    [Fact]
    public async Task A_printed_link_signs_in_once_and_its_code_leaves_the_address()
    {
        await using var visitor = await site.VisitAsync();
        var link = Regex.Match(site.Server.Said(), @"deputy-a\): (\S+)").Groups[1].Value;

        await visitor.Page.GotoAsync(link);
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("^(?!.*sign-in)"));
        Assert.DoesNotContain("prl_", visitor.Page.Url, StringComparison.Ordinal);

        await using var second = await site.VisitAsync();
        await second.Page.GotoAsync(link);
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录链接无效");
    }

    [Fact]
    public async Task A_session_ended_elsewhere_ends_on_the_open_page_too()
    {
        await using var visitor = await site.SignInAsync("verifier-c");
        await visitor.OpenAsync("/account");
        await using var other = await site.SignInAsync("verifier-c");
        await other.OpenAsync("/account");
        var password = site.PasswordOf("panzhihua.verifier-c");

        // Setting a password, here to what it was, ends the person's other sign-ins: somebody's whom no other test comes back as.
        await other.Page.GetByLabel("当前密码").FillAsync(password);
        await other.Page.GetByLabel("新密码").FillAsync(password);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("密码已修改");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task The_language_is_a_switch_away()
    {
        await using var visitor = await site.SignInAsync("officer-a");
        await visitor.OpenAsync("/account");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Appointments" })).ToBeVisibleAsync();
        Assert.EndsWith("/account", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_does_not_open_the_api_and_a_token_in_a_header_does_not_open_a_form_of_another_site()
    {
        await using var visitor = await site.SignInAsync("officer-a");

        Assert.Equal(401, (await visitor.Page.APIRequest.GetAsync("/v1/parks/panzhihua/issues")).Status);
        Assert.Equal(403, (await visitor.Page.APIRequest.PostAsync("/sign-out", new() { Headers = new Dictionary<string, string> { ["Origin"] = "http://elsewhere.example" } })).Status);
        Assert.Equal(403, (await visitor.Page.APIRequest.GetAsync("/_blazor?id=x", new() { Headers = new Dictionary<string, string> { ["Origin"] = "http://elsewhere.example" } })).Status);
    }
}
