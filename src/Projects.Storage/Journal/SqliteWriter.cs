using Microsoft.Data.Sqlite;

namespace Projects.Storage;

/// <summary>The one writing connection to a SQLite file, with its statements prepared once.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _mark;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _undo;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _findRequest;
    private readonly SqliteCommand _findHead;
    private readonly Dictionary<LedgerTable, SqliteCommand> _puts = [];

    public SqliteWriter(Database database)
    {
        _connection = database.OpenSqlite(pooled: false);
        using (var settings = Command("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000; pragma temp_store = memory; pragma foreign_keys = on"))
            settings.ExecuteNonQuery();
        _begin = Command("begin immediate");
        _commit = Command("commit");
        _rollback = Command("rollback");
        _mark = Command("savepoint append");
        _keep = Command("release append");
        _undo = Command("rollback to append; release append");
        _findRequest = Command(SqliteRows.ByRequest, "stream", "request_id");
        _findHead = Command(SqliteRows.HeadOf, "stream");
        _insert = Command("""
            insert into journal (stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
                                 effective_on, recorded_at, request_id, request_seq, park_version, hash)
            values (@stream, @version, @event_name, @event_schema, @payload, @person, @role, @unit, @for_person, @actor_kind,
                    @effective_on, @recorded_at, @request_id, @request_seq, @park_version, @hash)
            """,
            "stream", "version", "event_name", "event_schema", "payload", "person", "role", "unit", "for_person", "actor_kind",
            "effective_on", "recorded_at", "request_id", "request_seq", "park_version", "hash");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback() => _rollback.ExecuteNonQuery();

    /// <summary>Begins one append within the transaction.</summary>
    public void Mark() => _mark.ExecuteNonQuery();

    public void Keep() => _keep.ExecuteNonQuery();

    public void Undo() => _undo.ExecuteNonQuery();

    public void Put(PendingAppend pending)
    {
        foreach (var row in pending.Rows)
            Insert(row);
        Put(StreamHeads.Table, [pending.HeadRow]);
        foreach (var table in pending.Append.Ledger.GroupBy(change => change.Table))
            Put(table.Key, table.Select(change => change.Row));
    }

    public void Put(LedgerTable table, IEnumerable<object> rows)
    {
        if (!_puts.TryGetValue(table, out var command))
            _puts[table] = command = Command(table.SqliteUpsert, [.. table.ColumnList.Select(column => column.Name)]);
        foreach (var row in table.Settle(rows))
        {
            for (var i = 0; i < table.ColumnList.Count; i++)
                command.Parameters[i].Value = table.ColumnList[i].SqliteValue(row);
            command.ExecuteNonQuery();
        }
    }

    public IReadOnlyList<JournalRow> FindRequest(PendingAppend pending)
    {
        Bind(_findRequest, pending.Append.Stream.ToString(), pending.Rows[0].RequestId);
        using var reader = _findRequest.ExecuteReader();
        var rows = new List<JournalRow>();
        while (reader.Read())
            rows.Add(SqliteRows.Row(reader));
        return rows;
    }

    public Head? FindHead(PendingAppend pending)
    {
        Bind(_findHead, pending.Append.Stream.ToString());
        using var reader = _findHead.ExecuteReader();
        return reader.Read() ? SqliteRows.Head(reader) : null;
    }

    /// <param name="parameters">Their names, in the order they are bound.</param>
    public SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        return command;
    }

    public void Dispose() => _connection.Dispose();

    private void Insert(JournalRow row)
    {
        Bind(_insert,
            row.Stream, row.Version, row.Name, row.Schema, row.Payload, row.Person, row.Role, row.Unit, row.For, row.ActorKind,
            SqliteText.Of(row.Effective), SqliteText.Of(row.At), row.RequestId, row.RequestSeq, row.ParkVersion, row.Hash);
        _insert.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
