using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Tokens for programs: made by the person they act for, or for them by a security administrator; never by another program.</summary>
public sealed class ProgramTokens(
    Accounts accounts,
    Sessions sessions,
    AuditTrail trail,
    LiveSessions live,
    IOptions<IdentitySettings> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    private readonly IdentitySettings settings = options.Value;

    /// <param name="caller">Who asks.</param>
    /// <param name="security">Whether the caller is a security administrator of the park today.</param>
    public async Task<TokenOutcome> CreateAsync(Caller caller, bool security, TokenWish wish, IPAddress? address, CancellationToken cancellation)
    {
        if (Obstacle(caller, wish.For, security) is { } obstacle)
        {
            await trail.RecordAsync(Entry(AuditActions.TokenCreated, AuditEntry.Forbidden, caller, address), CancellationToken.None);
            return new TokenOutcome.Refused(obstacle);
        }
        if (Fault(wish) is { } fault)
            return new TokenOutcome.Refused(fault);
        if (await accounts.FindAsync(caller.Park, wish.For, cancellation) is not { Disabled: null } account)
            return new TokenOutcome.Refused(IdentityRefusal.NotFound("该人员没有可用的账号", "this person has no open account"));

        var now = clock.GetUtcNow();
        var secret = BearerToken.Mint(BearerToken.Program);
        var token = new Session(
            BearerToken.NewId(), ActorKind.Program, account.Login, account.Park, account.Person,
            wish.Label.Trim(), wish.Scope, Created: now, LastUse: now, Expires: now + (wish.LifetimeDays is { } days ? TimeSpan.FromDays(days) : settings.TokenAtMost));
        if (!await sessions.AddAsync(BearerToken.DigestOf(secret), token, wish.RequestId, cancellation))
            return new TokenOutcome.Refused(IdentityRefusal.RequestRepeated);
        // Before the secret leaves: should this fail, the token exists but nobody holds it.
        await trail.RecordAsync(Entry(AuditActions.TokenCreated, AuditEntry.Ok, caller, address) with { Target = ResourceName.OfToken(token.Park, token.Id) }, CancellationToken.None);
        return new TokenOutcome.Done(token, secret);
    }

    /// <summary>The park's tokens, newest first: all of them for a security administrator, otherwise one's own.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Caller caller, bool security, CancellationToken cancellation)
    {
        var all = await sessions.ListProgramsAsync(caller.Park, cancellation);
        return security ? all : [.. all.Where(token => token.Person == caller.Person)];
    }

    /// <summary>Revokes a token of the caller's park. Saying it twice gives the first answer again.</summary>
    public async Task<TokenOutcome> RevokeAsync(Caller caller, bool security, string id, IPAddress? address, CancellationToken cancellation)
    {
        if (caller.Kind == ActorKind.Program)
            return new TokenOutcome.Refused(IdentityRefusal.PersonNeeded);
        // Another's token is not found rather than forbidden: whose it is, is nobody else's affair.
        if (await FindAsync(caller, security, id, cancellation) is not { } token)
            return new TokenOutcome.Refused(IdentityRefusal.NotFound("没有这个令牌", "there is no such token"));
        if (await live.RevokeAsync(id, cancellation))
            await trail.RecordAsync(Entry(AuditActions.TokenRevoked, AuditEntry.Ok, caller, address) with { Target = ResourceName.OfToken(token.Park, token.Id) }, CancellationToken.None);
        return new TokenOutcome.Done(await FindAsync(caller, security, id, CancellationToken.None) ?? token);
    }

    private static IdentityRefusal? Obstacle(Caller caller, PersonId owner, bool security) =>
        caller.Kind == ActorKind.Program ? IdentityRefusal.PersonNeeded
        : caller.Person != owner && !security ? IdentityRefusal.NotYours
        : null;

    private IdentityRefusal? Fault(TokenWish wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Label) || wish.Label.Length > 100)
            return IdentityRefusal.Invalid("token.display_name", "请写明用途名称，1到100个字符", "name the program in 1 to 100 characters");
        if (wish.Label.Any(char.IsControl))
            return IdentityRefusal.Invalid("token.display_name", "不得含控制字符", "must not contain control characters");
        if (wish.LifetimeDays is { } days && (days < 1 || days > settings.TokenAtMost.TotalDays))
            return IdentityRefusal.Invalid(
                "token.lifetime_days", $"有效期须为1到{settings.TokenAtMost.TotalDays:0}天", $"must lie between 1 and {settings.TokenAtMost.TotalDays:0} days");
        return null;
    }

    private async Task<Session?> FindAsync(Caller caller, bool security, string id, CancellationToken cancellation) =>
        (await ListAsync(caller, security, cancellation)).FirstOrDefault(token => token.Id == id);

    private AuditEntry Entry(string action, string outcome, Caller caller, IPAddress? address) =>
        new(clock.GetUtcNow(), action, outcome, caller.Park, caller.Person, caller.Kind, Address: address?.ToString());
}

/// <summary>What a token shall be.</summary>
/// <param name="For">The person the program will act for, of the caller's own park.</param>
/// <param name="Label">What the owner calls the program, 1 to 100 characters.</param>
/// <param name="LifetimeDays">Null for the longest allowed.</param>
/// <param name="RequestId">A repeat is refused: the secret is told once.</param>
public sealed record TokenWish(PersonId For, string Label, TokenScope Scope, int? LifetimeDays, string RequestId);

/// <summary>What came of asking for a token, or for its end.</summary>
public abstract record TokenOutcome
{
    private TokenOutcome() { }

    /// <param name="Secret">The bearer token of a new one, shown this once; null otherwise.</param>
    public sealed record Done(Session Token, string? Secret = null) : TokenOutcome;

    public sealed record Refused(IdentityRefusal Refusal) : TokenOutcome;
}
