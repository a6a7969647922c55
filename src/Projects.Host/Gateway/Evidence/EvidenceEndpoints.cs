using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Evidence files over HTTP, beside the contract because they carry bytes and not JSON. They refuse with the same reasons.</summary>
internal static class EvidenceEndpoints
{
    private static readonly long FileBytesAtMost = new EvidenceLimits().FileBytesAtMost;

    public static void MapEvidence(this WebApplication app)
    {
        app.MapPost("/v1/parks/{park}/evidence", (HttpContext context, string park, ProjectDesk desk, EvidenceStores stores) =>
            Guarded(context, () => TakeAsync(context, park, desk, stores)));
        app.MapGet("/v1/parks/{park}/evidence/{digest}:download", (HttpContext context, string park, string digest, ProjectDesk desk, EvidenceHandout handout) =>
            Guarded(context, () => GiveAsync(context, park, digest, desk, handout)));
    }

    private static async Task TakeAsync(HttpContext context, string parkId, ProjectDesk desk, EvidenceStores stores)
    {
        var fields = new WireFields(context.Language());
        var park = fields.ParkName($"parks/{parkId}", "park");
        var (name, digest) = (context.Request.Query["name"].ToString(), context.Request.Query["digest"].ToString());
        fields.EvidenceUpload(name, digest);
        fields.Check();
        if (EvidenceRights.ObstacleToBringing(await InsightAsync(context, desk, park)) is { } obstacle)
            throw obstacle.ToRpcException(fields.Language);
        if (context.Request.ContentLength > FileBytesAtMost)
            throw EvidenceRights.RefusalOf(EvidenceObstacle.TooLarge).ToRpcException(fields.Language);
        // Only here: every other body is small. One byte more than is taken, so that the refusal is ours and says why.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = FileBytesAtMost + 1;
        var kept = await stores.Of(park).PutAsync(context.Request.Body, context.RequestAborted);
        var answer = EvidenceMessages.AnswerTo(park, kept, name, digest, fields);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonFormatter.Default.Format(answer), context.RequestAborted);
    }

    private static async Task GiveAsync(HttpContext context, string parkId, string digest, ProjectDesk desk, EvidenceHandout handout)
    {
        var language = context.Language();
        var fields = new WireFields(language);
        var (park, _) = fields.EvidenceName($"parks/{parkId}/evidence/{digest}", "digest");
        fields.Check();
        if (!EvidenceRights.MayFetch(await InsightAsync(context, desk, park)) || !await handout.SendAsync(context, park, digest))
            throw new NotFound("evidence", digest).ToRpcException(language);
    }

    private static async Task<Insight> InsightAsync(HttpContext context, ProjectDesk desk, ParkCode park) =>
        await desk.InsightAsync(context.User.ToCaller(), park) ?? throw new NotFound("park", park.Value).ToRpcException(context.Language());

    private static async Task Guarded(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (EvidenceRefusedException refused)
        {
            await RefusalResponse.WriteAsync(context, EvidenceRights.RefusalOf(refused.Obstacle).ToRpcException(context.Language()));
        }
        catch (BadHttpRequestException excess) when (excess.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // Sent in chunks, with no length said beforehand: the server's own bound may be met before the store's.
            await RefusalResponse.WriteAsync(context, EvidenceRights.RefusalOf(EvidenceObstacle.TooLarge).ToRpcException(context.Language()));
        }
        catch (RpcException refusal)
        {
            await RefusalResponse.WriteAsync(context, refusal);
        }
    }
}
