using Microsoft.Playwright;
using Projects.Web.Tests.Issues;
using static Microsoft.Playwright.Assertions;
using V1 = Projects.V1;

namespace Projects.Web.Tests;

[Collection(StoppedSqliteSite.Name)]
public sealed class RestartOnSqlite(OnSqlite site) : RestartTests(site);

[Collection(StoppedPostgresSite.Name)]
public sealed class RestartOnPostgres(OnPostgres site) : RestartTests(site);

/// <summary>The server dies under open pages and comes back on the same data at the same address.</summary>
public abstract class RestartTests(Site site)
{
    private const string Milestone = "titanium-sponge/milestones/start";

    [Fact]
    public async Task An_open_page_comes_back_with_what_was_typed_and_what_others_did_meanwhile_and_its_order_goes_through_once()
    {
        const string progress = "供汽协议已签订，管线复核中（重启前填写）";
        const string reason = "环评补正，开工顺延（重启前填写）";
        const string meanwhile = "断线期间他人填报的进展";
        await using var handler = await site.SignInAsync("economy-handler");
        await handler.OpenAsync(IssueVisits.PathOf("LFP-2023-05") + "?do=reportProgress");
        await handler.FillAsync(("本期进展", progress));
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync($"/projects/{Milestone}");
        await ForecastStep(officer).Locator("summary").ClickAsync();
        await ForecastStep(officer).Locator("textarea[name=reason]").FillAsync(reason);
        await ForecastStep(officer).Locator("input[name=forecast_date]").FillAsync("2024-08-30");

        // Out of reach until somebody else has done something: it is the way back that must bring it, not the news of a page already back.
        await CutOffAsync(handler);
        await CutOffAsync(officer);
        await site.RestartAsync();
        await ReportAsync(meanwhile);
        await BackAsync(handler);
        await BackAsync(officer);

        await Expect(Said(handler, meanwhile)).ToHaveCountAsync(1);
        await Expect(handler.Page.Locator("form.order").GetByLabel("本期进展")).ToHaveValueAsync(progress);
        await handler.SubmitAsync("填报进展");
        await Expect(handler.Recorded()).ToContainTextAsync(progress);
        await Expect(Said(handler, progress)).ToHaveCountAsync(1);

        // A step unfolded to be filled in comes back unfolded.
        await Expect(ForecastStep(officer).Locator("textarea[name=reason]")).ToBeVisibleAsync();
        await Expect(ForecastStep(officer).Locator("textarea[name=reason]")).ToHaveValueAsync(reason);
        await ForecastStep(officer).Locator("button[type=submit]").ClickAsync();
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync($"预计 2024-08-30：{reason}");
        await Expect(officer.Page.Locator("dl.dates")).ToContainTextAsync("2024-08-30");
    }

    private static async Task CutOffAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => window.before = true");
        await visitor.Page.Context.SetOfflineAsync(true);
    }

    private static async Task BackAsync(Visitor visitor)
    {
        await Expect(visitor.Page.Locator("dialog.reconnect")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visitor.Page.Context.SetOfflineAsync(false);
        await visitor.Page.WaitForFunctionAsync("() => !window.before && document.documentElement.dataset.live !== undefined", options: new() { Timeout = 120_000 });
    }

    private async Task ReportAsync(string progress)
    {
        var issues = new V1.IssueService.IssueServiceClient(await site.Server.GrpcAsAsync("panzhihua.economy-handler"));
        await issues.ReportProgressAsync(new V1.ReportProgressRequest { Name = $"parks/panzhihua{IssueVisits.PathOf("LFP-2023-05")}", Progress = progress });
    }

    private static ILocator Said(Visitor visitor, string what) => visitor.Page.Locator(".timeline .said").Filter(new() { HasText = what });

    private static ILocator ForecastStep(Visitor visitor) =>
        visitor.Page.Locator("details.step", new() { Has = visitor.Page.Locator("form#forecast-titanium-sponge-start") });
}
