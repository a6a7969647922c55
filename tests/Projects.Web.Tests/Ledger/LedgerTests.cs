using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests.Ledger;

[Collection(SqliteSite.Name)]
public sealed class LedgerOnSqlite(OnSqlite site) : LedgerTests(site);

[Collection(PostgresSite.Name)]
public sealed class LedgerOnPostgres(OnPostgres site) : LedgerTests(site);

public abstract class LedgerTests(Site site)
{
    [Fact]
    public async Task What_is_chosen_stands_in_the_address_and_shows_another_the_same_rows()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger");

        await chief.Page.Locator(".filters").GetByLabel("牵头单位").SelectOptionAsync("emergency");
        await Expect(chief.Page).ToHaveURLAsync(new Regex("unit=emergency"));
        await chief.Page.GetByRole(AriaRole.Link, new() { Name = "在办", Exact = true }).ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex("open=true"));
        await chief.Page.GetByRole(AriaRole.Columnheader, new() { Name = "问题编号" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex("order=number"));
        await Expect(Numbers(chief)).ToHaveTextAsync(["KT-2023-02", "LFP-2023-03", "TY-2023-04", "ZT-2023-03"]);

        await using var deputy = await site.SignInAsync("deputy-a");
        await deputy.OpenAsync(new Uri(chief.Page.Url).PathAndQuery);
        await Expect(Numbers(deputy)).ToHaveTextAsync(["KT-2023-02", "LFP-2023-03", "TY-2023-04", "ZT-2023-03"]);

        await chief.Page.GoBackAsync();
        await Expect(Numbers(chief)).ToHaveTextAsync(["LFP-2023-03", "ZT-2023-03", "KT-2023-02", "TY-2023-04"]);
    }

    [Fact]
    public async Task What_the_page_shows_is_taken_away_as_a_file()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger?unit=emergency&open=true&order=number");
        var file = await chief.Page.RunAndWaitForDownloadAsync(() => chief.Page.Locator("[data-file=Csv]").ClickAsync());
        Assert.EndsWith(".csv", file.SuggestedFilename);
        var lines = (await File.ReadAllTextAsync(await file.PathAsync())).Split("\r\n");
        Assert.Equal(["KT-2023-02", "LFP-2023-03", "TY-2023-04", "ZT-2023-03"], lines[1..^1].Select(line => line.Split(',')[1]));
        var book = await chief.Page.RunAndWaitForDownloadAsync(() => chief.Page.Locator("[data-file=Xlsx]").ClickAsync());
        Assert.EndsWith(".xlsx", book.SuggestedFilename);

        await using var administrator = await site.SignInAsync("system-admin");
        Assert.Equal(404, (await administrator.Page.Context.APIRequest.GetAsync("/ledger-file/csv")).Status);
    }

    [Fact]
    public async Task The_past_is_chosen_by_its_day_says_so_and_leads_back()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger?order=number");
        var present = await Numbers(chief).AllTextContentsAsync();

        await chief.Page.GetByLabel("截至").FillAsync("2023-12-20");
        await Expect(chief.Page).ToHaveURLAsync(new Regex("order=number&asof=2023-12-20|asof=2023-12-20&order=number"));
        await Expect(chief.Page.Locator(".past")).ToContainTextAsync("此页所示为过去：截至 2023-12-20");
        await Expect(Numbers(chief).Filter(new() { HasText = "LFP-2024-01" })).ToHaveCountAsync(0);
        Assert.Contains("LFP-2024-01", present);

        // What narrows it further stays in the past.
        await chief.Page.GetByRole(AriaRole.Link, new() { Name = "在办", Exact = true }).ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex("asof=2023-12-20"));
        await Expect(chief.Page.Locator(".past")).ToBeVisibleAsync();
        await chief.ScreenshotAsync($"ledger-past-{site.Database}");
        Assert.Empty(await chief.AxeAsync());

        await chief.Page.GetByRole(AriaRole.Link, new() { Name = "回到今天" }).ClickAsync();
        await Expect(chief.Page.Locator(".past")).ToHaveCountAsync(0);
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task The_board_and_a_project_look_back_without_offering_anything_to_do()
    {
        await using var office = await site.SignInAsync("ledger-a");
        await office.OpenAsync("/board?asof=2023-12-20");
        await Expect(office.Page.Locator(".past")).ToContainTextAsync("2023-12-20");
        await office.ScreenshotAsync($"board-past-{site.Database}");

        await office.OpenAsync("/projects/theme-education?tab=issues&asof=2023-12-20");
        await Expect(office.Page.Locator(".past")).ToContainTextAsync("不能在此办理");
        await Expect(office.Page.Locator("main form")).ToHaveCountAsync(0);
        await office.ScreenshotAsync($"project-past-{site.Database}");
        await office.OpenAsync("/projects/theme-education?tab=history&asof=2023-12-20");
        Assert.All(await office.Page.Locator(".history time").AllTextContentsAsync(), time => Assert.True(string.CompareOrdinal(time[..10], "2024") < 0, time));
        Assert.Empty(office.Complaints);
    }

    [Theory]
    [InlineData("zh-CN", "录入不晚于", "此页所示为过去：截至 2023-12-31 当日的情况，只含 2023-12-26 终了前已录入的，此后补录和更正的不计；不能在此办理。", "回到今天")]
    [InlineData("en-US", "Recorded by", "This page shows the past: how things stood on 2023-12-31, as far as it was recorded by the end of 2023-12-26; what was entered or corrected later is left out.", "Back to today")]
    public async Task The_past_is_shown_as_it_was_known_by_a_day_too(string language, string label, string said, string back)
    {
        await using var chief = await site.SignInAsync("chief", language: language);
        await chief.OpenAsync("/ledger?project=lithium-iron-phosphate&order=number&asof=2023-12-31");
        var late = Numbers(chief).Filter(new() { HasText = "LFP-2023-05" });
        await Expect(late).ToHaveCountAsync(1);

        await chief.Page.GetByLabel(label).FillAsync("2023-12-26");
        await Expect(chief.Page).ToHaveURLAsync(new Regex("asof=2023-12-31.*known=2023-12-26|known=2023-12-26.*asof=2023-12-31"));
        await Expect(chief.Page.Locator(".past")).ToContainTextAsync(said);
        await Expect(late).ToHaveCountAsync(0);
        Assert.Empty(await chief.AxeAsync());

        await chief.Page.GetByLabel(label).FillAsync("2023-12-27");
        await Expect(late).ToHaveCountAsync(1);
        await chief.Page.GetByRole(AriaRole.Link, new() { Name = back }).ClickAsync();
        await Expect(chief.Page.Locator(".past")).ToHaveCountAsync(0);
        Assert.DoesNotContain("known", chief.Page.Url, StringComparison.Ordinal);
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task What_was_known_by_a_day_leads_on_from_the_board_to_the_ledger_and_between_the_sections_of_a_project()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board?known=2023-12-26");
        await Expect(chief.Page.Locator(".past")).ToContainTextAsync("只含 2023-12-26 终了前已录入的");
        await Expect(chief.Page.Locator("a.figure").First).ToHaveAttributeAsync("href", "/ledger?open=true&known=2023-12-26");
        await chief.Page.Locator("a.figure").First.ClickAsync();
        await Expect(chief.Page.Locator(".past")).ToContainTextAsync("只含 2023-12-26 终了前已录入的");
        await Expect(Numbers(chief).Filter(new() { HasText = "LFP-2023-03" })).ToHaveCountAsync(1);
        await Expect(Numbers(chief).Filter(new() { HasText = "LFP-2023-05" })).ToHaveCountAsync(0);

        await chief.OpenAsync("/projects/lithium-iron-phosphate?asof=2023-12-31&known=2023-12-26");
        await chief.Page.Locator("nav.tabs").GetByRole(AriaRole.Link, new() { Name = "历史" }).ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex(@"\?tab=history&asof=2023-12-31&known=2023-12-26$"));
        await Expect(chief.Page.Locator(".past")).ToContainTextAsync("截至 2023-12-31 当日的情况，只含 2023-12-26 终了前已录入的");
        await Expect(chief.Page.Locator(".history time").First).ToBeVisibleAsync();
        Assert.All(await chief.Page.Locator(".history time").AllTextContentsAsync(), time => Assert.True(string.CompareOrdinal(time[..10], "2023-12-27") < 0, time));
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task What_changed_between_two_days_leads_to_the_issues()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/changes?from=2023-09-01&until=2024-01-10");

        await Expect(chief.Page.Locator("#appeared li").First).ToBeVisibleAsync();
        var closed = chief.Page.Locator("#closed a").Filter(new() { HasText = "ZT-2023-0" }).First;
        await Expect(closed).ToBeVisibleAsync();
        await chief.ScreenshotAsync($"changes-{site.Database}");
        Assert.Empty(await chief.AxeAsync());
        await closed.ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex("/issues/ZT-2023-0"));
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task Leadership_finds_the_overdue_issue_of_one_unit_from_the_board_in_two_clicks()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/board");

        await chief.Page.GetByRole(AriaRole.Row, new() { Name = "规划建设局" }).GetByRole(AriaRole.Link).ClickAsync();
        await Numbers(chief).Filter(new() { HasText = "ZT-2023-04" }).ClickAsync();

        await Expect(chief.Page).ToHaveURLAsync(new Regex("/projects/theme-education/issues/ZT-2023-04$"));
        await Expect(chief.Page.Locator(".facts .late")).ToContainTextAsync("逾期");
    }

    [Theory]
    [InlineData("/ledger?tier=Committee&rate=closure_rate&counted=true", "ZT-2023-02", "ZT-2023-01")]
    [InlineData("/ledger?list=lithium-iron-phosphate/lfp-issues&state=Registered,Void", "LFP-2024-01", "LFP-2024-02")]
    [InlineData("/ledger?overdue=true&cause=Unknown,Land,Finance,Permits,Factors,Design,Market", "ZT-2023-04")]
    [InlineData("/ledger?text=用汽", "LFP-2023-05")]
    [InlineData("/ledger?state=nonsense&light=Yellow", "DISPATCH-001", "LFP-2023-03")]
    [InlineData("/ledger?project=theme-education&order=number&after=Green/2024-03-29/theme-education/ZT-2023-03", "ZT-2023-04", "ZT-2023-05")]
    public async Task A_link_opens_exactly_its_rows(string address, params string[] numbers)
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync(address);

        await Expect(Numbers(chief)).ToHaveTextAsync(numbers);
    }

    [Fact]
    public async Task Groups_are_counted_and_lead_to_their_rows()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger?group=unit&project=theme-education");

        await chief.Page.GetByRole(AriaRole.Row, new() { Name = "应急管理局" }).GetByRole(AriaRole.Link, new() { Name = "应急管理局" }).ClickAsync();

        await Expect(Numbers(chief)).ToHaveTextAsync(["ZT-2023-03", "KT-2023-02"]);
        Assert.EndsWith("/ledger?project=theme-education&unit=emergency", chief.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_walked_by_key_and_opened_by_enter()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger?project=theme-education&order=number");

        await chief.Page.Keyboard.PressAsync("j");
        await chief.Page.Keyboard.PressAsync("j");
        await chief.Page.Keyboard.PressAsync("ArrowDown");
        await chief.Page.Keyboard.PressAsync("k");
        await Expect(chief.Page.Locator("a[data-row]:focus")).ToHaveTextAsync("AL-2023-02");
        await chief.Page.Keyboard.PressAsync("Enter");

        await Expect(chief.Page).ToHaveURLAsync(new Regex("/issues/AL-2023-02$"));
    }

    [Fact]
    public async Task Columns_are_chosen_and_a_view_is_kept_under_a_name()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/ledger?unit=planning");
        await chief.Page.GetByText("列与常用视图").ClickAsync();

        await chief.Page.GetByLabel("问题根因").CheckAsync();
        await Expect(chief.Page.GetByRole(AriaRole.Columnheader, new() { Name = "问题根因" })).ToBeVisibleAsync();
        await chief.Page.GetByLabel("名称").FillAsync("规划局根因");
        await chief.Page.GetByRole(AriaRole.Button, new() { Name = "保存当前视图" }).ClickAsync();
        await Expect(chief.Page.GetByRole(AriaRole.Link, new() { Name = "规划局根因" })).ToBeVisibleAsync();

        await chief.OpenAsync("/ledger");
        await chief.Page.GetByText("列与常用视图").ClickAsync();
        await chief.Page.GetByRole(AriaRole.Link, new() { Name = "规划局根因" }).ClickAsync();
        await Expect(chief.Page).ToHaveURLAsync(new Regex("unit=planning&columns=.*cause"));
    }

    [Fact]
    public async Task An_enterprise_reads_its_own_projects_and_an_administrator_no_business()
    {
        await using var enterprise = await site.SignInAsync("enterprise-a");
        await enterprise.OpenAsync("/ledger?order=number&group=project");
        await Expect(enterprise.Page.Locator("a[data-row]")).ToHaveCountAsync(1);

        await using var administrator = await site.SignInAsync("system-admin");
        await administrator.Page.GotoAsync("/ledger");
        await Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您没有办理此事的任职");
    }

    private static ILocator Numbers(Visitor visitor) => visitor.Page.Locator(".ledger a[data-row]");
}
