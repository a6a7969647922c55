using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Projects.Reports;
using Projects.Web.Layout;

namespace Projects.Web.Weekly;

/// <summary>A weekly report as a file, for whoever reads all of the park's business.</summary>
internal static class WeeklyFiles
{
    public static string AddressOf(ReportNumber report, ReportFormat format) => $"/weekly/{report}/{ReportPress.NameOf(format)}";

    public static void MapWeeklyFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/weekly/{report}/{format}", GiveAsync).RequireAuthorization();

    private static async Task<IResult> GiveAsync(HttpContext context, string report, string format, ProjectDesk desk, ReportPress press)
    {
        var caller = context.User.ToCaller();
        if (!ReportNumber.TryParse(report, out var number) || !ReportPress.TryFormat(format, out var wanted)
            || await desk.InsightAsync(caller, caller.Park) is not { Reach: Reach.All } insight
            || await press.FileAsync(insight.Park, number, wanted, LanguageCookie.Of(context.Request), context.RequestAborted) is not { } file)
            return Results.NotFound();
        return Results.File(file.Bytes.ToArray(), file.MediaType, file.FileName);
    }
}
