using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>
/// Tells whose a token is. What was looked up is believed for at most 5 seconds, so a revocation made by another process takes
/// effect within that time (SECURITY 2); one made here takes effect at once.
/// </summary>
public sealed class LiveSessions(
    Sessions sessions, LastUses lastUses, IOptions<IdentitySettings> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Believed> believed = new();
    private readonly IdentitySettings settings = options.Value;
    private long revocations;

    /// <summary>The session of a token; null when it is unknown, revoked, expired, idle for too long, or its account is disabled. Counts as a use.</summary>
    public async ValueTask<Session?> FindAsync(string token, CancellationToken cancellation)
    {
        if (!BearerToken.IsWellFormed(token, BearerToken.Session) && !BearerToken.IsWellFormed(token, BearerToken.Program))
            return null;
        return await UseAsync(BearerToken.DigestOf(token), cancellation);
    }

    /// <summary>The same by the token's digest, for a page that has been opened and does not keep the token.</summary>
    public async ValueTask<Session?> UseAsync(string digest, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await KnownAsync(digest, now, cancellation) is not { } known)
            return null;
        NoteUse(digest, known, now);
        return known.Session;
    }

    /// <summary>The same without counting as a use: a page left open does not keep a session alive.</summary>
    public async ValueTask<Session?> PeekAsync(string digest, CancellationToken cancellation) =>
        (await KnownAsync(digest, clock.GetUtcNow(), cancellation))?.Session;

    /// <summary>Ends a session or token for good.</summary>
    /// <returns>False when there was none to end.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellation)
    {
        var ended = await sessions.RevokeAsync(id, clock.GetUtcNow(), cancellation);
        Forget(session => session.Id == id);
        return ended;
    }

    /// <summary>To be called when an account was disabled: none of its tokens is believed any longer.</summary>
    public void ForgetAccount(string login) => Forget(session => session.Login == login);

    private async ValueTask<Believed?> KnownAsync(string digest, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!believed.TryGetValue(digest, out var known) || now >= known.Until)
            known = await LookUpAsync(digest, now, cancellation);
        return known is not null && known.Session.IsLive(now, settings.SessionIdle) ? known : null;
    }

    private async Task<Believed?> LookUpAsync(string digest, DateTimeOffset now, CancellationToken cancellation)
    {
        var seen = Interlocked.Read(ref revocations);
        if (await sessions.FindAsync(digest, cancellation) is not { } found)
        {
            believed.TryRemove(digest, out _);
            return null;
        }
        if (believed.Count >= settings.BelievedAtMost)
            believed.Clear();
        var entry = new Believed(found, now + settings.BelieveFor);
        believed[digest] = entry;
        // Revoked while it was being looked up: the answer may be the older one, so it is not kept.
        if (Interlocked.Read(ref revocations) != seen)
            believed.TryRemove(digest, out _);
        return entry;
    }

    private void NoteUse(string digest, Believed known, DateTimeOffset now)
    {
        if (now - known.Session.LastUse < LastUses.Precision)
            return;
        var used = known with { Session = known.Session with { LastUse = now } };
        if (believed.TryUpdate(digest, used, known))
            lastUses.Note(known.Session.Id, now);
    }

    private void Forget(Func<Session, bool> which)
    {
        Interlocked.Increment(ref revocations);
        foreach (var (digest, entry) in believed)
            if (which(entry.Session))
                believed.TryRemove(digest, out _);
    }

    private sealed record Believed(Session Session, DateTimeOffset Until);
}
