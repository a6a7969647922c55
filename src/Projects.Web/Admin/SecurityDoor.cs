using System.Net;
using Projects.Web.Seats;

namespace Projects.Web.Admin;

/// <summary>
/// The security administrator's book of accounts and everybody's programs' tokens, as pages reach them: each order asks anew who stands there
/// and what they are today (SECURITY 2).
/// </summary>
public sealed class SecurityDoor(Seat seat, LiveSessions live, AccountBook book, ProgramTokens tokens)
{
    /// <summary>The park's accounts, by name.</summary>
    public async Task<IReadOnlyList<Storage.Account>> AccountsAsync(CancellationToken cancellationToken) =>
        await StandingAsync(cancellationToken) is { IsSecurity: true } who ? await book.ListAsync(who.Caller, cancellationToken) : [];

    public Task<AccountOutcome> OpenAsync(string login, PersonId person, CancellationToken cancellationToken) => AskAsync(
        who => who.Insight.Park.People.ContainsKey(person)
            ? book.CreateAsync(who.Caller, login, person, who.Address, cancellationToken)
            : Task.FromResult<AccountOutcome>(new AccountOutcome.Refused(IdentityRefusal.Invalid("account.person", "请选择本园区人员", "choose a person of the park"))),
        cancellationToken);

    public Task<AccountOutcome> ResetAsync(string login, CancellationToken cancellationToken) => AskAsync(who => book.ResetAsync(who.Caller, login, who.Address, cancellationToken), cancellationToken);

    public Task<AccountOutcome> DisableAsync(string login, CancellationToken cancellationToken) => AskAsync(who => book.DisableAsync(who.Caller, login, who.Address, cancellationToken), cancellationToken);

    public Task<AccountOutcome> EnableAsync(string login, CancellationToken cancellationToken) => AskAsync(who => book.EnableAsync(who.Caller, login, who.Address, cancellationToken), cancellationToken);

    /// <summary>Newest first; revoked and expired ones too until they are forgotten.</summary>
    /// <param name="all">The whole park's, for a security administrator; one's own otherwise.</param>
    public async Task<IReadOnlyList<Session>> TokensAsync(bool all, CancellationToken cancellationToken) =>
        await StandingAsync(cancellationToken) is { } who ? await tokens.ListAsync(who.Caller, all && who.IsSecurity, cancellationToken) : [];

    /// <summary>A token for a program that acts for the person at the page.</summary>
    public async Task<TokenOutcome> MakeTokenAsync(string label, TokenScope scope, int? lifetimeDays, string requestId, CancellationToken cancellationToken) =>
        await StandingAsync(cancellationToken) is { } who
            ? await tokens.CreateAsync(who.Caller, security: false, new TokenWish(who.Caller.Person, label, scope, lifetimeDays, requestId), who.Address, cancellationToken)
            : new TokenOutcome.Refused(IdentityRefusal.TokenNotLive);

    public async Task<TokenOutcome> RevokeAsync(string id, CancellationToken cancellationToken) =>
        await StandingAsync(cancellationToken) is { } who
            ? await tokens.RevokeAsync(who.Caller, who.IsSecurity, id, who.Address, cancellationToken)
            : new TokenOutcome.Refused(IdentityRefusal.TokenNotLive);

    private async Task<AccountOutcome> AskAsync(Func<Standing, Task<AccountOutcome>> order, CancellationToken cancellationToken) => await StandingAsync(cancellationToken) switch
    {
        null => new AccountOutcome.Refused(IdentityRefusal.TokenNotLive),
        { IsSecurity: false } => new AccountOutcome.Refused(IdentityRefusal.SecurityNeeded),
        var who => await order(who),
    };

    /// <summary>Null when nobody is signed in any longer.</summary>
    private async Task<Standing?> StandingAsync(CancellationToken cancellationToken) =>
        await seat.WhoAsync() is { } who && await live.UseAsync(who.Digest, cancellationToken) is not null && await seat.InsightAsync() is { } insight
            ? new Standing(who.Caller, insight, IPAddress.TryParse(who.Address, out var address) ? address : null)
            : null;

    private sealed record Standing(Caller Caller, Insight Insight, IPAddress? Address)
    {
        public bool IsSecurity => Caller.Kind is ActorKind.Person && Insight.Holds(Role.SecurityAdministrator);
    }
}
