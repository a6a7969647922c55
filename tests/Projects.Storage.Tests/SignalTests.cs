namespace Projects.Storage.Tests;

public sealed class SignalOnSqlite(OnSqlite database) : SignalTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class SignalOnPostgres(OnPostgres database) : SignalTests(database), IClassFixture<OnPostgres>
{
    [Fact]
    public async Task What_another_process_commits_is_heard()
    {
        var story = Story.OfNewPark();
        var here = new JournalSignal();
        using var listener = new PostgresSignalListener(
            Database.Database, here, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<PostgresSignalListener>.Instance);
        await using var heard = here.WatchAsync(story.Stream.Park, Soon).GetAsyncEnumerator();
        await listener.StartAsync(CancellationToken.None);
        Assert.True(await heard.MoveNextAsync());
        Assert.True(heard.Current.Everything);

        await story.AddAsync(Database.Journal, events: 2);

        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(2, heard.Current.Versions[story.Stream]);
        await listener.StopAsync(CancellationToken.None);
    }
}

public abstract class SignalTests(TestDatabase database)
{
    protected TestDatabase Database => database;

    /// <summary>A guard against waiting for ever; no test waits this long.</summary>
    protected static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    [Fact]
    public async Task A_watcher_hears_the_latest_version_of_each_stream_of_its_park_once()
    {
        var (story, neighbour) = (Story.OfNewPark(), Story.OfNewPark());
        await using var heard = database.Signal.WatchAsync(story.Stream.Park, Soon).GetAsyncEnumerator();

        await story.AddAsync(database.Journal);
        await neighbour.AddAsync(database.Journal);
        await story.AddAsync(database.Journal);
        while (await heard.MoveNextAsync() && heard.Current.Versions[story.Stream] < 2)
            Assert.DoesNotContain(neighbour.Stream, heard.Current.Versions.Keys);

        Assert.Equal(2, heard.Current.Versions[story.Stream]);
        Assert.False(heard.Current.Everything);
    }

    [Fact]
    public async Task A_watcher_too_slow_for_its_room_is_told_to_read_everything()
    {
        var signal = new JournalSignal();
        await using var heard = signal.WatchAsync(park: null, Soon).GetAsyncEnumerator();
        for (var i = 0; i < 5_000; i++)
            signal.Publish(StreamName.Of(ParkCode.Of($"p-{i}")), 1);

        Assert.True(await heard.MoveNextAsync());

        Assert.True(heard.Current.Everything);
        Assert.InRange(heard.Current.Versions.Count, 1, 1_024);
    }
}
