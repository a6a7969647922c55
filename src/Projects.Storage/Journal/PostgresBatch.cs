using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Projects.Storage;

/// <summary>Many appends as one round trip: events, heads, ledger tables, and the word to listeners in other processes.</summary>
internal static class PostgresBatch
{
    private const string Insert = """
        insert into journal (stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                             effective_on, recorded_at, request_id, request_seq, park_version, hash)
        select * from unnest(@stream, @version, @event_name, @event_schema, @payload, @person, @role, @unit, @for_person, @actor_kind,
                             @effective_on, @recorded_at, @request_id, @request_seq, @park_version, @hash)
        """;

    /// <summary>PostgreSQL takes less than 8,000 bytes, and a letter has three at most.</summary>
    private const int PayloadCharactersAtMost = 2_600;

    /// <summary>Heard by <see cref="PostgresSignalListener"/>; a line of the payload is <c>stream version</c>.</summary>
    private const string Notify = "select count(pg_notify('projects_journal', said)) from unnest(@said) as said";

    public static NpgsqlBatch For(NpgsqlConnection connection, IReadOnlyList<PendingAppend> appends)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(InsertOf([.. appends.SelectMany(pending => pending.Rows)]));
        batch.BatchCommands.Add(PutOf(StreamHeads.Table, appends.Select(pending => pending.HeadRow)));
        var ledger = appends.SelectMany(pending => pending.Append.Ledger).GroupBy(change => change.Table, change => change.Row);
        foreach (var rows in ledger.OrderBy(table => table.Key.Name, StringComparer.Ordinal))
            batch.BatchCommands.Add(PutOf(rows.Key, rows));
        batch.BatchCommands.Add(NotifyOf(appends));
        return batch;
    }

    public static NpgsqlBatchCommand PutOf(LedgerTable table, IEnumerable<object> rows)
    {
        var settled = table.Settle(rows);
        var command = new NpgsqlBatchCommand(table.PostgresUpsert);
        foreach (var column in table.ColumnList)
            command.Parameters.Add(new NpgsqlParameter(column.Name, NpgsqlDbType.Array | column.PostgresType) { Value = column.PostgresArray(settled) });
        return command;
    }

    private static NpgsqlBatchCommand InsertOf(JournalRow[] rows)
    {
        var command = new NpgsqlBatchCommand(Insert);
        Column("stream", NpgsqlDbType.Text, row => row.Stream);
        Column("version", NpgsqlDbType.Bigint, row => row.Version);
        Column("event_name", NpgsqlDbType.Text, row => row.Name);
        Column("event_schema", NpgsqlDbType.Integer, row => row.Schema);
        Column("payload", NpgsqlDbType.Text, row => row.Payload);
        Column("person", NpgsqlDbType.Text, row => row.Person);
        Column("role", NpgsqlDbType.Text, row => row.Role);
        Column("unit", NpgsqlDbType.Text, row => row.Unit);
        Column("for_person", NpgsqlDbType.Text, row => row.For);
        Column("actor_kind", NpgsqlDbType.Text, row => row.ActorKind);
        Column("effective_on", NpgsqlDbType.Date, row => row.Effective);
        Column("recorded_at", NpgsqlDbType.TimestampTz, row => row.At.UtcDateTime);
        Column("request_id", NpgsqlDbType.Text, row => row.RequestId);
        Column("request_seq", NpgsqlDbType.Integer, row => row.RequestSeq);
        Column("park_version", NpgsqlDbType.Bigint, row => row.ParkVersion);
        Column("hash", NpgsqlDbType.Bytea, row => row.Hash);
        return command;

        void Column<T>(string name, NpgsqlDbType type, Func<JournalRow, T> value) =>
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = Array.ConvertAll(rows, row => value(row)) });
    }

    private static NpgsqlBatchCommand NotifyOf(IReadOnlyList<PendingAppend> appends)
    {
        var command = new NpgsqlBatchCommand(Notify);
        command.Parameters.Add(new NpgsqlParameter("said", NpgsqlDbType.Array | NpgsqlDbType.Text)
        {
            Value = PayloadsOf(appends).ToArray(),
        });
        return command;
    }

    // As few words as hold them all: each is carried to every listener on its own.
    private static IEnumerable<string> PayloadsOf(IReadOnlyList<PendingAppend> appends)
    {
        var said = new StringBuilder();
        foreach (var pending in appends)
        {
            var line = $"{pending.Rows[0].Stream} {pending.HeadRow.Version}";
            if (said.Length > 0 && said.Length + 1 + line.Length > PayloadCharactersAtMost)
            {
                yield return said.ToString();
                said.Clear();
            }
            said.Append(said.Length > 0 ? "\n" : "").Append(line);
        }
        yield return said.ToString();
    }
}
