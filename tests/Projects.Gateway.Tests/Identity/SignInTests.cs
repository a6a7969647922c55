using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_gives_a_session_of_that_person_and_leaves_a_trace()
    {
        await using var door = await Door.WithAccountAsync();

        var signedIn = await door.SignInAsync();

        Assert.Matches("^prs_[A-Za-z0-9_-]{43}$", signedIn.Token);
        Assert.Equal((Door.Park, Door.Person, ActorKind.Person), (signedIn.Session.Park, signedIn.Session.Person, signedIn.Session.Kind));
        var entry = Assert.Single(await door.TrailAsync());
        Assert.Equal((AuditActions.SignIn, AuditEntry.Ok, "10.0.0.7", signedIn.Session.Id), (entry.Action, entry.Outcome, entry.Address, entry.SessionId));
    }

    [Theory]
    [InlineData(Door.Login, "wrong")]
    [InlineData("nobody.at-all", Door.Password)]
    [InlineData("Not A Login", Door.Password)]
    public async Task Wrong_name_and_wrong_password_are_answered_alike(string login, string password)
    {
        await using var door = await Door.WithAccountAsync();

        var refused = Assert.IsType<SignInOutcome.Refused>(await door.TryAsync(password, login));

        Assert.Same(IdentityRefusal.WrongPassword, refused.Refusal);
    }

    [Fact]
    public async Task An_account_without_password_or_disabled_is_entered_by_no_password()
    {
        await using var door = await Door.WithAccountAsync();
        await door.AddAccountAsync("panzhihua.leader-a", new PersonId("leader-a"), password: null);
        await door.Get<Accounts>().DisableAsync(Door.Login, door.Clock.GetUtcNow(), CancellationToken.None);

        Assert.IsType<SignInOutcome.Refused>(await door.TryAsync("", "panzhihua.leader-a"));
        Assert.IsType<SignInOutcome.Refused>(await door.TryAsync(Door.Password));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_out_for_fifteen_minutes_even_for_the_right_one()
    {
        await using var door = await Door.WithAccountAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
            Assert.Equal(Reason.Unauthenticated, Refusal(await door.TryAsync("wrong", address: $"10.0.0.{attempt}")).Reason);

        var locked = Refusal(await door.TryAsync(Door.Password));

        Assert.Equal((Reason.RateLimited, TimeSpan.FromMinutes(15)), (locked.Reason, locked.RetryAfter));
        Assert.Equal(AuditActions.LockOut, (await door.TrailAsync())[^1].Action);
        door.Clock.Advance(TimeSpan.FromMinutes(15));
        await door.SignInAsync();
    }

    [Fact]
    public async Task A_lock_out_does_not_tell_which_names_exist()
    {
        await using var door = await Door.OpenAsync(("Projects:Identity:AttemptsPerAccount", "1"));

        Assert.Equal(Reason.Unauthenticated, Refusal(await door.TryAsync("wrong", "nobody.at-all")).Reason);
        Assert.Equal(Reason.RateLimited, Refusal(await door.TryAsync("wrong", "nobody.at-all")).Reason);
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_locked_out_and_others_are_not()
    {
        await using var door = await Door.WithAccountAsync(("Projects:Identity:AttemptsPerAccount", "1"), ("Projects:Identity:AttemptsPerAddress", "2"));
        await door.TryAsync("wrong", "nobody.a");
        await door.TryAsync("wrong", "nobody.b");

        Assert.Equal(Reason.RateLimited, Refusal(await door.TryAsync(Door.Password)).Reason);
        Assert.IsType<SignInOutcome.SignedIn>(await door.TryAsync(Door.Password, address: "10.0.0.8"));
    }

    [Fact]
    public async Task Signing_in_rightly_again_and_again_locks_nobody_out()
    {
        await using var door = await Door.WithAccountAsync(("Projects:Identity:AttemptsPerAccount", "1"), ("Projects:Identity:AttemptsPerAddress", "1"));

        for (var time = 0; time < 3; time++)
            await door.SignInAsync();
    }

    [Fact]
    public async Task A_link_signs_in_once_within_thirty_minutes()
    {
        await using var door = await Door.WithAccountAsync();
        var link = await door.Get<Links>().MakeAsync(Door.Login, new Uri("http://127.0.0.1:5080"), CancellationToken.None);
        Assert.StartsWith("http://127.0.0.1:5080/sign-in#prl_", link.ToString());

        Assert.IsType<SignInOutcome.SignedIn>(await ByLinkAsync(door, link));
        Assert.Same(IdentityRefusal.BadLink, Refusal(await ByLinkAsync(door, link)));

        var late = await door.Get<Links>().MakeAsync(Door.Login, new Uri("http://127.0.0.1:5080"), CancellationToken.None);
        door.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Same(IdentityRefusal.BadLink, Refusal(await ByLinkAsync(door, late)));
    }

    [Fact]
    public async Task The_first_start_prints_a_link_a_person_in_both_languages()
    {
        await using var door = await Door.WithAccountAsync();

        var lines = await door.Get<Links>().InviteAsync(
            [new Invitation(Door.Login, new Text("项目专员", "project officer"))], new Uri("http://127.0.0.1:5080"), CancellationToken.None);

        Assert.Contains(lines, line => line.StartsWith("  项目专员 · project officer (panzhihua.officer-a): http://127.0.0.1:5080/sign-in#prl_", StringComparison.Ordinal));
    }

    private static Task<SignInOutcome> ByLinkAsync(Door door, Uri link) =>
        door.Get<SignIn>().WithLinkAsync(link.Fragment[1..], System.Net.IPAddress.Loopback, CancellationToken.None);

    private static IdentityRefusal Refusal(SignInOutcome outcome) => Assert.IsType<SignInOutcome.Refused>(outcome).Refusal;
}
