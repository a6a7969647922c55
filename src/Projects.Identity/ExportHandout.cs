using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Hands out files made of what the platform holds. What is in them its caller may read: that is asked before.</summary>
public sealed class ExportHandout(AuditTrail audit, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="target">The resource name of what it was made of.</param>
    public async Task SendAsync(HttpContext context, string action, string target, string name, string mediaType, Stream content)
    {
        await NoteAsync(context, action, target);
        Attachment.Head(context.Response, name, mediaType, content.Length);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>An export is noted in the audit trail before its first byte goes out (SECURITY 2).</summary>
    public Task NoteAsync(HttpContext context, string action, string target) => audit.RecordAsync(Attachment.TakenBy(context, action, target, clock), context.RequestAborted);
}
