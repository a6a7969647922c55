using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Turns a name and password, or a sign-in link, into a session; and ends it.</summary>
public sealed partial class SignIn(
    Accounts accounts,
    Sessions sessions,
    SignInLinks links,
    SignInAttempts attempts,
    AuditTrail trail,
    Passwords passwords,
    LiveSessions live,
    IOptions<IdentitySettings> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock,
    ILogger<SignIn> log)
{
    /// <summary>The rate limit every door that signs in is under, by its policy's name.</summary>
    public const string RateLimit = "sign-in";

    private readonly IdentitySettings settings = options.Value;

    public async Task<SignInOutcome> WithPasswordAsync(string login, string password, IPAddress? address, CancellationToken cancellation)
    {
        if (await CountAsync(SubjectOf(address), settings.AttemptsPerAddress, null, address, cancellation) is { } addressLocked)
            return addressLocked;
        Account? account = null;
        if (Account.IsLogin(login))
        {
            account = await accounts.FindAsync(login, cancellation);
            // Counted whether there is such an account or not, so that a lock-out does not tell which names exist.
            if (await CountAsync(SubjectOf(login), settings.AttemptsPerAccount, account, address, cancellation) is { } locked)
                return locked;
        }

        var check = passwords.Check(account, password);
        if (account is null || check == PasswordCheck.Wrong)
            return await FailAsync(AuditActions.SignIn, account, address, IdentityRefusal.WrongPassword);
        if (check == PasswordCheck.RightButHashedWeakly)
            await accounts.SetPasswordHashAsync(login, passwords.Hash(password), cancellation);
        await attempts.ClearAsync(SubjectOf(login), cancellation);
        await attempts.GiveBackAsync(SubjectOf(address), cancellation);
        return await OpenAsync(AuditActions.SignIn, label: "", account, address, cancellation);
    }

    /// <param name="code">As it stands behind the # of the link.</param>
    public async Task<SignInOutcome> WithLinkAsync(string code, IPAddress? address, CancellationToken cancellation)
    {
        if (await CountAsync(SubjectOf(address), settings.AttemptsPerAddress, null, address, cancellation) is { } locked)
            return locked;
        var login = BearerToken.IsWellFormed(code, BearerToken.Link)
            ? await links.TakeAsync(BearerToken.DigestOf(code), clock.GetUtcNow(), cancellation)
            : null;
        var account = login is null ? null : await accounts.FindAsync(login, cancellation);
        if (account is not { Disabled: null })
            return await FailAsync(AuditActions.SignInByLink, account, address, IdentityRefusal.BadLink);
        await attempts.GiveBackAsync(SubjectOf(address), cancellation);
        return await OpenAsync(AuditActions.SignInByLink, Session.ByLink, account, address, cancellation);
    }

    /// <summary>Signs out. Saying it twice is not an error.</summary>
    public async Task OutAsync(Session session, IPAddress? address, CancellationToken cancellation)
    {
        if (await live.RevokeAsync(session.Id, cancellation))
            await trail.RecordAsync(Entry(AuditActions.SignOut, AuditEntry.Ok, address) with
            {
                Park = session.Park, Person = session.Person, Kind = session.Kind, SessionId = session.Id,
            }, CancellationToken.None);
    }

    /// <summary>Counts the attempt; a refusal when there have been too many.</summary>
    private async Task<SignInOutcome?> CountAsync(string subject, int limit, Account? account, IPAddress? address, CancellationToken cancellation)
    {
        var count = await attempts.CountAsync(subject, limit, settings.LockOut, clock.GetUtcNow(), cancellation);
        if (!count.IsLocked)
            return null;
        if (count.IsFirstRefused)
        {
            LockedOut(account?.Login ?? "an address or an unknown name", count.Ends);
            await trail.RecordAsync(Entry(AuditActions.LockOut, AuditEntry.RateLimited, address) with
            {
                Park = account?.Park, Person = account?.Person,
            }, CancellationToken.None);
        }
        return new SignInOutcome.Refused(IdentityRefusal.LockedOut(count.Ends - clock.GetUtcNow()));
    }

    private async Task<SignInOutcome> FailAsync(string action, Account? account, IPAddress? address, IdentityRefusal refusal)
    {
        await trail.RecordAsync(Entry(action, AuditEntry.Unauthenticated, address) with
        {
            Park = account?.Park, Person = account?.Person,
        }, CancellationToken.None);
        return new SignInOutcome.Refused(refusal);
    }

    private async Task<SignInOutcome> OpenAsync(string action, string label, Account account, IPAddress? address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var token = BearerToken.Mint(BearerToken.Session);
        var session = new Session(
            BearerToken.NewId(), ActorKind.Person, account.Login, account.Park, account.Person,
            label, TokenScope.Write, Created: now, LastUse: now, Expires: now + settings.SessionAtMost);
        // The trail first: no token leaves without its entry, though an entry may stand for a token that never left.
        await trail.RecordAsync(Entry(action, AuditEntry.Ok, address) with
        {
            Park = account.Park, Person = account.Person, Kind = ActorKind.Person, SessionId = session.Id,
        }, cancellation);
        await sessions.AddAsync(BearerToken.DigestOf(token), session, requestId: null, cancellation);
        return new SignInOutcome.SignedIn(token, session);
    }

    private AuditEntry Entry(string action, string outcome, IPAddress? address) =>
        new(clock.GetUtcNow(), action, outcome, Address: address?.ToString());

    private static string SubjectOf(IPAddress? address) => $"address:{address}";

    /// <summary>Under which wrong passwords of one account are counted, wherever they are given.</summary>
    public static string SubjectOf(string login) => $"login:{login}";

    [LoggerMessage(LogLevel.Warning, "Too many attempts to sign in as {Account}; locked out until {Until:O}")]
    private partial void LockedOut(string account, DateTimeOffset until);
}

/// <summary>What came of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <param name="Token">Shown this once; only its digest is kept.</param>
    public sealed record SignedIn(string Token, Session Session) : SignInOutcome;

    public sealed record Refused(IdentityRefusal Refusal) : SignInOutcome;
}
