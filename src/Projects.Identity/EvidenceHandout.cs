using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Hands evidence files out over HTTP. Whether the caller may have them is asked before (<c>EvidenceRights</c>).</summary>
public sealed class EvidenceHandout(EvidenceStores stores, AuditTrail audit, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <summary>Sends a file of the park under the name in the query's <c>name</c>.</summary>
    /// <returns>False when the park's store does not hold it; nothing is sent then.</returns>
    public async Task<bool> SendAsync(HttpContext context, ParkCode park, string digest)
    {
        var file = EvidenceDigest.TryParse(digest, out var known) ? stores.Of(park).Find(known) : null;
        await using var content = file is null ? null : stores.Of(park).Open(file.Digest);
        if (file is null || content is null)
            return false;
        await NoteAsync(context, park, file.Digest);
        Attachment.Head(context.Response, EvidenceName.Of(context.Request.Query["name"].ToString(), file), file.MediaType, file.SizeBytes);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        return true;
    }

    /// <summary>Fetching a file is noted in the audit trail before its first byte goes out (SECURITY 2).</summary>
    public Task NoteAsync(HttpContext context, ParkCode park, EvidenceDigest digest) =>
        audit.RecordAsync(Attachment.TakenBy(context, AuditActions.EvidenceRead, $"parks/{park}/evidence/{digest}", clock), context.RequestAborted);
}
