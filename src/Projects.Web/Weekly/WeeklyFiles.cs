using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Projects.Reports;
using Projects.Web.Layout;

namespace Projects.Web.Weekly;

/// <summary>A week's report as a file, for whoever is signed in to the pages.</summary>
internal static class WeeklyFiles
{
    public static string AddressOf(ReportWeek week, ReportFormat format) => $"/weekly/{week.Last:yyyy-MM-dd}/{format.ToString().ToLowerInvariant()}";

    public static void MapWeeklyFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/weekly/{last}/{format}", GiveAsync).RequireAuthorization();

    private static async Task<IResult> GiveAsync(HttpContext context, string last, string format, ProjectDesk desk, WeeklyReading reading)
    {
        var caller = context.User.ToCaller();
        if (!Enum.TryParse<ReportFormat>(format, ignoreCase: true, out var wanted) || WeeklyWeeks.Read(last, desk.Now) is not { } week
            || await desk.InsightAsync(caller, caller.Park) is not { Reach: Reach.All } || await reading.OfAsync(caller.Park, week, context.RequestAborted) is not { } report)
            return Results.NotFound();
        var file = ReportFiles.Write(report, wanted, LanguageCookie.Of(context.Request));
        return Results.File(file.Bytes.ToArray(), file.MediaType, file.FileName);
    }
}
