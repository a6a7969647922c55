namespace Projects.Storage.Tests;

public sealed class FeedOnSqlite(OnSqlite database) : FeedTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class FeedOnPostgres(OnPostgres database) : FeedTests(database), IClassFixture<OnPostgres>
{
    [Fact]
    public async Task An_event_behind_an_open_transaction_waits_for_it()
    {
        var story = Story.OfNewPark();
        await using var slow = TestDatabase.Connect(Database.Database);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using (var command = slow.CreateCommand())
        {
            command.CommandText = "select pg_current_xact_id()";
            await command.ExecuteScalarAsync();
        }
        await story.AddAsync(Database.Journal);

        var during = await Database.Journal.ReadFeedAsync(story.Stream.Park, FeedToken.Start, 10, CancellationToken.None);
        await transaction.RollbackAsync();
        var after = await Database.Journal.ReadFeedAsync(story.Stream.Park, FeedToken.Start, 10, CancellationToken.None);

        Assert.Empty(during);
        Assert.Single(after);
    }
}

public abstract class FeedTests(TestDatabase database)
{
    protected TestDatabase Database => database;

    [Fact]
    public async Task The_feed_shows_a_park_and_its_projects_and_no_other_park()
    {
        var park = Story.OfNewPark();
        var project = new Story(StreamName.Of(new ProjectId(park.Stream.Park, ProjectCode.Of("lithium"))));
        var neighbour = new Story(StreamName.Of(ParkCode.Of(park.Stream.Park + "-east")));
        await park.AddAsync(database.Journal, events: 2);
        await neighbour.AddAsync(database.Journal);
        await project.AddAsync(database.Journal);

        var feed = await database.Journal.ReadFeedAsync(park.Stream.Park, FeedToken.Start, 10, CancellationToken.None);

        Assert.Equal([(park.Stream, 1L), (park.Stream, 2L), (project.Stream, 1L)], feed.Select(entry => (entry.Stream, entry.Recorded.Version)));
    }

    [Fact]
    public async Task Reading_goes_on_after_a_token()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(database.Journal, events: 3);
        var first = await database.Journal.ReadFeedAsync(story.Stream.Park, FeedToken.Start, 2, CancellationToken.None);
        Assert.True(FeedToken.TryParse(first[^1].Token.ToString(), out var token));

        var second = await database.Journal.ReadFeedAsync(story.Stream.Park, token, 2, CancellationToken.None);

        Assert.Equal([3L], second.Select(entry => entry.Recorded.Version));
    }

    [Fact]
    public async Task A_reader_from_the_end_sees_only_what_comes_later()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(database.Journal);
        var end = await database.Journal.FeedEndAsync(CancellationToken.None);
        await story.AddAsync(database.Journal);

        var later = await database.Journal.ReadFeedAsync(story.Stream.Park, end, 10, CancellationToken.None);

        Assert.Equal([2L], later.Select(entry => entry.Recorded.Version));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1-2")]
    [InlineData("1-2-3")]
    [InlineData("a-b")]
    public void A_token_that_is_not_ours_is_not_taken(string text) => Assert.False(FeedToken.TryParse(text, out _));

    [Fact]
    public async Task Under_concurrent_appends_of_two_processes_nothing_is_skipped()
    {
        await using var other = database.OpenJournal();
        var park = Story.NewPark();
        var projects = Enumerable.Range(0, 16).Select(i => new Story(StreamName.Of(new ProjectId(park, ProjectCode.Of($"p-{i}"))))).ToList();
        const int rounds = 40;

        var writing = Task.WhenAll(projects.Select((project, i) => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
                await project.AddAsync(i % 2 == 0 ? database.Journal : other);
        })));
        var seen = new List<FeedEntry>();
        while (seen.Count < rounds * projects.Count)
        {
            var wasDone = writing.IsCompleted;
            var page = await database.Journal.ReadFeedAsync(park, seen.LastOrDefault()?.Token ?? FeedToken.Start, 50, CancellationToken.None);
            seen.AddRange(page);
            Assert.False(wasDone && page.Count == 0, $"the feed ended after {seen.Count} events");
        }
        await writing;

        Assert.All(seen.GroupBy(entry => entry.Stream), stream =>
            Assert.Equal(Enumerable.Range(1, rounds).Select(i => (long)i), stream.Select(entry => entry.Recorded.Version)));
    }
}
