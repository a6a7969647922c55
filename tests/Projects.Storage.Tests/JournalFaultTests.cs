using Microsoft.Extensions.Logging.Abstractions;

namespace Projects.Storage.Tests;

/// <summary>When the database fails, the caller hears which of the two it is: not stored, or not known. No driver exception gets out.</summary>
public sealed class JournalFaultOnSqlite(OnSqlite database) : JournalFaultTests(database), IClassFixture<OnSqlite>
{
    protected override Database Unreachable => Storage.Database.SqliteFile("/nowhere/at/all.db");
}

[Collection(OnPostgres.OneAtATime)]
public sealed class JournalFaultOnPostgres(OnPostgres database) : JournalFaultTests(database), IClassFixture<OnPostgres>
{
    protected override Database Unreachable => new(DatabaseProvider.Postgres, "Host=127.0.0.1;Port=9;Username=nobody;Timeout=5");

    [Fact]
    public async Task A_session_ended_under_an_append_leaves_it_in_doubt_and_the_next_finds_a_new_one()
    {
        var story = Story.OfNewPark();
        await story.AddAsync(Database.Journal);
        await using var blocker = TestDatabase.Connect(Database.Database);
        await blocker.OpenAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, "lock table stream_head in exclusive mode");
        var append = story.Next();

        var doubtful = Database.Journal.AppendAsync(append, CancellationToken.None);
        while (Convert.ToInt64(await ExecuteAsync(blocker, """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()
            """)) == 0)
            Assert.False(doubtful.IsCompleted, "the append must be waiting for the lock");
        await Assert.ThrowsAsync<AppendInDoubtException>(() => doubtful);
        await transaction.RollbackAsync();

        await story.AddAsync(Database.Journal, append);
        Assert.Equal(2, (await story.ReadAsync(Database.Journal)).Count);
    }

    private static async Task<object?> ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}

public abstract class JournalFaultTests(TestDatabase database)
{
    protected TestDatabase Database => database;

    protected abstract Database Unreachable { get; }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_unavailable_to_writers_and_readers()
    {
        await using var journal = new Journal(Unreachable, new JournalSignal(), NullLogger<Journal>.Instance);
        var story = Story.OfNewPark();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.AppendAsync(story.Next(), CancellationToken.None));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.HeadAsync(story.Stream, CancellationToken.None));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => story.ReadAsync(journal));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => TestDatabase.Migrator(Unreachable).ApplyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_who_gave_up_before_the_append_began_stores_nothing()
    {
        var story = Story.OfNewPark();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Journal.AppendAsync(story.Next(), new CancellationToken(canceled: true)));

        Assert.Empty(await story.ReadAsync(database.Journal));
    }

    [Fact]
    public async Task What_the_journal_throws_is_a_message_and_nothing_of_the_driver()
    {
        await using var journal = new Journal(Unreachable, new JournalSignal(), NullLogger<Journal>.Instance);

        var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.AppendAsync(Story.OfNewPark().Next(), CancellationToken.None));

        Assert.Null(thrown.InnerException);
    }
}
