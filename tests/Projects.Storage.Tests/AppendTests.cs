namespace Projects.Storage.Tests;

public sealed class AppendOnSqlite(OnSqlite database) : AppendTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class AppendOnPostgres(OnPostgres database) : AppendTests(database), IClassFixture<OnPostgres>;

public abstract class AppendTests(TestDatabase database)
{
    private Journal Journal => database.Journal;

    [Fact]
    public async Task What_was_appended_is_read_back_whole()
    {
        var story = Story.OfNewPark();
        var append = story.Next("request-1", events: 3);
        await story.AddAsync(Journal, append);

        var entries = await story.ReadAsync(Journal);

        Assert.Equal(append.Events.Select(e => e with { At = EventChain.Truncate(e.At) }), entries.Select(entry => entry.Recorded));
        Assert.Equal(story.Head, entries[^1].Hash);
        Assert.Equal(TimeSpan.Zero, entries[0].Recorded.At.Offset);
    }

    [Fact]
    public async Task The_head_tells_version_and_digest()
    {
        var story = Story.OfNewPark();
        Assert.Null(await Journal.HeadAsync(story.Stream, CancellationToken.None));
        await story.AddAsync(Journal, events: 2);
        await story.AddAsync(Journal);

        var head = await Journal.HeadAsync(story.Stream, CancellationToken.None);

        Assert.Equal(3, head!.Version);
        Assert.Equal(story.Head, head.Hash);
    }

    [Fact]
    public async Task Reading_goes_on_from_a_known_head()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(Journal, events: 2);
        var known = new Head(story.Version, story.Head);
        await story.AddAsync(Journal);

        Assert.Equal([3L], (await story.ReadAsync(Journal, known)).Select(entry => entry.Recorded.Version));
    }

    [Fact]
    public async Task Reading_goes_past_a_page()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(Journal, events: 2_001);

        Assert.Equal(2_001, (await story.ReadAsync(Journal)).Count);
    }

    [Fact]
    public async Task A_writer_who_is_behind_gets_a_conflict_and_stores_nothing()
    {
        var story = Story.OfNewPark();
        var late = story.Next();
        await story.AddAsync(Journal);

        Assert.IsType<AppendResult.Conflict>(await Journal.AppendAsync(late, CancellationToken.None));
        Assert.Single(await story.ReadAsync(Journal));
    }

    [Fact]
    public async Task A_writer_who_is_ahead_of_the_journal_gets_a_conflict_so_that_no_gap_can_be()
    {
        var story = Story.OfNewPark();
        var ahead = new Append(story.Stream, 5, story.Head, [story.Next().Events[0] with { Version = 6 }], []);

        Assert.IsType<AppendResult.Conflict>(await Journal.AppendAsync(ahead, CancellationToken.None));
        Assert.Empty(await story.ReadAsync(Journal));
    }

    [Fact]
    public async Task A_writer_with_the_right_version_on_another_history_gets_a_conflict()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(Journal);
        var forked = story.Next() with { Head = EventChain.Start };

        Assert.IsType<AppendResult.Conflict>(await Journal.AppendAsync(forked, CancellationToken.None));
    }

    [Fact]
    public async Task A_repeated_request_finds_the_first_result()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(Journal);
        var first = story.Next("once", events: 2);
        await story.AddAsync(Journal, first);

        var stale = await Journal.AppendAsync(first, CancellationToken.None);
        var fresh = await Journal.AppendAsync(story.Next("once"), CancellationToken.None);

        Assert.Equal(new AppendResult.Repeated(2, 3), stale);
        Assert.Equal(new AppendResult.Repeated(2, 3), fresh);
        Assert.Equal(3, (await story.ReadAsync(Journal)).Count);
        Assert.Equal([2L, 3L], (await Journal.FindRequestAsync(story.Stream, "once", CancellationToken.None)).Select(e => e.Version));
    }

    [Fact]
    public async Task The_same_request_id_in_another_stream_is_another_request()
    {
        var (one, other) = (Story.OfNewPark(), Story.OfNewPark());
        await one.AddAsync(Journal, one.Next("same"));
        await other.AddAsync(Journal, other.Next("same"));
    }

    [Fact]
    public async Task Conflicts_in_a_shared_commit_fail_only_their_own_streams()
    {
        var stories = Enumerable.Range(0, 300).Select(_ => Story.OfNewPark()).ToList();
        var late = stories.Where((_, i) => i % 29 == 0).ToDictionary(story => story, story => story.Next());
        await Task.WhenAll(late.Keys.Select(story => story.AddAsync(Journal)));

        var results = await Task.WhenAll(stories.Select(async story =>
            (story, await Journal.AppendAsync(late.GetValueOrDefault(story) ?? story.Next(), CancellationToken.None))));

        foreach (var (story, result) in results)
            Assert.Equal(late.ContainsKey(story), result is AppendResult.Conflict);
        foreach (var story in stories)
            Assert.Single(await story.ReadAsync(Journal));
    }

    [Fact]
    public async Task Two_waiting_appends_of_one_stream_are_stored_in_order()
    {
        var story = Story.OfNewPark();
        var first = story.Next();
        var ahead = new PendingAppend(first);
        var second = new Append(story.Stream, 1, ahead.HeadRow.Hash, [story.Next().Events[0] with { Version = 2 }], []);

        var results = await Task.WhenAll(
            Journal.AppendAsync(first, CancellationToken.None), Journal.AppendAsync(second, CancellationToken.None));

        Assert.All(results, result => Assert.IsType<AppendResult.Committed>(result));
        Assert.Equal(2, (await story.ReadAsync(Journal)).Count);
    }

    [Fact]
    public async Task Of_two_processes_one_wins_and_the_other_hears_of_a_conflict()
    {
        await using var other = database.OpenJournal();
        var stories = Enumerable.Range(0, 50).Select(_ => Story.OfNewPark()).ToList();

        foreach (var story in stories)
        {
            var results = await Task.WhenAll(
                Journal.AppendAsync(story.Next(), CancellationToken.None), other.AppendAsync(story.Next(), CancellationToken.None));
            Assert.Single(results.OfType<AppendResult.Committed>());
            Assert.Single(results.OfType<AppendResult.Conflict>());
        }
    }

    [Fact]
    public async Task What_was_accepted_before_closing_is_committed()
    {
        var stories = Enumerable.Range(0, 100).Select(_ => Story.OfNewPark()).ToList();
        var closing = database.OpenJournal();
        var appends = stories.Select(story => closing.AppendAsync(story.Next(), CancellationToken.None)).ToList();
        await closing.DisposeAsync();

        Assert.All(await Task.WhenAll(appends), result => Assert.IsType<AppendResult.Committed>(result));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => closing.AppendAsync(Story.OfNewPark().Next(), CancellationToken.None));
    }

    [Fact]
    public async Task A_ledger_row_that_the_database_refuses_takes_its_events_with_it_and_no_others()
    {
        var (bad, good) = (Story.OfNewPark(), Story.OfNewPark());
        var impossible = StreamHeads.Table.Put(new StreamHeadRow(Story.OfNewPark().Stream, 9, EventChain.Start, default, ExpectedVersion: 8, EventChain.Start));

        var badly = Journal.AppendAsync(bad.Next("r", 1, impossible), CancellationToken.None);
        var well = Journal.AppendAsync(good.Next(), CancellationToken.None);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => badly);
        Assert.IsType<AppendResult.Committed>(await well);
        Assert.Empty(await bad.ReadAsync(Journal));
    }

    [Fact]
    public async Task An_append_without_sense_is_refused_as_a_bug()
    {
        var story = Story.OfNewPark();
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(story.Next("r", events: 0), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(story.Next("r", 2) with { ExpectedVersion = 7 }, CancellationToken.None));
    }
}
