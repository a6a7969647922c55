using Microsoft.Playwright;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class ScreensOnSqlite(OnSqlite site) : ScreensTests(site)
{
    public static TheoryData<string, string?, int, string> Screens { get; } = Of([1920, 390], ["zh-CN", "en-US"]);

    [Theory]
    [MemberData(nameof(Screens))]
    public Task A_page_is_whole(string path, string? person, int width, string language) => IsWholeAsync(path, person, width, language);
}

[Collection(PostgresSite.Name)]
public sealed class ScreensOnPostgres(OnPostgres site) : ScreensTests(site)
{
    // Width and language are the same code on either database: what another database could spoil is what a page shows.
    public static TheoryData<string, string?, int, string> Screens { get; } = Of([1920], ["zh-CN"]);

    [Theory]
    [MemberData(nameof(Screens))]
    public Task A_page_is_whole(string path, string? person, int width, string language) => IsWholeAsync(path, person, width, language);
}

/// <summary>Every page, on a desk and on a phone, in both languages: it opens, is whole, and offends neither the console nor axe.</summary>
public abstract class ScreensTests(Site site)
{
    /// <summary>The pages, each with somebody who sees it full; null for nobody signed in.</summary>
    private static readonly (string Path, string? Person)[] Pages =
    [
        ("/sign-in", null),
        ("/account", "officer-a"),
        ("/", "economy-handler"),
        ("/?at=lithium-iron-phosphate/LFP-2023-05&do=reportProgress", "economy-handler"),
        ("/ledger", "chief"),
        ("/ledger?group=unit", "chief"),
        ("/projects/lithium-iron-phosphate/issues/LFP-2023-05?do=addEvidence", "economy-handler"),
        ("/projects/theme-education/issues/ZT-2023-01?history=true", "chief"),
        ("/exchange?unit=planning", "planning-head"),
        ("/projects/theme-education/issues/ZT-2023-01/closure-sheet", "chief"),
        ("/projects/theme-education/issues/new", "ledger-a"),
        ("/closing", "verifier-b"),
        ("/closing?batch=startVerification", "ledger-a"),
        ("/projects", "officer-a"),
        ("/projects/lithium-iron-phosphate", "officer-a"),
        ("/projects/lithium-iron-phosphate?tab=milestones", "officer-a"),
        ("/projects/lithium-iron-phosphate?tab=investment", "officer-a"),
        ("/projects/lithium-iron-phosphate?tab=history", "officer-a"),
        ("/projects/theme-education?tab=issues", "ledger-a"),
        ("/projects/theme-education?tab=visits", "ledger-a"),
        ("/projects/lithium-iron-phosphate?tab=meetings", "auditor-a"),
        ("/projects/lithium-iron-phosphate?tab=meetings&correct=2024-01-10", "officer-a"),
        ("/projects/lithium-iron-phosphate/milestones/s2-ready", "officer-a"),
        ("/entry", "officer-a"),
        ("/board", "chief"),
        ("/wall", "chief"),
        ("/wall?wall=true", "chief"),
        ("/weekly", "chief"),
        ("/weekly?report=2024-2&figure=issues.overdue", "ledger-director"),
        ("/admin/units", "system-admin"),
        ("/admin/people", "officer-a"),
        ("/admin/people?person=officer-a", "system-admin"),
        ("/admin/policy", "system-admin"),
        ("/admin/calendar", "system-admin"),
        ("/admin/accounts", "security-admin"),
        ("/admin/tokens", "security-admin"),
        ("/admin/audit", "audit-admin"),
    ];

    protected static TheoryData<string, string?, int, string> Of(int[] widths, string[] languages) => new(
        from page in Pages
        from width in widths
        from language in languages
        select (page.Path, page.Person, width, language));

    protected async Task IsWholeAsync(string path, string? person, int width, string language)
    {
        await using var visitor = person is null ? await site.VisitAsync(width, language) : await site.ReturnAsync(person, width, language);

        // What the page before complained of is not this page's.
        var before = visitor.Complaints.Count;
        var response = person is null ? (await visitor.Page.GotoAsync(path))! : await visitor.OpenAsync(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.ScreenshotAsync($"{site.Database}{path.Replace('/', '-').Replace('?', '-')}");

        Assert.Equal(200, response.Status);
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        Assert.Equal(language == "en-US" ? "en" : "zh-CN", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(visitor.Complaints.Skip(before));
        Assert.False(await visitor.OverflowsAsync(), "something reaches beyond the right edge of the screen");
        Assert.Empty(await visitor.AxeAsync());
    }
}
