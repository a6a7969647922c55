using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Projects.Reports;
using Projects.Web.Layout;

namespace Projects.Web.Ledger;

/// <summary>What the ledger's page shows, all pages of it, as a file. The address says the view, as the page's own does.</summary>
internal static class LedgerFilePages
{
    private const string Path = "/ledger-file";

    public static string AddressOf(LedgerView view, LedgerFormat format) =>
        string.Concat($"{Path}/{format.ToString().ToLowerInvariant()}", (view with { Group = null, After = null }).Address().AsSpan(LedgerView.Path.Length));

    public static void MapLedgerFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{Path}/{{format}}", GiveAsync).RequireAuthorization();

    private static async Task<IResult> GiveAsync(
        HttpContext context, string format, ProjectDesk desk, LookBack past, LedgerReading reading, LedgerExtracts extracts, ExportHandout handout)
    {
        var (caller, stop) = (context.User.ToCaller(), context.RequestAborted);
        if (LedgerView.Member<LedgerFormat>(format) is not { } wanted || await desk.InsightAsync(caller, caller.Park) is not { } insight || LedgerReach.ObstacleTo(insight) is not null)
            return Results.NotFound();
        var view = LedgerView.Of(new Uri(context.Request.Scheme + "://ledger" + context.Request.Path + context.Request.QueryString));
        if (view.Past.Before(insight.Today) is { IsPresent: false } days)
            insight = await past.AsOfAsync(insight, days.On(insight.Today, desk.Now), stop);
        var language = LanguageCookie.Of(context.Request);
        using var extract = await extracts.OfAsync(insight, await reading.FilterOf(insight, view, stop), view.Order, view.Descending, language, stop);
        if (extract is null)
            return Results.Text(Words.Of(new TooManyRows(LedgerExtracts.RowsAtMost), Naming.Of(insight.Park)).In(language), "text/plain; charset=utf-8", statusCode: StatusCodes.Status413PayloadTooLarge);
        using var file = LedgerFile.Of(new LedgerHead(insight.Park.Name, insight.Today), extract.Rows, extract.Count, wanted, language);
        await handout.SendAsync(context, AuditActions.LedgerExported, $"{ResourceName.Of(insight.Park.Code)}/issues", file.FileName, file.MediaType, file.Content);
        return Results.Empty;
    }
}
