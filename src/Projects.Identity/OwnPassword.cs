using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>A person's own password: set by whoever knows the present one, or came in by a link that was made for them.</summary>
public sealed class OwnPassword(
    Accounts accounts,
    Sessions sessions,
    SignInAttempts attempts,
    AuditTrail trail,
    Passwords passwords,
    LiveSessions live,
    IOptions<IdentitySettings> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    private readonly IdentitySettings settings = options.Value;

    /// <summary>Sets it and ends the person's other sign-ins.</summary>
    /// <param name="session">The sign-in that asks; it goes on.</param>
    /// <returns>Why not; null when it was set.</returns>
    public async Task<IdentityRefusal?> SetAsync(Session session, string current, string wanted, IPAddress? address, CancellationToken cancellation)
    {
        if (session.Kind == ActorKind.Program)
            return IdentityRefusal.PersonNeeded;
        if (await accounts.FindAsync(session.Login, cancellation) is not { Disabled: null } account)
            return IdentityRefusal.TokenNotLive;
        if (settings.PasswordProfile.Fault(session.Login, wanted) is { } fault)
            return IdentityRefusal.Invalid("new_password", fault.Zh, fault.En);
        if (!session.IsByLink && await CheckAsync(account, current, address, cancellation) is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        await accounts.SetPasswordHashAsync(account.Login, passwords.Hash(wanted), CancellationToken.None);
        await sessions.RevokeSignInsAsync(account.Login, session.Id, now, CancellationToken.None);
        live.ForgetAccount(account.Login);
        await NoteAsync(session, AuditEntry.Ok, address);
        return null;
    }

    /// <summary>A wrong one counts like one at the door: a session left open is no place to guess the password.</summary>
    private async Task<IdentityRefusal?> CheckAsync(Account account, string current, IPAddress? address, CancellationToken cancellation)
    {
        var subject = SignIn.SubjectOf(account.Login);
        var count = await attempts.CountAsync(subject, settings.AttemptsPerAccount, settings.LockOut, clock.GetUtcNow(), cancellation);
        if (count.IsLocked)
            return IdentityRefusal.LockedOut(count.Ends - clock.GetUtcNow());
        if (passwords.Check(account, current) == PasswordCheck.Wrong)
        {
            await trail.RecordAsync(new AuditEntry(
                clock.GetUtcNow(), AuditActions.PasswordSet, AuditEntry.Unauthenticated, account.Park, account.Person, Address: address?.ToString()), CancellationToken.None);
            return IdentityRefusal.WrongCurrentPassword;
        }
        await attempts.ClearAsync(subject, cancellation);
        return null;
    }

    private Task NoteAsync(Session session, string outcome, IPAddress? address) => trail.RecordAsync(
        new AuditEntry(clock.GetUtcNow(), AuditActions.PasswordSet, outcome, session.Park, session.Person, session.Kind, session.Id, address?.ToString()),
        CancellationToken.None);
}
