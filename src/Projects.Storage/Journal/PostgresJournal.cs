using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Projects.Storage;

/// <summary>
/// The journal on PostgreSQL, for any number of processes. A batch is one implicit transaction: one statement for all events,
/// one for each ledger table, one sync. What the keys refuse is split in halves until the refused append stands alone, so that a
/// conflict fails only its own stream.
/// </summary>
internal sealed partial class PostgresJournal(Database database, ILogger logger) : IJournalDatabase
{
    /// <summary>A deadlock or serialization failure undid the batch for certain; it is tried again this often.</summary>
    private const int AttemptsAtMost = 5;

    private readonly NpgsqlDataSource _source = database.PostgresDataSource();
    private NpgsqlConnection? _writer;

    public void Commit(IReadOnlyList<PendingAppend> batch) =>
        Commit([.. batch.OrderBy(pending => pending.Rows[0].Stream, StringComparer.Ordinal)], attempt: 1);

    public Task<IReadOnlyList<JournalRow>> ReadAsync(StreamName stream, long afterVersion, int limit, CancellationToken cancellationToken) =>
        ReadAsync("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal where stream = $1 and version > $2 order by version limit $3
            """, [Text(stream.ToString()), Number(afterVersion), Number(limit)], PostgresRows.Row, cancellationToken);

    public Task<IReadOnlyList<JournalRow>> FindRequestAsync(StreamName stream, string requestId, CancellationToken cancellationToken) =>
        ReadAsync(PostgresRows.ByRequest, [Text(stream.ToString()), Text(requestId)], PostgresRows.Row, cancellationToken);

    public async Task<Head?> HeadAsync(StreamName stream, CancellationToken cancellationToken) =>
        (await ReadAsync(PostgresRows.HeadOf, [Text(stream.ToString())], PostgresRows.Head, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    public Task<IReadOnlyList<(FeedToken Token, JournalRow Row)>> ReadFeedAsync(ParkCode park, FeedToken after, int limit, CancellationToken cancellationToken) =>
        ReadAsync("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash, xid, position
            from journal
            where (xid, position) > ($1, $2) and xid < pg_snapshot_xmin(pg_current_snapshot())
              and (stream = $3 or starts_with(stream, $4))
            order by xid, position limit $5
            """,
            [
                new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 },
                Number(after.Position),
                Text(StreamName.Of(park).ToString()),
                Text(StreamName.Of(new ProjectId(park, ProjectCode.Of(""))).ToString()),
                Number(limit),
            ],
            reader => (new FeedToken(reader.GetFieldValue<ulong>(16), reader.GetInt64(17)), PostgresRows.Row(reader)), cancellationToken);

    public Task<IReadOnlyList<JournalRow>> OutcomesAsync(ParkCode park, DaySpan days, int limit, CancellationToken cancellationToken) =>
        ReadAsync("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal
            where event_name in ('issue.closed', 'issue.returned', 'issue.extension-decided', 'issue.reopened')
              and effective_on between $1 and $2 and starts_with(stream, $3)
            order by effective_on desc, position desc limit $4
            """,
            [Day(days.From), Day(days.Until), Text(StreamName.Of(new ProjectId(park, ProjectCode.Of(""))).ToString()), Number(limit)],
            PostgresRows.Row, cancellationToken);

    public Task<IReadOnlyList<JournalRow>> BesideIssuesAsync((string Stream, long Version) after, string last, int limit, CancellationToken cancellationToken) =>
        ReadAsync("""
            select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                   effective_on, recorded_at, request_id, request_seq, park_version, hash
            from journal
            where event_name not like 'issue.%' and (stream, version) > ($1, $2) and stream <= $3
            order by stream, version limit $4
            """, [Text(after.Stream), Number(after.Version), Text(last), Number(limit)], PostgresRows.Row, cancellationToken);

    public async Task<FeedToken> FeedEndAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("""
            select xid, position from journal where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, position desc limit 1
            """, [], reader => new FeedToken(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)), cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    public Task<IReadOnlyList<string>> StreamsAsync(string after, int limit, CancellationToken cancellationToken) =>
        ReadAsync("select distinct stream from journal where stream > $1 order by stream limit $2",
            [Text(after), Number(limit)], reader => reader.GetString(0), cancellationToken);

    public Task<IReadOnlyList<(string Stream, Head Head)>> HeadsAsync(string after, int limit, CancellationToken cancellationToken) =>
        ReadAsync("select version, hash, stream from stream_head where stream > $1 order by stream limit $2",
            [Text(after), Number(limit)], reader => (reader.GetString(2), PostgresRows.Head(reader)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private void Commit(PendingAppend[] batch, int attempt)
    {
        try
        {
            Open();
        }
        catch (NpgsqlException e)
        {
            Fail(batch, e, inDoubt: false);
            return;
        }
        try
        {
            using var statements = PostgresBatch.For(_writer!, batch);
            statements.ExecuteNonQuery();
            foreach (var pending in batch)
                pending.Settle(pending.Committed);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            Refused(batch, e);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < AttemptsAtMost)
        {
            Commit(batch, attempt + 1);
        }
        catch (NpgsqlException e)
        {
            Fail(batch, e, inDoubt: e is not PostgresException postgres || MayHaveCommitted(postgres.SqlState));
        }
    }

    /// <summary>An integrity rule said no to a row of the batch; the batch was undone.</summary>
    private void Refused(PendingAppend[] batch, PostgresException e)
    {
        if (batch.Length > 1)
        {
            Commit(batch[..(batch.Length / 2)], attempt: 1);
            Commit(batch[(batch.Length / 2)..], attempt: 1);
            return;
        }
        try
        {
            var pending = batch[0];
            if (pending.Refused(PostgresRows.FindRequest(_writer!, pending), PostgresRows.FindHead(_writer!, pending)) is { } refusal)
                pending.Settle(refusal);
            else
                Fail(batch, e, inDoubt: false);
        }
        catch (NpgsqlException lost)
        {
            Fail(batch, lost, inDoubt: false);
        }
    }

    private void Open()
    {
        if (_writer is { FullState: System.Data.ConnectionState.Open })
            return;
        _writer?.Dispose();
        _writer = _source.OpenConnection();
        using var durable = new NpgsqlCommand(
            "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')", _writer);
        durable.ExecuteNonQuery();
    }

    private void Fail(PendingAppend[] batch, NpgsqlException e, bool inDoubt)
    {
        LogAbandoned(e, batch.Length, inDoubt);
        foreach (var pending in batch)
            pending.Fail(inDoubt
                ? new AppendInDoubtException($"The reply to the commit was lost, it may or may not have been stored: {e.Message}")
                : new JournalUnavailableException($"The database could not be written: {e.Message}"));
    }

    /// <summary>The server ends a session (57P, 58, XX, 08) even after it has committed; any other error undid the transaction.</summary>
    private static bool MayHaveCommitted(string sqlState) =>
        sqlState.StartsWith("57P", StringComparison.Ordinal) || sqlState[..2] is "08" or "58" or "XX" or "F0";

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await using var command = _source.CreateCommand(sql);
            command.Parameters.AddRange(parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Add(read(reader));
            ReadMeter.Took(Stopwatch.GetTimestamp() - began);
            return rows;
        }
        catch (NpgsqlException e)
        {
            throw new JournalUnavailableException($"The database could not be read: {e.Message}");
        }
    }

    private static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value };

    private static NpgsqlParameter Day(DateOnly value) => new NpgsqlParameter<DateOnly> { TypedValue = value };

    private static NpgsqlParameter Number(long value) => new NpgsqlParameter<long> { TypedValue = value };

    [LoggerMessage(Level = LogLevel.Error, Message = "A journal transaction of {Count} appends failed (in doubt: {InDoubt}); none is acknowledged.")]
    private partial void LogAbandoned(Exception exception, int count, bool inDoubt);
}
