namespace Projects.Storage.Tests;

public sealed class ChainOnSqlite(OnSqlite database) : ChainTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class ChainOnPostgres(OnPostgres database) : ChainTests(database), IClassFixture<OnPostgres>;

public abstract class ChainTests(TestDatabase database)
{
    [Theory]
    [InlineData("payload = replace(payload, '甲', '乙')")]
    [InlineData("person = 'someone-else'")]
    [InlineData("for_person = null")]
    [InlineData("effective_on = '2024-01-11'")]
    [InlineData("recorded_at = '2024-01-12T03:00:00.000001Z'")]
    [InlineData("park_version = 4")]
    [InlineData("request_seq = 7")]
    public async Task One_changed_column_is_found_where_it_is(string change)
    {
        var story = Story.OfNewPark();
        await story.AddAsync(database.Journal, events: 3);
        Assert.Equal(1, await database.ExecuteAsync($"update journal set {change} where stream = '{story.Stream}' and version = 2"));

        var corrupt = await Assert.ThrowsAsync<JournalCorruptException>(() => story.ReadAsync(database.Journal));

        Assert.Contains($"{story.Stream} version 2", corrupt.Message);
    }

    [Fact]
    public async Task A_page_begins_after_any_event_and_checks_its_own_links()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(database.Journal, events: 5);

        Assert.Equal([1, 2], await VersionsAsync(after: 0, limit: 2));
        Assert.Equal([3, 4], await VersionsAsync(after: 2, limit: 2));
        Assert.Equal([5], await VersionsAsync(after: 4, limit: 2));
        Assert.Empty(await VersionsAsync(after: 5, limit: 2));
        Assert.Empty(await VersionsAsync(after: 9, limit: 2));

        await database.ExecuteAsync($"update journal set person = 'someone-else' where stream = '{story.Stream}' and version = 3");
        await Assert.ThrowsAsync<JournalCorruptException>(() => VersionsAsync(after: 2, limit: 2));

        async Task<IEnumerable<long>> VersionsAsync(long after, int limit) =>
            (await database.Journal.PageAsync(story.Stream, after, limit, CancellationToken.None)).Select(entry => entry.Recorded.Version);
    }

    [Fact]
    public async Task A_missing_event_is_found()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(database.Journal, events: 3);
        await database.ExecuteAsync($"delete from journal where stream = '{story.Stream}' and version = 2");

        var corrupt = await Assert.ThrowsAsync<JournalCorruptException>(() => story.ReadAsync(database.Journal));

        Assert.Contains($"{story.Stream} version 3", corrupt.Message);
    }
}

public sealed class ChainEncodingTests
{
    [Fact]
    public void An_event_of_a_newer_program_is_named()
    {
        var row = new PendingAppend(Story.OfNewPark().Next()).Rows[0] with { Name = "unheard.of" };

        Assert.Contains("unheard.of", Assert.Throws<JournalCorruptException>(() => row.Read()).Message);
    }

    [Fact]
    public void The_digest_of_a_known_event_never_changes()
    {
        var row = new PendingAppend(new Story(StreamName.Of(ParkCode.Of("panzhihua"))).Next("request-1")).Rows[0];

        Assert.Equal("8d5457b6d7d57a8b12b382214e440154dedfdfd4955bc1256864e19b91dce075", Convert.ToHexStringLower(row.Hash));
    }
}
