using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>
/// The journal on SQLite. The writer has one connection with <c>synchronous=FULL</c> (NORMAL lost acknowledged rows in 5 of 12
/// power losses, SECURITY 1.1). Only a batch that was refused a row is put once more with a savepoint an append, so that a conflict
/// undoes only itself: a savepoint copies every page touched. Readers use pooled connections and never wait for the writer (WAL).
/// The driver's calls block, so the async ones here complete at once.
/// </summary>
internal sealed partial class SqliteJournal(Database database, ILogger logger) : IJournalDatabase
{
    private SqliteWriter? _writer;

    public void Commit(IReadOnlyList<PendingAppend> batch)
    {
        var refusals = new Dictionary<PendingAppend, AppendResult>();
        var committing = false;
        try
        {
            _writer ??= new SqliteWriter(database);
            _writer.Begin();
            if (!TryPutAll(_writer, batch))
            {
                _writer.Rollback();
                _writer.Begin();
                foreach (var pending in batch)
                    if (Add(_writer, pending) is { } refusal)
                        refusals.Add(pending, refusal);
            }
            committing = true;
            _writer.Commit();
        }
        catch (SqliteException e)
        {
            Abandon(e, batch.Where(pending => !pending.Completion.IsCompleted), committing);
            return;
        }
        // One that failed on its own is settled already.
        foreach (var pending in batch)
            pending.Settle(refusals.GetValueOrDefault(pending) ?? pending.Committed);
    }

    public Task<IReadOnlyList<JournalRow>> ReadAsync(StreamName stream, long afterVersion, int limit, CancellationToken cancellationToken) =>
        Read<JournalRow>("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal where stream = @stream and version > @after order by version limit @limit
            """,
            command =>
            {
                command.Parameters.AddWithValue("@stream", stream.ToString());
                command.Parameters.AddWithValue("@after", afterVersion);
                command.Parameters.AddWithValue("@limit", limit);
            },
            SqliteRows.Row, cancellationToken);

    public Task<IReadOnlyList<JournalRow>> FindRequestAsync(StreamName stream, string requestId, CancellationToken cancellationToken) =>
        Read<JournalRow>(SqliteRows.ByRequest,
            command =>
            {
                command.Parameters.AddWithValue("@stream", stream.ToString());
                command.Parameters.AddWithValue("@request_id", requestId);
            },
            SqliteRows.Row, cancellationToken);

    public async Task<Head?> HeadAsync(StreamName stream, CancellationToken cancellationToken) =>
        (await Read(SqliteRows.HeadOf, command => command.Parameters.AddWithValue("@stream", stream.ToString()), SqliteRows.Head, cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();

    public Task<IReadOnlyList<(FeedToken Token, JournalRow Row)>> ReadFeedAsync(ParkCode park, FeedToken after, int limit, CancellationToken cancellationToken) =>
        Read("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash, position
            from journal
            where position > @after and (stream = @park or substr(stream, 1, length(@projects)) = @projects)
            order by position limit @limit
            """,
            command =>
            {
                command.Parameters.AddWithValue("@after", after.Position);
                command.Parameters.AddWithValue("@park", StreamName.Of(park).ToString());
                command.Parameters.AddWithValue("@projects", StreamName.Of(new ProjectId(park, ProjectCode.Of(""))).ToString());
                command.Parameters.AddWithValue("@limit", limit);
            },
            reader => (new FeedToken(0, reader.GetInt64(16)), SqliteRows.Row(reader)), cancellationToken);

    public Task<IReadOnlyList<JournalRow>> OutcomesAsync(ParkCode park, DaySpan days, int limit, CancellationToken cancellationToken) =>
        Read("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal
            where event_name in ('issue.closed', 'issue.returned', 'issue.extension-decided', 'issue.reopened')
              and effective_on between @from and @until and substr(stream, 1, length(@projects)) = @projects
            order by effective_on desc, position desc limit @limit
            """,
            command =>
            {
                command.Parameters.AddWithValue("@from", SqliteText.Of(days.From));
                command.Parameters.AddWithValue("@until", SqliteText.Of(days.Until));
                command.Parameters.AddWithValue("@projects", StreamName.Of(new ProjectId(park, ProjectCode.Of(""))).ToString());
                command.Parameters.AddWithValue("@limit", limit);
            },
            SqliteRows.Row, cancellationToken);

    public Task<IReadOnlyList<JournalRow>> BesideIssuesAsync((string Stream, long Version) after, string last, int limit, CancellationToken cancellationToken) =>
        Read<JournalRow>("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal
            where event_name not like 'issue.%' and (stream, version) > (@stream, @version) and stream <= @last
            order by stream, version limit @limit
            """,
            command =>
            {
                command.Parameters.AddWithValue("@stream", after.Stream);
                command.Parameters.AddWithValue("@version", after.Version);
                command.Parameters.AddWithValue("@last", last);
                command.Parameters.AddWithValue("@limit", limit);
            },
            SqliteRows.Row, cancellationToken);

    public async Task<FeedToken> FeedEndAsync(CancellationToken cancellationToken) =>
        (await Read("select coalesce(max(position), 0) from journal", _ => { }, reader => new FeedToken(0, reader.GetInt64(0)), cancellationToken)
            .ConfigureAwait(false))[0];

    public Task<IReadOnlyList<string>> StreamsAsync(string after, int limit, CancellationToken cancellationToken) =>
        Read("select distinct stream from journal where stream > @after order by stream limit @limit",
            command =>
            {
                command.Parameters.AddWithValue("@after", after);
                command.Parameters.AddWithValue("@limit", limit);
            },
            reader => reader.GetString(0), cancellationToken);

    public Task<IReadOnlyList<(string Stream, Head Head)>> HeadsAsync(string after, int limit, CancellationToken cancellationToken) =>
        Read("select version, hash, stream from stream_head where stream > @after order by stream limit @limit",
            command =>
            {
                command.Parameters.AddWithValue("@after", after);
                command.Parameters.AddWithValue("@limit", limit);
            },
            reader => (reader.GetString(2), SqliteRows.Head(reader)), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Puts all appends into the open transaction; false at the first row the database refuses.</summary>
    private static bool TryPutAll(SqliteWriter writer, IReadOnlyList<PendingAppend> batch)
    {
        try
        {
            foreach (var pending in batch)
                writer.Put(pending);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }
    }

    /// <summary>Adds one append to the open transaction.</summary>
    /// <returns>Why it was not added; null when it was, or when it failed on its own and is settled.</returns>
    private static AppendResult? Add(SqliteWriter writer, PendingAppend pending)
    {
        writer.Mark();
        try
        {
            writer.Put(pending);
            writer.Keep();
            return null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            writer.Undo();
            var refusal = pending.Refused(writer.FindRequest(pending), writer.FindHead(pending));
            if (refusal is null)
                pending.Fail(new JournalUnavailableException($"The database refused the append to {pending.Append.Stream}: {e.Message}"));
            return refusal;
        }
    }

    private void Abandon(SqliteException e, IEnumerable<PendingAppend> batch, bool committing)
    {
        LogAbandoned(e, committing);
        _writer?.Dispose();
        _writer = null;
        foreach (var pending in batch)
            pending.Fail(committing
                ? new AppendInDoubtException($"The commit failed and may or may not have reached the disk: {e.Message}")
                : new JournalUnavailableException($"The database could not be written: {e.Message}"));
    }

    private Task<IReadOnlyList<T>> Read<T>(string sql, Action<SqliteCommand> bind, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var connection = database.OpenSqlite(pooled: true);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            bind(command);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            ReadMeter.Took(Stopwatch.GetTimestamp() - began);
            return Task.FromResult<IReadOnlyList<T>>(rows);
        }
        catch (SqliteException e)
        {
            return Task.FromException<IReadOnlyList<T>>(new JournalUnavailableException($"The database could not be read: {e.Message}"));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A journal transaction failed (while committing: {Committing}); its appends are not acknowledged.")]
    private partial void LogAbandoned(Exception exception, bool committing);
}

/// <summary>From SQLite's columns to our values.</summary>
internal static class SqliteRows
{
    public const string ByRequest = """
        select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
               effective_on, recorded_at, request_id, request_seq, park_version, hash
        from journal where stream = @stream and request_id = @request_id order by request_seq
        """;

    public const string HeadOf = "select version, hash from stream_head where stream = @stream";

    public static Head Head(SqliteDataReader reader) => new(reader.GetInt64(0), (byte[])reader[1]);

    /// <exception cref="JournalCorruptException">A day or instant is not what we ever wrote.</exception>
    public static JournalRow Row(SqliteDataReader reader)
    {
        try
        {
            return new JournalRow(
                reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetString(9),
                SqliteText.Day(reader.GetString(10)), SqliteText.Instant(reader.GetString(11)),
                reader.GetString(12), reader.GetInt32(13), reader.GetInt64(14), (byte[])reader[15]);
        }
        catch (FormatException e)
        {
            throw new JournalCorruptException(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)} version {reader.GetInt64(1)}: {e.Message}"));
        }
    }
}
