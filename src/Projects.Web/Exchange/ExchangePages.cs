using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Projects.Reports;
using Projects.Web.Layout;

namespace Projects.Web.Exchange;

/// <summary>A unit's workbook and the templates of imports, for whoever reads the ledger.</summary>
internal static class ExchangePages
{
    public const string Path = "/exchange";

    public static string AddressOf(UnitCode unit) => $"{Path}/{unit}/xlsx";

    public static string TemplateOf(ImportKind kind) => $"{Path}/templates/{kind.Code}";

    public static void MapUnitBooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Path}/{{unit}}/xlsx", GiveAsync).RequireAuthorization();
        endpoints.MapGet($"{Path}/templates/{{kind}}", GiveTemplateAsync).RequireAuthorization();
    }

    private static async Task<IResult> GiveAsync(HttpContext context, string unit, ProjectDesk desk, UnitBooks books, ExportHandout handout)
    {
        var (caller, language) = (context.User.ToCaller(), LanguageCookie.Of(context.Request));
        if (await desk.InsightAsync(caller, caller.Park) is not { } insight || LedgerReach.ObstacleTo(insight) is not null || !insight.Park.Units.TryGetValue(UnitCode.Of(unit), out var wanted))
            return Results.NotFound();
        if (await books.OfAsync(insight, wanted, context.RequestAborted) is not { } book)
            return Results.Text(Words.Of(new TooManyRows(UnitBooks.RowsAtMost), Naming.Of(insight.Park)).In(language), "text/plain; charset=utf-8", statusCode: StatusCodes.Status413PayloadTooLarge);
        var file = UnitBookFile.Write(book, language);
        using var content = new MemoryStream(file.Bytes.ToArray(), writable: false);
        await handout.SendAsync(context, AuditActions.LedgerExported, ResourceName.OfAny(insight.Park.Code, wanted.Code), file.FileName, file.MediaType, content);
        return Results.Empty;
    }

    private static async Task<IResult> GiveTemplateAsync(HttpContext context, string kind, ProjectDesk desk)
    {
        var caller = context.User.ToCaller();
        if (ImportKind.Of(kind) is not { } wanted || await desk.InsightAsync(caller, caller.Park) is not { } insight || LedgerReach.ObstacleTo(insight) is not null)
            return Results.NotFound();
        var file = ImportTemplateFile.Write(wanted, insight.Park, insight.Today, LanguageCookie.Of(context.Request));
        return Results.File(file.Bytes.ToArray(), file.MediaType, file.FileName);
    }
}
