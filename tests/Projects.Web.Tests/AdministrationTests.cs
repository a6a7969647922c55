using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class AdministrationOnSqlite(OnSqlite site) : AdministrationTests(site);

[Collection(PostgresSite.Name)]
public sealed class AdministrationOnPostgres(OnPostgres site) : AdministrationTests(site);

public abstract class AdministrationTests(Site site)
{
    [Fact]
    public async Task A_person_is_added_and_appointed_an_account_is_opened_and_they_sign_in_by_its_link()
    {
        await using var administrator = await site.SignInAsync("system-admin");
        await administrator.OpenAsync("/admin/people");
        var add = administrator.Page.Locator("#add-person");
        await add.GetByLabel("代码").FillAsync("economy-new");
        await add.GetByLabel("姓名").FillAsync("经济发展局新人");
        await add.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        var appoint = administrator.Page.Locator("#appoint-economy-new");
        await appoint.GetByLabel("角色").SelectOptionAsync("经办人");
        await appoint.GetByLabel("单位").SelectOptionAsync("经济发展局");
        await appoint.GetByRole(AriaRole.Button, new() { Name = "任命" }).ClickAsync();
        await Expect(appoint.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");

        await using var security = await site.SignInAsync("security-admin");
        await security.OpenAsync("/admin/accounts");
        var open = security.Page.Locator("#open-account");
        await open.GetByLabel("人员").SelectOptionAsync("经济发展局新人");
        await Expect(open.GetByLabel("账号名")).ToHaveValueAsync("panzhihua.economy-new");
        await open.GetByRole(AriaRole.Button, new() { Name = "开立账号" }).ClickAsync();
        var link = await security.Page.Locator("#sign-in-link").InnerTextAsync();

        await using var newcomer = await site.VisitAsync();
        await newcomer.Page.GotoAsync(link);
        await Expect(newcomer.Page).ToHaveURLAsync(new Regex("^(?!.*sign-in)"));
        await newcomer.OpenAsync("/account");
        await Expect(newcomer.Page.Locator("h1")).ToHaveTextAsync("经济发展局新人");
        await Expect(newcomer.Page.GetByText("经办人 · 经济发展局").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Administrators_stay_apart_and_the_page_says_why()
    {
        await using var administrator = await site.SignInAsync("system-admin");
        await administrator.OpenAsync("/admin/people?person=auditor-a");
        var appoint = administrator.Page.Locator("#appoint-auditor-a");
        await appoint.GetByLabel("角色").SelectOptionAsync("安全管理员");
        await appoint.GetByLabel("单位").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await appoint.GetByRole(AriaRole.Button, new() { Name = "任命" }).ClickAsync();

        await Expect(appoint.GetByRole(AriaRole.Alert)).ToContainTextAsync("三员分立");
    }

    [Fact]
    public async Task Others_read_the_configuration_and_are_told_who_changes_it()
    {
        await using var officer = await site.SignInAsync("officer-a");
        foreach (var part in new[] { "units", "people", "policy", "calendar" })
        {
            await officer.OpenAsync($"/admin/{part}");
            await Expect(officer.Page.GetByText("只读：更改由系统管理员办理。")).ToBeVisibleAsync();
            await Expect(officer.Page.Locator("main form")).ToHaveCountAsync(0);
        }
        await officer.Page.GotoAsync("/admin/accounts");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("安全管理员");
        await officer.Page.GotoAsync("/admin/audit");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("审计管理员");
    }

    [Fact]
    public async Task A_policy_beyond_its_bounds_is_refused_beside_the_field_and_one_within_them_is_set()
    {
        await using var administrator = await site.SignInAsync("system-admin");
        await administrator.OpenAsync("/admin/policy");
        var acceptance = administrator.Page.GetByLabel("签收期限");
        var save = administrator.Page.GetByRole(AriaRole.Button, new() { Name = "保存政策" });

        await acceptance.FillAsync("61");
        await save.ClickAsync();
        await Expect(administrator.Page.Locator(".field.at-fault")).ToContainTextAsync("应在0与60之间");

        await acceptance.FillAsync("3");
        var verifiers = administrator.Page.GetByLabel("重大问题：核查人数");
        await verifiers.FillAsync("10");
        await save.ClickAsync();
        await Expect(administrator.Page.Locator(".field.at-fault")).ToContainTextAsync("核查人数应在1与9之间");
        await verifiers.FillAsync("3");

        await acceptance.FillAsync("4");
        await save.ClickAsync();
        await Expect(administrator.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        await administrator.Page.ReloadAsync();
        await Expect(administrator.Page.GetByLabel("签收期限")).ToHaveValueAsync("4");
    }

    [Fact]
    public async Task The_audit_administrator_finds_who_signed_in()
    {
        await using var auditor = await site.SignInAsync("audit-admin");
        await auditor.OpenAsync("/admin/audit");

        await Expect(auditor.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("审计管理员甲");
        await Expect(auditor.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("登录");
    }

    [Fact]
    public async Task A_holder_lends_their_appointment_and_takes_it_back()
    {
        await using var verifier = await site.SignInAsync("verifier-c");
        await verifier.OpenAsync("/account");
        var give = verifier.Page.Locator("#give-delegation");
        await give.GetByLabel("受托人").SelectOptionAsync("核查人乙");
        await give.GetByRole(AriaRole.Button, new() { Name = "授权" }).ClickAsync();

        var lent = verifier.Page.Locator("#delegations li").Filter(new() { HasText = "→ 核查人乙" });
        await Expect(lent).ToBeVisibleAsync();
        await lent.GetByRole(AriaRole.Button, new() { Name = "收回" }).ClickAsync();
        await Expect(lent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_programs_token_is_shown_once_opens_the_interface_and_is_revoked()
    {
        await using var officer = await site.SignInAsync("officer-b");
        await officer.OpenAsync("/account");
        await officer.Page.GetByLabel("用途名称").FillAsync("投资月报导入");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "建立令牌" }).ClickAsync();
        var secret = await officer.Page.Locator("#token-secret").InnerTextAsync();

        Assert.Equal(200, await StatusWithAsync(secret));
        var row = officer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "投资月报导入" });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row).ToContainTextAsync("撤销");
        await Expect(officer.Page.Locator("#token-secret")).ToHaveCountAsync(0);
        Assert.Equal(401, await StatusWithAsync(secret));
    }

    private async Task<int> StatusWithAsync(string token)
    {
        using var client = new HttpClient { BaseAddress = site.Server.Http };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.GetAsync("/v1/parks/panzhihua/issues");
        return (int)answer.StatusCode;
    }
}
