using Projects.Grains;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class ProgramTokenTests
{
    private static readonly Caller Officer = new(Door.Park, Door.Person, ActorKind.Person);
    private static readonly Caller Guard = new(Door.Park, new PersonId("security-a"), ActorKind.Person);
    private static int requests;

    [Fact]
    public async Task A_token_acts_for_its_person_as_a_program_and_lasts_ninety_days_at_most()
    {
        await using var door = await Door.WithAccountAsync();

        var made = Assert.IsType<TokenOutcome.Done>(await CreateAsync(door, Officer, Wish()));

        Assert.Matches("^prk_[A-Za-z0-9_-]{43}$", made.Secret);
        Assert.Equal(door.Clock.GetUtcNow().AddDays(90), made.Token.Expires);
        var session = await door.Get<LiveSessions>().FindAsync(made.Secret!, CancellationToken.None);
        Assert.Equal((Door.Person, ActorKind.Program), (session!.Person, session.Kind));
        door.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Null(await door.Get<LiveSessions>().FindAsync(made.Secret!, CancellationToken.None));
    }

    [Fact]
    public async Task A_program_makes_and_revokes_no_tokens()
    {
        await using var door = await Door.WithAccountAsync();
        var made = Assert.IsType<TokenOutcome.Done>(await CreateAsync(door, Officer, Wish()));
        var program = Officer with { Kind = ActorKind.Program };

        Assert.Same(IdentityRefusal.PersonNeeded, Refusal(await CreateAsync(door, program, Wish())));
        Assert.Same(IdentityRefusal.PersonNeeded, Refusal(await RevokeAsync(door, program, made.Token.Id)));
    }

    [Fact]
    public async Task For_another_person_only_a_security_administrator_makes_one()
    {
        await using var door = await Door.WithAccountAsync();

        Assert.Same(IdentityRefusal.NotYours, Refusal(await CreateAsync(door, Guard, Wish())));
        Assert.IsType<TokenOutcome.Done>(await CreateAsync(door, Guard, Wish(), security: true));

        Assert.Equal([AuditEntry.Forbidden, AuditEntry.Ok], (await door.TrailAsync()).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task One_sees_and_revokes_ones_own_tokens_and_a_security_administrator_all()
    {
        await using var door = await Door.WithAccountAsync();
        var made = Assert.IsType<TokenOutcome.Done>(await CreateAsync(door, Officer, Wish()));

        Assert.Empty(await door.Get<ProgramTokens>().ListAsync(Guard, security: false, CancellationToken.None));
        Assert.Single(await door.Get<ProgramTokens>().ListAsync(Guard, security: true, CancellationToken.None));
        Assert.Equal(Reason.NotFound, Refusal(await RevokeAsync(door, Guard, made.Token.Id)).Reason);

        var revoked = Assert.IsType<TokenOutcome.Done>(await RevokeAsync(door, Officer, made.Token.Id));
        Assert.Equal(door.Clock.GetUtcNow(), revoked.Token.Revoked);
        Assert.Equal(revoked, await RevokeAsync(door, Officer, made.Token.Id));
        Assert.Null(await door.Get<LiveSessions>().FindAsync(made.Secret!, CancellationToken.None));
    }

    [Fact]
    public async Task A_wish_out_of_bounds_is_refused_by_its_field()
    {
        await using var door = await Door.WithAccountAsync();

        Assert.Equal("token.display_name", Refusal(await CreateAsync(door, Officer, Wish() with { Label = " " })).Fields.Single().Field);
        Assert.Equal("token.lifetime_days", Refusal(await CreateAsync(door, Officer, Wish() with { LifetimeDays = 91 })).Fields.Single().Field);
        Assert.Equal("token.lifetime_days", Refusal(await CreateAsync(door, Officer, Wish() with { LifetimeDays = int.MaxValue })).Fields.Single().Field);
        Assert.Equal(Reason.NotFound, Refusal(await CreateAsync(door, Guard, Wish() with { For = Guard.Person })).Reason);
    }

    [Fact]
    public async Task A_repeated_request_is_refused_since_the_secret_is_told_once()
    {
        await using var door = await Door.WithAccountAsync();
        var wish = Wish();
        Assert.IsType<TokenOutcome.Done>(await CreateAsync(door, Officer, wish));

        Assert.Equal(Reason.Conflict, Refusal(await CreateAsync(door, Officer, wish)).Reason);
    }

    private static TokenWish Wish() => new(Door.Person, "周报脚本", TokenScope.Read, LifetimeDays: null, $"request-{Interlocked.Increment(ref requests)}");

    private static Task<TokenOutcome> CreateAsync(Door door, Caller caller, TokenWish wish, bool security = false) =>
        door.Get<ProgramTokens>().CreateAsync(caller, security, wish, address: null, CancellationToken.None);

    private static Task<TokenOutcome> RevokeAsync(Door door, Caller caller, string id) =>
        door.Get<ProgramTokens>().RevokeAsync(caller, security: false, id, address: null, CancellationToken.None);

    private static IdentityRefusal Refusal(TokenOutcome outcome) => Assert.IsType<TokenOutcome.Refused>(outcome).Refusal;
}
