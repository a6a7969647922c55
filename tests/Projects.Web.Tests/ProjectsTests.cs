using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class ProjectsTestsOnSqlite(OnSqlite site) : ProjectsTests(site);

[Collection(PostgresSite.Name)]
public sealed class ProjectsTestsOnPostgres(OnPostgres site) : ProjectsTests(site);

/// <summary>The library, the card and the day's entries. Each story has a project of its own, since all share the site.</summary>
public abstract class ProjectsTests(Site site)
{
    /// <summary>A picture of one pixel.</summary>
    private static readonly byte[] Picture =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task An_officer_reports_a_milestone_and_a_verifier_confirms_it()
    {
        const string path = "/projects/titanium-sponge/milestones/feasibility";
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync(path);
        var form = await OpenStepAsync(officer.Page, "report-titanium-sponge-feasibility");
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "可研批复.png", MimeType = "image/png", Buffer = Picture });
        await Expect(form.Locator(".evidence li")).ToContainTextAsync("可研批复.png image/png");
        await Expect(form.Locator(".evidence img")).ToHaveAttributeAsync("src", new Regex("^data:image/jpeg;base64,"));

        // A day to come is refused beside its field, and what was filled in stays.
        var today = await form.Locator("input[name=actual_date]").InputValueAsync();
        await form.Locator("input[name=actual_date]").FillAsync("2099-01-01");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(FaultAt(form, "input[name=actual_date]")).ToContainTextAsync("不得晚于今天");

        await form.Locator("input[name=actual_date]").FillAsync(today);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("已记录：上报节点 feasibility");
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync("已上报");
        await Expect(officer.Page.Locator(".not-now")).ToContainTextAsync("核实完成——节点“可行性研究报告完成（示例）”由项目专员甲（或其委托人）上报，须由他人核实。");

        await using var auditor = await site.SignInAsync("auditor-a");
        await auditor.OpenAsync(path);
        await Expect(auditor.Page.Locator(".not-now")).ToContainTextAsync("您没有办理此事的任职。");
        await Expect(auditor.Page.Locator("details.step")).ToHaveCountAsync(0);

        await using var verifier = await site.SignInAsync("verifier-a");
        await verifier.OpenAsync(path);
        var verify = await OpenStepAsync(verifier.Page, "verify-titanium-sponge-feasibility");
        await verify.Locator("textarea[name=note]").FillAsync("已看原件");
        await verify.Locator("button[type=submit]").ClickAsync();
        await Expect(verifier.Page.Locator(".happened")).ToContainTextAsync("核实节点 feasibility 完成");
        // The reporter's open page follows.
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync("已核实");
        Assert.Empty(Complaints(officer));
    }

    [Fact]
    public async Task A_months_investment_shows_on_the_cards_figures_and_a_wrong_one_is_taken_back()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync("/projects/lithium-iron-phosphate?tab=investment");
        var works = officer.Page.Locator("section.panel", new() { Has = officer.Page.GetByRole(AriaRole.Heading, new() { Name = "形象进度", Exact = true }) });
        await Expect(works.Locator(".rates")).ToContainTextAsync("110000万元");

        var form = await OpenStepAsync(officer.Page, "invest-lithium-iron-phosphate");
        // As last time: the basis and category of the last entry stand there already.
        await Expect(form.Locator("select[name=basis]")).ToHaveValueAsync("Paid");
        await Expect(form.Locator("select[name=category]")).ToHaveValueAsync("Installation");
        await form.Locator("select[name=basis]").SelectOptionAsync("Works");
        await form.Locator("input[name=amount]").FillAsync("一千");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(FaultAt(form, "input[name=amount]")).ToContainTextAsync("请填写以万元为单位的数");

        await form.Locator("input[name=amount]").FillAsync("1,234.5");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(works.Locator(".rates")).ToContainTextAsync("111234.5万元");
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("投资（形象进度，安装工程）1234.5万元");

        var reverse = await OpenStepAsync(officer.Page, "reverse-lithium-iron-phosphate");
        await reverse.Locator("select[name=wrong]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await reverse.Locator("textarea[name=reason]").FillAsync("误录");
        await reverse.Locator("button[type=submit]").ClickAsync();
        await Expect(works.Locator(".rates")).ToContainTextAsync("110000万元");
        await Expect(officer.Page.Locator("tr.reversed").First).ToContainTextAsync("1234.5");
    }

    [Fact]
    public async Task A_plan_of_a_year_says_as_one_types_whether_its_months_sum_to_it()
    {
        await using var officer = await site.SignInAsync("officer-b");
        await officer.OpenAsync("/projects/vanadium-electrolyte?tab=investment");
        var form = await OpenStepAsync(officer.Page, "year-plan-vanadium-electrolyte");
        await form.Locator("input[name=total]").FillAsync("12000");
        await form.Locator("input[name=month-1]").FillAsync("1500");
        await Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("各月之和 1500万元，还差 10500万元");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(form.Locator("div.fault")).ToContainTextAsync("不等于全年");

        await form.GetByRole(AriaRole.Button, new() { Name = "余额均分到未填月份" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("等于全年");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("年投资计划（形象进度）12000万元");
        await Expect(officer.Page.Locator(".curve")).ToContainTextAsync("计划累计");
        await Expect(officer.Page.Locator("section.panel details tbody tr").Last).ToContainTextAsync("12000");
    }

    [Fact]
    public async Task A_stage_is_advanced_on_a_phone()
    {
        await using var officer = await site.SignInAsync("officer-b", width: 390);
        await officer.OpenAsync("/projects/titanium-material");
        var form = await OpenStepAsync(officer.Page, "advance-p1");
        await form.Locator("select[name=stage]").SelectOptionAsync("Started");
        await form.Locator("button[type=submit]").ClickAsync();

        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("由前期进入开工");
        await Expect(officer.Page.Locator(".path [aria-current=step]")).ToContainTextAsync("开工");
        Assert.False(await officer.OverflowsAsync());
        await Expect(officer.Page.Locator(".not-now").First).ToContainTextAsync("更正阶段——您没有办理此事的任职。");
    }

    [Fact]
    public async Task The_days_updates_are_made_from_one_page_of_a_phone()
    {
        await using var officer = await site.SignInAsync("officer-a", width: 390);
        await officer.OpenAsync("/entry");
        var form = await OpenStepAsync(officer.Page, "forecast-liquid-hydrogen-feasibility");
        await form.Locator("input[name=forecast_date]").FillAsync("2024-03-20");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(form.Locator(".field.at-fault")).ToContainTextAsync("请写明理由");
        await form.Locator("textarea[name=reason]").FillAsync("选址变更");
        await form.Locator("button[type=submit]").ClickAsync();

        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("节点 feasibility 预计 2024-03-20：选址变更");
        await Expect(officer.Page.Locator("article", new() { HasText = "预计 2024-03-20" })).ToBeVisibleAsync();
        Assert.False(await officer.OverflowsAsync());
        Assert.Empty(await officer.AxeAsync());
    }

    [Fact]
    public async Task A_project_is_registered_and_found_in_the_library()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync("/projects");
        var form = await OpenStepAsync(officer.Page, "register-project");
        await form.Locator("input[name=display_name]").FillAsync("钒钛铸件智能化改造");
        await form.Locator("input[name=project]").FillAsync("Not A Code");
        await form.Locator("input[name=total_investment_wan]").FillAsync("约1.2亿元");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(FaultAt(form, "input[name=project]")).ToContainTextAsync("限小写字母、数字和连字符");

        await form.Locator("input[name=project]").FillAsync("casting-retrofit");
        await form.Locator("select[name=kind]").SelectOptionAsync("Retrofit");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("登记技改“钒钛铸件智能化改造”");

        await officer.Page.Locator("select[name=kind]").First.SelectOptionAsync("Retrofit");
        await Expect(officer.Page).ToHaveURLAsync(new Regex(@"kind=Retrofit"));
        await Expect(officer.Page.Locator("table.library tbody tr")).ToHaveCountAsync(1);
        await Expect(officer.Page.Locator("table.library tbody")).ToContainTextAsync("约1.2亿元");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "钒钛铸件智能化改造" }).ClickAsync();
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync("钒钛铸件智能化改造");
    }

    [Fact]
    public async Task The_history_comes_newest_first_page_by_page_to_its_first_event()
    {
        await using var auditor = await site.SignInAsync("auditor-a");
        await auditor.OpenAsync("/projects/yellow-phosphorus-restart?tab=history");
        var seen = new List<int>();
        while (true)
        {
            seen.AddRange((await auditor.Page.Locator(".history li small").AllInnerTextsAsync()).Select(text => int.Parse(Regex.Match(text, @"#(\d+)").Groups[1].Value)));
            var older = auditor.Page.GetByRole(AriaRole.Link, new() { Name = "更早" });
            if (await older.CountAsync() == 0)
                break;
            var before = seen[^1];
            await older.ClickAsync();
            await Expect(auditor.Page).ToHaveURLAsync(new Regex($"before={before}$"));
            await Expect(auditor.Page.Locator(".history li small").First).ToContainTextAsync($"#{before - 1}");
        }
        Assert.Equal(Enumerable.Range(1, seen[0]).Reverse(), seen);

        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "节点", Exact = true }).ClickAsync();
        await Expect(auditor.Page.Locator(".history li").Last).ToContainTextAsync("计划节点");
    }

    [Fact]
    public async Task A_list_is_opened_issued_and_not_archived_while_something_in_it_is_open()
    {
        await using var office = await site.SignInAsync("ledger-a");
        await office.OpenAsync("/projects/yellow-phosphorus-restart?tab=issues");
        await Expect(office.Page.Locator(".not-now").First).ToContainTextAsync("归档——清单“天亿化工复工复产问题清单”还有");

        var open = await OpenStepAsync(office.Page, "open-list");
        await open.Locator("input[name=list_name]").FillAsync("复产专项清单");
        await open.Locator("input[name=list]").FillAsync("restart-list");
        await open.Locator("input[name=source]").FillAsync("调度会");
        await open.Locator("button[type=submit]").ClickAsync();
        await Expect(office.Page.Locator(".happened")).ToContainTextAsync("建立清单 restart-list");

        await (await OpenStepAsync(office.Page, "issue-restart-list")).Locator("button[type=submit]").ClickAsync();
        await Expect(office.Page.Locator(".happened")).ToContainTextAsync("印发清单 restart-list");
        await (await OpenStepAsync(office.Page, "archive-restart-list")).Locator("button[type=submit]").ClickAsync();
        await Expect(office.Page.Locator(".happened")).ToContainTextAsync("清单 restart-list 归档");
    }

    [Fact]
    public async Task An_enterprise_sees_its_own_project_alone_and_an_administrator_none()
    {
        await using var enterprise = await site.SignInAsync("enterprise-a");
        await enterprise.OpenAsync("/projects");
        await Expect(enterprise.Page.Locator("table.library tbody tr")).ToHaveCountAsync(1);
        await enterprise.Page.GotoAsync("/projects/titanium-sponge");
        await Expect(enterprise.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有找到项目 titanium-sponge");

        await using var admin = await site.SignInAsync("system-admin");
        await admin.Page.GotoAsync("/projects/titanium-sponge");
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您没有办理此事的任职");
    }

    /// <summary>Unfolds a step by the id of its form.</summary>
    private static async Task<ILocator> OpenStepAsync(IPage page, string id)
    {
        var form = page.Locator($"form#{id}");
        await page.Locator("details.step", new() { Has = form }).Locator("summary").ClickAsync();
        await Expect(form).ToBeVisibleAsync();
        return form;
    }

    /// <summary>The field of an input, once something is wrong with it.</summary>
    private static ILocator FaultAt(ILocator form, string input) => form.Locator(".field.at-fault", new() { Has = form.Page.Locator(input) });

    // Leaving for the start page, which other hands build, may not be there.
    private static IEnumerable<string> Complaints(Visitor visitor) => visitor.Complaints.Where(said => !said.Contains("404", StringComparison.Ordinal));
}
