using System.Net;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class LiveSessionTests
{
    [Fact]
    public async Task A_session_unused_for_thirty_minutes_has_ended()
    {
        await using var door = await Door.WithAccountAsync();
        var token = (await door.SignInAsync()).Token;

        door.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await UseAsync(door, token));
        door.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await UseAsync(door, token));
        door.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(door, token));
    }

    [Fact]
    public async Task A_session_in_use_ends_after_twelve_hours()
    {
        await using var door = await Door.WithAccountAsync();
        var token = (await door.SignInAsync()).Token;

        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            door.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, await UseAsync(door, token));
        }
        door.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(door, token));
    }

    [Fact]
    public async Task A_use_is_written_at_most_once_a_minute()
    {
        await using var door = await Door.WithAccountAsync();
        var signedIn = await door.SignInAsync();
        door.Clock.Advance(TimeSpan.FromSeconds(59));
        await UseAsync(door, signedIn.Token);
        Assert.Equal(signedIn.Session.LastUse, (await StoredAsync(door, signedIn.Token))!.LastUse);

        door.Clock.Advance(TimeSpan.FromSeconds(1));
        await UseAsync(door, signedIn.Token);
        Assert.Equal(door.Clock.GetUtcNow(), (await StoredAsync(door, signedIn.Token))!.LastUse);
    }

    [Fact]
    public async Task Signing_out_takes_effect_at_once_and_twice_is_no_error()
    {
        await using var door = await Door.WithAccountAsync();
        var signedIn = await door.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(signedIn.Token));

        await door.Get<SignIn>().OutAsync(signedIn.Session, IPAddress.Loopback, CancellationToken.None);
        await door.Get<SignIn>().OutAsync(signedIn.Session, IPAddress.Loopback, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, await door.StatusAsync(signedIn.Token));
        Assert.Single(await door.TrailAsync(), entry => entry.Action == AuditActions.SignOut);
    }

    [Fact]
    public async Task A_revocation_by_another_process_takes_effect_within_five_seconds()
    {
        await using var door = await Door.WithAccountAsync();
        var signedIn = await door.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(signedIn.Token));

        await door.Get<Sessions>().RevokeAsync(signedIn.Session.Id, door.Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(signedIn.Token));
        door.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, await door.StatusAsync(signedIn.Token));
    }

    [Fact]
    public async Task Disabling_an_account_here_ends_its_sessions_at_once()
    {
        await using var door = await Door.WithAccountAsync();
        var token = (await door.SignInAsync()).Token;
        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(token));

        await door.Get<Accounts>().DisableAsync(Door.Login, door.Clock.GetUtcNow(), CancellationToken.None);
        door.Get<LiveSessions>().ForgetAccount(Door.Login);

        Assert.Equal(HttpStatusCode.Unauthorized, await door.StatusAsync(token));
    }

    [Fact]
    public async Task The_cache_is_bounded_and_starts_over()
    {
        await using var door = await Door.WithAccountAsync(("Projects:Identity:BelievedAtMost", "1"));
        var (first, second) = ((await door.SignInAsync()).Token, (await door.SignInAsync()).Token);

        foreach (var token in new[] { first, second, first, second })
            Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(token));
    }

    /// <summary>Uses the token and lets what was noted be written, as the upkeep does behind the request.</summary>
    private static async Task<HttpStatusCode> UseAsync(Door door, string token)
    {
        var status = await door.StatusAsync(token);
        await door.Get<LastUses>().WriteAsync(CancellationToken.None);
        return status;
    }

    private static Task<Session?> StoredAsync(Door door, string token) =>
        door.Get<Sessions>().FindAsync(BearerToken.DigestOf(token), CancellationToken.None);
}
