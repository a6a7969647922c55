using Projects.Grains;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

/// <summary>The security administrator's book of accounts, and everybody's own password (SECURITY 2).</summary>
public sealed class AccountBookTests
{
    private const string NewPassword = "another horse battery";
    private static readonly Caller Security = new(Door.Park, new PersonId("security-admin"), ActorKind.Person);

    [Fact]
    public async Task A_link_is_good_once_and_a_reset_uses_up_the_one_before()
    {
        await using var door = await Door.OpenAsync();
        var first = await OpenAsync(door);

        var second = Assert.IsType<AccountOutcome.Done>(await door.Get<AccountBook>().ResetAsync(Security, Door.Login, null, CancellationToken.None)).LinkCode!;

        Assert.IsType<SignInOutcome.Refused>(await ByLinkAsync(door, first));
        Assert.IsType<SignInOutcome.SignedIn>(await ByLinkAsync(door, second));
        Assert.IsType<SignInOutcome.Refused>(await ByLinkAsync(door, second));
    }

    [Fact]
    public async Task A_reset_takes_the_password_and_ends_the_sign_ins()
    {
        await using var door = await Door.WithAccountAsync();
        var before = await door.SignInAsync();

        await door.Get<AccountBook>().ResetAsync(Security, Door.Login, null, CancellationToken.None);

        Assert.Null(await LiveAsync(door, before.Token));
        Assert.IsType<SignInOutcome.Refused>(await door.TryAsync(Door.Password));
    }

    [Fact]
    public async Task A_disabled_account_ends_sign_ins_and_tokens_at_once_and_comes_back_with_its_tokens_only()
    {
        await using var door = await Door.WithAccountAsync();
        var (session, token) = ((await door.SignInAsync()).Token, await door.TokenAsync(TokenScope.Write));

        await door.Get<AccountBook>().DisableAsync(Security, Door.Login, null, CancellationToken.None);
        Assert.Null(await LiveAsync(door, session));
        Assert.Null(await LiveAsync(door, token));

        await door.Get<AccountBook>().EnableAsync(Security, Door.Login, null, CancellationToken.None);
        Assert.Null(await LiveAsync(door, session));
        Assert.NotNull(await LiveAsync(door, token));
    }

    [Fact]
    public async Task A_taken_name_another_parks_account_and_ones_own_are_refused()
    {
        await using var door = await Door.WithAccountAsync();
        var book = door.Get<AccountBook>();

        Assert.Equal(IdentityRefusal.LoginTaken, RefusalIn(await book.CreateAsync(Security, Door.Login, new PersonId("officer-b"), null, CancellationToken.None)));
        Assert.Equal(IdentityRefusal.LoginTaken, RefusalIn(await book.CreateAsync(Security, "other.name", Door.Person, null, CancellationToken.None)));
        Assert.Equal(IdentityRefusal.NoAccount, RefusalIn(await book.DisableAsync(Security with { Park = new ParkCode("guiyang") }, Door.Login, null, CancellationToken.None)));
        Assert.Equal(IdentityRefusal.OwnAccount, RefusalIn(await book.DisableAsync(Security with { Person = Door.Person }, Door.Login, null, CancellationToken.None)));
    }

    [Fact]
    public async Task Each_change_stands_in_the_audit_trail_with_its_target()
    {
        await using var door = await Door.OpenAsync();
        await OpenAsync(door);
        var book = door.Get<AccountBook>();
        await book.ResetAsync(Security, Door.Login, null, CancellationToken.None);
        await book.DisableAsync(Security, Door.Login, null, CancellationToken.None);
        await book.EnableAsync(Security, Door.Login, null, CancellationToken.None);

        var trail = await door.TrailAsync();

        Assert.Equal([AuditActions.AccountCreated, AuditActions.AccountReset, AuditActions.AccountDisabled, AuditActions.AccountEnabled], trail.Select(entry => entry.Action));
        Assert.All(trail, entry => Assert.Equal((Security.Person, $"parks/{Door.Park}/accounts/{Door.Login}"), (entry.Person, entry.Target)));
    }

    [Fact]
    public async Task A_session_by_link_sets_a_password_without_one_and_ends_the_others()
    {
        await using var door = await Door.OpenAsync();
        var byLink = Assert.IsType<SignInOutcome.SignedIn>(await ByLinkAsync(door, await OpenAsync(door)));

        Assert.Null(await SetAsync(door, byLink.Session, current: ""));
        var byPassword = Assert.IsType<SignInOutcome.SignedIn>(await door.TryAsync(NewPassword));
        Assert.Null(await door.Get<OwnPassword>().SetAsync(byPassword.Session, NewPassword, "a third horse battery", null, CancellationToken.None));

        Assert.Null(await LiveAsync(door, byLink.Token));
        Assert.NotNull(await LiveAsync(door, byPassword.Token));
    }

    [Fact]
    public async Task A_session_by_password_needs_it_and_guessing_is_locked_out()
    {
        await using var door = await Door.WithAccountAsync(("Projects:Identity:AttemptsPerAccount", "3"));
        var session = (await door.SignInAsync()).Session;

        for (var guess = 0; guess < 3; guess++)
            Assert.Equal(IdentityRefusal.WrongCurrentPassword, await SetAsync(door, session, current: $"guess number {guess}"));

        Assert.Equal(Reason.RateLimited, (await SetAsync(door, session, Door.Password))?.Reason);
    }

    [Fact]
    public async Task A_program_sets_no_password()
    {
        await using var door = await Door.WithAccountAsync();
        var program = (await LiveAsync(door, await door.TokenAsync(TokenScope.Write)))!;

        Assert.Equal(IdentityRefusal.PersonNeeded, await SetAsync(door, program, Door.Password));
    }

    private static async Task<string> OpenAsync(Door door) =>
        Assert.IsType<AccountOutcome.Done>(await door.Get<AccountBook>().CreateAsync(Security, Door.Login, Door.Person, null, CancellationToken.None)).LinkCode!;

    private static Task<SignInOutcome> ByLinkAsync(Door door, string code) => door.Get<SignIn>().WithLinkAsync(code, null, CancellationToken.None);

    private static Task<IdentityRefusal?> SetAsync(Door door, Session session, string current) =>
        door.Get<OwnPassword>().SetAsync(session, current, NewPassword, null, CancellationToken.None);

    private static ValueTask<Session?> LiveAsync(Door door, string token) => door.Get<LiveSessions>().FindAsync(token, CancellationToken.None);

    private static IdentityRefusal RefusalIn(AccountOutcome outcome) => Assert.IsType<AccountOutcome.Refused>(outcome).Refusal;
}
