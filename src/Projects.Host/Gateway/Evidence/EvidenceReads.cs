using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Fetching a file is noted in the audit trail before its first byte goes out (SECURITY 2).</summary>
internal sealed class EvidenceReads(AuditTrail audit, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    public Task NoteAsync(HttpContext context, ParkCode park, EvidenceDigest digest)
    {
        var caller = context.User.ToCaller();
        return audit.RecordAsync(new AuditEntry(
            clock.GetUtcNow(), AuditActions.EvidenceRead, AuditEntry.Ok, park, caller.Person, caller.Kind, context.User.SessionIdOf(),
            context.Connection.RemoteIpAddress?.ToString(), ResourceName.OfEvidence(park, digest.Value)), context.RequestAborted);
    }
}
