using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Date = Google.Type.Date;
using V1 = Projects.V1;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class BoardOnSqlite(OnSqlite site) : BoardTests(site);

[Collection(PostgresSite.Name)]
public sealed class BoardOnPostgres(OnPostgres site) : BoardTests(site);

public abstract class BoardTests(Site site)
{
    /// <summary>The promise is a second; a loaded machine is given more, and still far less than the minute after which a page looks by itself.</summary>
    private const float AtMostMilliseconds = 10_000;

    [Fact]
    public async Task Committee_and_branch_stand_apart_each_by_its_own_measure_and_a_quoted_total_is_an_interval()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board");

        await Expect(Card(chief, "党工委 销号率").Locator(".figure")).ToHaveTextAsync("40.0 %");
        await Expect(Card(chief, "各级基层党组织 整改完成率").Locator(".figure")).ToHaveTextAsync("约71.7%–86.8%");
        await Expect(Row(chief, "各级基层党组织问题清单")).ToContainTextAsync("70余 / 90余");
        await Expect(Row(chief, "销号率")).ToContainTextAsync("不合计");
    }

    [Fact]
    public async Task Leadership_finds_the_overdue_issue_of_one_unit_from_the_board_in_two_clicks()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board");

        var late = chief.Page.GetByRole(AriaRole.Row, new() { Name = "规划建设局" }).GetByRole(AriaRole.Link);

        await Expect(late).ToHaveTextAsync("1");
        await late.ClickAsync();
        var issues = chief.Page.Locator("a[data-row]");
        await Expect(issues).ToHaveTextAsync(["ZT-2023-04"]);
        await issues.ClickAsync();

        await Expect(chief.Page.Locator("h1")).ToContainTextAsync("ZT-2023-04");
        Assert.EndsWith("/projects/theme-education/issues/ZT-2023-04", chief.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_of_a_rate_leads_to_its_rows()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board");

        var links = Card(chief, "党工委 销号率").GetByRole(AriaRole.Link);

        await Expect(links).ToHaveTextAsync(["2", "5"]);
        await Expect(links.Nth(0)).ToHaveAttributeAsync("href", "/ledger?tier=Committee&rate=closure_rate&counted=true");
        await Expect(links.Nth(1)).ToHaveAttributeAsync("href", "/ledger?tier=Committee&rate=closure_rate&counted=false");
    }

    [Fact]
    public async Task The_number_of_a_light_leads_to_its_projects_and_why_each_shows_it()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board");

        await chief.Page.Locator(".lit-counts a").Filter(new() { HasText = "红灯" }).ClickAsync();

        var projects = chief.Page.Locator("#projects");
        await Expect(projects.GetByRole(AriaRole.Heading)).ToHaveTextAsync("红灯项目（1）");
        await Expect(projects).ToContainTextAsync("第二批主题教育检视整改");
        await Expect(projects).ToContainTextAsync("1项问题逾期未销号");
    }

    [Fact]
    public async Task What_the_week_newly_registered_is_counted_and_leads_to_exactly_its_rows()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board?asof=2023-11-30");
        var registered = chief.Page.Locator("#changes p").Filter(new() { HasText = "新增" }).GetByRole(AriaRole.Link);
        await Expect(registered).ToHaveTextAsync("6");

        await registered.ClickAsync();

        await Expect(chief.Page.Locator("a[data-row]")).ToHaveCountAsync(6);
        Assert.All(await chief.Page.Locator("a[data-row]").AllTextContentsAsync(), number => Assert.StartsWith("TY-2023-0", number, StringComparison.Ordinal));
        Assert.EndsWith("/ledger?registered=2023-11-24..2023-11-30&asof=2023-11-30", chief.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_browsers_board_follows_a_command_given_elsewhere()
    {
        await using var chief = await site.SignInAsync("chief");
        await using var deputy = await site.SignInAsync("deputy-b", width: 390);
        await Task.WhenAll(chief.OpenAsync("/board"), deputy.OpenAsync("/board"));
        var yellow = int.Parse(await Yellow(chief).InnerTextAsync(), CultureInfo.InvariantCulture);
        var milestones = new V1.MilestoneService.MilestoneServiceClient(await site.Server.GrpcAsAsync("panzhihua.officer-a"));

        await milestones.ForecastMilestoneAsync(new V1.ForecastMilestoneRequest
        {
            Name = "parks/panzhihua/projects/titanium-sponge/milestones/start", ForecastDate = new Date { Year = 2024, Month = 8, Day = 30 }, Reason = "环评补正",
        });
        var since = Stopwatch.StartNew();

        foreach (var board in new[] { chief, deputy })
            await Expect(Yellow(board)).ToHaveTextAsync($"{yellow + 1}", new() { Timeout = AtMostMilliseconds });
        TestContext.Current.TestOutputHelper?.WriteLine($"Both boards showed it {since.ElapsedMilliseconds} ms after the answer.");
        await Expect(chief.Page.GetByText("节点“开工（示例）”预计2024-08-30完成，晚于基准2024-06-28")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_enterprise_sees_the_board_of_its_own_projects_alone()
    {
        await using var enterprise = await site.SignInAsync("enterprise-a");
        await enterprise.OpenAsync("/board");

        await Expect(enterprise.Page.GetByText("党工委问题清单")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_is_shown_no_business()
    {
        await using var administrator = await site.SignInAsync("system-admin");
        await administrator.Page.GotoAsync("/board");

        await Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您没有办理此事的任职");
        await Expect(administrator.Page.Locator(".figure")).ToHaveCountAsync(0);
    }

    private static ILocator Card(Visitor visitor, string title) =>
        visitor.Page.Locator(".figures .card").Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static ILocator Row(Visitor visitor, string header) =>
        visitor.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Rowheader, new() { Name = header }) }).First;

    private static ILocator Yellow(Visitor visitor) => visitor.Page.Locator(".lit-counts a[href='/board?light=Yellow#projects'] .figure");
}
