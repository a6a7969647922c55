using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>A file on its way to a caller over HTTP.</summary>
internal static class Attachment
{
    /// <summary>It is saved, never shown in our origin (SECURITY 3).</summary>
    public static void Head(HttpResponse response, string name, string mediaType, long bytes)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = mediaType;
        response.ContentLength = bytes;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
    }

    /// <summary>Who took what, for the audit trail.</summary>
    public static AuditEntry TakenBy(HttpContext context, string action, string target, TimeProvider clock)
    {
        var caller = context.User.ToCaller();
        return new AuditEntry(
            clock.GetUtcNow(), action, AuditEntry.Ok, caller.Park, caller.Person, caller.Kind, context.User.SessionIdOf(), context.Connection.RemoteIpAddress?.ToString(), target);
    }
}
