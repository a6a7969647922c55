using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Projects.Reports;
using Projects.Web.Layout;

namespace Projects.Web.Issues;

/// <summary>An issue's closure sheet as a file, for whoever reads the issue on its page.</summary>
internal static class ClosureSheetFiles
{
    public static string AddressOf(ProjectCode project, IssueNumber number) => $"{IssueLinks.ClosureSheet(project, number)}/docx";

    public static void MapClosureSheetFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/projects/{project}/issues/{number}/closure-sheet/docx", GiveAsync).RequireAuthorization();

    private static async Task<IResult> GiveAsync(HttpContext context, string project, string number, ProjectDesk desk)
    {
        var caller = context.User.ToCaller();
        if (await desk.InsightAsync(caller, caller.Park) is not { } insight || LedgerReach.ObstacleTo(insight) is not null
            || await desk.IssueAsync(insight, ProjectCode.Of(project), IssueNumber.Of(number)) is not { } sight
            || ClosureSheet.Of(insight.Park, sight.Issue, sight.List, sight.Project, insight.Today) is not { } sheet)
            return Results.NotFound();
        var file = ClosureSheetFile.Write(sheet, LanguageCookie.Of(context.Request));
        return Results.File(file.Bytes.ToArray(), file.MediaType, file.FileName);
    }
}
