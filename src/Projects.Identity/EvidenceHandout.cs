using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
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
        Head(context.Response, file, EvidenceName.Of(context.Request.Query["name"].ToString(), file));
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        return true;
    }

    /// <summary>Fetching a file is noted in the audit trail before its first byte goes out (SECURITY 2).</summary>
    public Task NoteAsync(HttpContext context, ParkCode park, EvidenceDigest digest)
    {
        var caller = context.User.ToCaller();
        return audit.RecordAsync(new AuditEntry(
            clock.GetUtcNow(), AuditActions.EvidenceRead, AuditEntry.Ok, park, caller.Person, caller.Kind, context.User.SessionIdOf(),
            context.Connection.RemoteIpAddress?.ToString(), $"parks/{park}/evidence/{digest}"), context.RequestAborted);
    }

    /// <summary>A file is another's content: it is saved, never shown in our origin (SECURITY 3).</summary>
    private static void Head(HttpResponse response, Storage.EvidenceFile file, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = file.MediaType;
        response.ContentLength = file.SizeBytes;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
    }
}
