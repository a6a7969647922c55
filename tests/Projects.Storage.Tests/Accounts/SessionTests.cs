namespace Projects.Storage.Tests;

public sealed class SessionsOnSqlite(OnSqlite database) : SessionTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class SessionsOnPostgres(OnPostgres database) : SessionTests(database), IClassFixture<OnPostgres>;

public abstract class SessionTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static int made;
    private readonly AccountsDatabase tables = new(database.Database);
    private readonly ParkCode park = Story.NewPark();
    private readonly PersonId person = new("officer-a");

    private Sessions Sessions => new(tables);
    private SignInLinks Links => new(tables);
    private Accounts Accounts => new(tables);
    private string Login => $"{park}.officer-a";

    public async ValueTask InitializeAsync() =>
        Assert.True(await Accounts.AddAsync(new Account(Login, park, person, null, Sample: false, Morning), CancellationToken.None));

    [Fact]
    public async Task A_session_is_found_by_the_digest_of_its_token()
    {
        var (digest, session) = await OpenAsync(ActorKind.Person);

        Assert.Equal(session, await Sessions.FindAsync(digest, CancellationToken.None));
        Assert.Null(await Sessions.FindAsync("another", CancellationToken.None));
    }

    [Fact]
    public async Task A_revoked_session_is_found_no_more_and_is_revoked_once()
    {
        var (digest, session) = await OpenAsync(ActorKind.Person);

        Assert.True(await Sessions.RevokeAsync(session.Id, Morning, CancellationToken.None));
        Assert.False(await Sessions.RevokeAsync(session.Id, Morning.AddHours(1), CancellationToken.None));

        Assert.Null(await Sessions.FindAsync(digest, CancellationToken.None));
    }

    [Fact]
    public async Task A_disabled_account_has_no_sessions()
    {
        var (digest, session) = await OpenAsync(ActorKind.Person);

        await Accounts.DisableAsync(Login, Morning, CancellationToken.None);
        Assert.Null(await Sessions.FindAsync(digest, CancellationToken.None));

        await Accounts.EnableAsync(Login, CancellationToken.None);
        Assert.Equal(session, await Sessions.FindAsync(digest, CancellationToken.None));
    }

    [Fact]
    public async Task A_last_use_never_moves_backwards()
    {
        var (digest, session) = await OpenAsync(ActorKind.Person);

        await Sessions.TouchAsync(session.Id, Morning.AddMinutes(2), CancellationToken.None);
        await Sessions.TouchAsync(session.Id, Morning.AddMinutes(1), CancellationToken.None);

        Assert.Equal(Morning.AddMinutes(2), (await Sessions.FindAsync(digest, CancellationToken.None))!.LastUse);
    }

    [Fact]
    public async Task Only_programs_are_listed_newest_first_and_revoked_ones_too()
    {
        await OpenAsync(ActorKind.Person);
        var (_, first) = await OpenAsync(ActorKind.Program, Morning);
        var (_, second) = await OpenAsync(ActorKind.Program, Morning.AddMinutes(1));
        await Sessions.RevokeAsync(first.Id, Morning.AddHours(1), CancellationToken.None);

        Assert.Equal([second, first with { Revoked = Morning.AddHours(1) }], await Sessions.ListProgramsAsync(park, CancellationToken.None));
    }

    [Fact]
    public async Task A_request_id_makes_one_token()
    {
        var token = New(ActorKind.Program, Morning);

        Assert.True(await Sessions.AddAsync("one-" + token.Id, token, "request-1", CancellationToken.None));
        Assert.False(await Sessions.AddAsync("two-" + token.Id, New(ActorKind.Program, Morning), "request-1", CancellationToken.None));
    }

    [Fact]
    public async Task What_expired_long_ago_is_forgotten()
    {
        var (digest, session) = await OpenAsync(ActorKind.Person);

        await Sessions.ForgetAsync(session.Expires, CancellationToken.None);
        Assert.NotNull(await Sessions.FindAsync(digest, CancellationToken.None));

        await Sessions.ForgetAsync(session.Expires.AddMilliseconds(1), CancellationToken.None);
        Assert.Null(await Sessions.FindAsync(digest, CancellationToken.None));
    }

    [Fact]
    public async Task A_link_is_good_once_even_when_many_come_at_once()
    {
        var digest = $"link-{park}";
        await Links.AddAsync(digest, Login, Morning.AddMinutes(30), CancellationToken.None);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Links.TakeAsync(digest, Morning, CancellationToken.None))));

        Assert.Equal(Login, Assert.Single(taken, login => login is not null));
    }

    [Fact]
    public async Task A_link_ends_at_its_instant()
    {
        var digest = $"link-{park}";
        await Links.AddAsync(digest, Login, Morning.AddMinutes(30), CancellationToken.None);

        Assert.Null(await Links.TakeAsync(digest, Morning.AddMinutes(30), CancellationToken.None));
        Assert.Equal(Login, await Links.TakeAsync(digest, Morning.AddMinutes(30).AddMilliseconds(-1), CancellationToken.None));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return tables.DisposeAsync();
    }

    private async Task<(string Digest, Session Session)> OpenAsync(ActorKind kind, DateTimeOffset? at = null)
    {
        var session = New(kind, at ?? Morning);
        Assert.True(await Sessions.AddAsync("digest-" + session.Id, session, requestId: null, CancellationToken.None));
        return ("digest-" + session.Id, session);
    }

    private Session New(ActorKind kind, DateTimeOffset at) => new(
        $"session-{Interlocked.Increment(ref made)}", kind, Login, park, person,
        kind == ActorKind.Program ? "周报脚本" : "", TokenScope.Write, at, at, at.AddHours(12));
}
