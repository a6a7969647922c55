namespace Projects.Storage.Tests;

public sealed class SignInAttemptsOnSqlite(OnSqlite database) : SignInAttemptTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class SignInAttemptsOnPostgres(OnPostgres database) : SignInAttemptTests(database), IClassFixture<OnPostgres>;

public abstract class SignInAttemptTests(TestDatabase database) : IAsyncDisposable
{
    private const int Limit = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly AccountsDatabase tables = new(database.Database);
    private readonly string subject = $"login:{Story.NewPark()}";

    private SignInAttempts Attempts => new(tables);

    [Fact]
    public async Task Attempts_beyond_the_limit_are_locked_until_a_window_after_the_one_that_reached_it()
    {
        Assert.False((await CountAsync(0)).IsLocked);
        Assert.False((await CountAsync(5)).IsLocked);
        Assert.False((await CountAsync(10)).IsLocked);

        var refused = await CountAsync(11);
        Assert.True(refused is { IsLocked: true, IsFirstRefused: true });
        Assert.Equal(Morning.AddMinutes(10) + Window, refused.Ends);

        Assert.True(await CountAsync(24) is { IsLocked: true, IsFirstRefused: false });
        Assert.Equal(1, (await CountAsync(25)).Attempts);
    }

    [Fact]
    public async Task A_window_without_a_lock_out_ends_a_window_after_its_first_attempt()
    {
        await CountAsync(0);
        Assert.Equal(2, (await CountAsync(14)).Attempts);
        Assert.Equal(1, (await CountAsync(15)).Attempts);
    }

    [Fact]
    public async Task Guessing_in_parallel_gains_nothing()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => CountAsync(0))));

        Assert.Equal(Limit, counts.Count(count => !count.IsLocked));
        Assert.Single(counts, count => count.IsFirstRefused);
    }

    [Fact]
    public async Task An_attempt_given_back_does_not_count_and_clearing_starts_over()
    {
        await CountAsync(0);
        await Attempts.GiveBackAsync(subject, CancellationToken.None);
        Assert.Equal(1, (await CountAsync(1)).Attempts);

        await Attempts.ClearAsync(subject, CancellationToken.None);
        Assert.Equal(1, (await CountAsync(2)).Attempts);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return tables.DisposeAsync();
    }

    private Task<AttemptCount> CountAsync(int minute) => Attempts.CountAsync(subject, Limit, Window, Morning.AddMinutes(minute), CancellationToken.None);
}
