using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>
/// The security administrator's book of accounts (SECURITY 2): who may sign in. An account begins without a password and is entered by
/// a link that is good once; nobody ever tells another person a password.
/// </summary>
public sealed class AccountBook(
    Accounts accounts,
    Sessions sessions,
    SignInLinks links,
    AuditTrail trail,
    LiveSessions live,
    IOptions<IdentitySettings> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <param name="caller">A security administrator of the park, as the door has made sure.</param>
    public async Task<AccountOutcome> CreateAsync(Caller caller, string login, PersonId person, IPAddress? address, CancellationToken cancellation)
    {
        if (!Account.IsLogin(login))
            return new AccountOutcome.Refused(IdentityRefusal.Invalid("account_id",
                "账号名为1至64个小写字母、数字，中间可用单个 . - _", "is 1 to 64 lower-case letters and digits, with single . - _ between them"));
        var account = new Account(login, caller.Park, person, PasswordHash: null, Sample: false, clock.GetUtcNow());
        if (!await accounts.AddAsync(account, cancellation))
            return new AccountOutcome.Refused(IdentityRefusal.LoginTaken);
        await NoteAsync(AuditActions.AccountCreated, caller, account, address);
        return new AccountOutcome.Done(account, await LinkAsync(login));
    }

    public Task<List<Account>> ListAsync(Caller caller, CancellationToken cancellation) => accounts.ListAsync(caller.Park, cancellation);

    /// <summary>Takes the password away, ends the person's sign-ins, and gives a new link. Every call gives another one; the links before it serve no longer.</summary>
    public async Task<AccountOutcome> ResetAsync(Caller caller, string login, IPAddress? address, CancellationToken cancellation)
    {
        if (await ObstacleAsync(caller, login, cancellation) is { } obstacle)
            return new AccountOutcome.Refused(obstacle);
        await accounts.SetPasswordHashAsync(login, null, CancellationToken.None);
        await sessions.RevokeSignInsAsync(login, except: null, clock.GetUtcNow(), CancellationToken.None);
        live.ForgetAccount(login);
        var account = (await accounts.FindAsync(login, CancellationToken.None))!;
        await NoteAsync(AuditActions.AccountReset, caller, account, address);
        return new AccountOutcome.Done(account, await LinkAsync(login));
    }

    /// <summary>Shuts the account: its sign-ins and its programs' tokens serve no longer. Saying it twice is not an error.</summary>
    public async Task<AccountOutcome> DisableAsync(Caller caller, string login, IPAddress? address, CancellationToken cancellation)
    {
        if (await ObstacleAsync(caller, login, cancellation) is { } obstacle)
            return new AccountOutcome.Refused(obstacle);
        var now = clock.GetUtcNow();
        await accounts.DisableAsync(login, now, CancellationToken.None);
        await links.WithdrawAsync(login, now, CancellationToken.None);
        // Opened again one day, the account begins with a new sign-in.
        await sessions.RevokeSignInsAsync(login, except: null, now, CancellationToken.None);
        live.ForgetAccount(login);
        return await ChangedAsync(AuditActions.AccountDisabled, caller, login, address);
    }

    /// <summary>Opens the account again, with its password and its programs' tokens.</summary>
    public async Task<AccountOutcome> EnableAsync(Caller caller, string login, IPAddress? address, CancellationToken cancellation)
    {
        if (await ObstacleAsync(caller, login, cancellation) is { } obstacle)
            return new AccountOutcome.Refused(obstacle);
        await accounts.EnableAsync(login, CancellationToken.None);
        return await ChangedAsync(AuditActions.AccountEnabled, caller, login, address);
    }

    /// <summary>Another park's account is not found, though its name is taken (DOMAIN 10.6).</summary>
    private async Task<IdentityRefusal?> ObstacleAsync(Caller caller, string login, CancellationToken cancellation) =>
        await accounts.FindAsync(login, cancellation) is not { } account || account.Park != caller.Park ? IdentityRefusal.NoAccount
        : account.Person == caller.Person ? IdentityRefusal.OwnAccount
        : null;

    private async Task<AccountOutcome> ChangedAsync(string action, Caller caller, string login, IPAddress? address)
    {
        var account = (await accounts.FindAsync(login, CancellationToken.None))!;
        await NoteAsync(action, caller, account, address);
        return new AccountOutcome.Done(account);
    }

    private async Task<string> LinkAsync(string login)
    {
        var now = clock.GetUtcNow();
        await links.WithdrawAsync(login, now, CancellationToken.None);
        var code = BearerToken.Mint(BearerToken.Link);
        await links.AddAsync(BearerToken.DigestOf(code), login, now + options.Value.LinkAtMost, CancellationToken.None);
        return code;
    }

    private Task NoteAsync(string action, Caller caller, Account account, IPAddress? address) => trail.RecordAsync(
        new AuditEntry(clock.GetUtcNow(), action, AuditEntry.Ok, caller.Park, caller.Person, caller.Kind, Address: address?.ToString(), Target: ResourceName.OfAccount(account.Park, account.Login)),
        CancellationToken.None);
}

/// <summary>What came of an order to the book of accounts.</summary>
public abstract record AccountOutcome
{
    private AccountOutcome() { }

    /// <param name="LinkCode">The code of a sign-in link, shown this once; null when none was made.</param>
    public sealed record Done(Account Account, string? LinkCode = null) : AccountOutcome;

    public sealed record Refused(IdentityRefusal Refusal) : AccountOutcome;
}
