using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class WallOnSqlite(OnSqlite site) : WallTests(site);

[Collection(PostgresSite.Name)]
public sealed class WallOnPostgres(OnPostgres site) : WallTests(site);

public abstract class WallTests(Site site)
{
    [Fact]
    public async Task A_project_shows_its_milestones_with_how_late_they_came_or_are_expected()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/wall");

        var restart = RowOf(chief, "天亿化工黄磷生产线破产重组及复工复产");

        await Expect(restart.Locator("svg text").Filter(new() { HasText = "技术升级改造完成" })).ToHaveTextAsync("技术升级改造完成 迟21天");
        await Expect(restart.Locator("svg text").Filter(new() { HasText = "检修方案审定" })).ToHaveTextAsync("检修方案审定 迟4天");
        await Expect(restart.Locator(".today-line")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_months_shown_stand_in_the_address()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/wall?from=2023-07&months=6");

        await Expect(chief.Page.GetByRole(AriaRole.Columnheader, new() { Name = "2023年7月" })).ToBeVisibleAsync();
        await Expect(chief.Page.Locator("thead tr.halves th")).ToHaveCountAsync(12);
        await Expect(RowOf(chief, "当升蜀道").Locator("svg text").First).ToHaveTextAsync("首期开工 早2天");

        await chief.Page.GetByRole(AriaRole.Link, new() { Name = "后移3个月" }).ClickAsync();
        await Expect(chief.Page.GetByRole(AriaRole.Columnheader, new() { Name = "2023年10月" })).ToBeVisibleAsync();
        Assert.Contains("from=2023-10", chief.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_wall_there_is_no_menu_and_it_prints_on_one_a3()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/wall?wall=true");

        await Expect(chief.Page.Locator("header.top")).ToBeHiddenAsync();

        var pdf = await chief.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        // 420 by 297 mm in points, and a single page.
        var said = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Matches(@"/MediaBox \[0 0 119\d(\.\d+)? 84\d(\.\d+)?\]", said);
        Assert.Matches(@"/Count 1\b", said);
    }

    private static ILocator RowOf(Visitor visitor, string project) =>
        visitor.Page.Locator("tbody tr").Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Rowheader, new() { Name = project }) });
}
