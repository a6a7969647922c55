using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Projects.Web.Issues;

/// <summary>Evidence for whoever is signed in to the pages: the API's own way takes no cookie.</summary>
internal static class EvidencePages
{
    public static void MapEvidenceOfPages(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/evidence/{digest}", GiveAsync).RequireAuthorization();

    private static async Task<IResult> GiveAsync(HttpContext context, string digest, ProjectDesk desk, EvidenceHandout handout)
    {
        var caller = context.User.ToCaller();
        return await desk.InsightAsync(caller, caller.Park) is { } insight && EvidenceRights.MayFetch(insight) && await handout.SendAsync(context, caller.Park, digest)
            ? Results.Empty
            : Results.NotFound();
    }
}
