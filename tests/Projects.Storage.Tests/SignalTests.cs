namespace Projects.Storage.Tests;

public sealed class SignalOnSqlite(OnSqlite database) : SignalTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class SignalOnPostgres(OnPostgres database) : SignalTests(database), IClassFixture<OnPostgres>
{
    [Fact]
    public async Task What_another_process_commits_is_heard()
    {
        var story = Story.OfNewPark();
        await using var heard = new OtherProcess(Database.Database, story.Stream.Park);
        await heard.ListenAsync();

        await story.AddAsync(Database.Journal, events: 2);

        Assert.Equal(2, (await heard.NextAsync()).Versions[story.Stream]);
    }

    [Fact]
    public async Task Every_stream_of_a_large_batch_is_heard()
    {
        var park = Story.NewPark();
        var stories = Enumerable.Range(0, 300).Select(n => new Story(StreamName.Of(new ProjectId(park, ProjectCode.Of($"磷酸铁锂-{n}"))))).ToList();
        await using var heard = new OtherProcess(Database.Database, park);
        await heard.ListenAsync();

        await Task.WhenAll(stories.Select(story => story.AddAsync(Database.Journal)));

        var streams = new HashSet<StreamName>();
        while (streams.Count < stories.Count)
            streams.UnionWith((await heard.NextAsync()).Versions.Keys);
        Assert.All(stories, story => Assert.Contains(story.Stream, streams));
    }

    /// <summary>A process that commits nothing and listens.</summary>
    private sealed class OtherProcess : IAsyncDisposable
    {
        private readonly PostgresSignalListener listener;
        private readonly IAsyncEnumerator<JournalChanges> changes;

        public OtherProcess(Database database, ParkCode park)
        {
            var signal = new JournalSignal();
            listener = new PostgresSignalListener(database, signal, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<PostgresSignalListener>.Instance);
            changes = signal.WatchAsync(park, Soon).GetAsyncEnumerator();
        }

        /// <summary>Returns when it hears: it then does not know what it has missed.</summary>
        public async Task ListenAsync()
        {
            await listener.StartAsync(CancellationToken.None);
            Assert.True((await NextAsync()).Everything);
        }

        public async Task<JournalChanges> NextAsync()
        {
            Assert.True(await changes.MoveNextAsync());
            return changes.Current;
        }

        public async ValueTask DisposeAsync()
        {
            await changes.DisposeAsync();
            await listener.StopAsync(CancellationToken.None);
            listener.Dispose();
        }
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
