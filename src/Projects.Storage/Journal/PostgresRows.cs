using Npgsql;

namespace Projects.Storage;

/// <summary>From PostgreSQL's columns to our values, and the look-ups the writer makes on its own connection.</summary>
internal static class PostgresRows
{
    public const string ByRequest = """
        select stream, version, event_name, event_schema, payload, person, role, unit, for_person, actor_kind,
               effective_on, recorded_at, request_id, request_seq, park_version, hash
        from journal where stream = $1 and request_id = $2 order by request_seq
        """;

    public const string HeadOf = "select version, hash from stream_head where stream = $1";

    public static Head Head(NpgsqlDataReader reader) => new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));

    public static JournalRow Row(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4),
        reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetString(9),
        reader.GetFieldValue<DateOnly>(10), new DateTimeOffset(reader.GetDateTime(11)),
        reader.GetString(12), reader.GetInt32(13), reader.GetInt64(14), reader.GetFieldValue<byte[]>(15));

    public static List<JournalRow> FindRequest(NpgsqlConnection connection, PendingAppend pending)
    {
        using var command = new NpgsqlCommand(ByRequest, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = pending.Rows[0].Stream });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = pending.Rows[0].RequestId });
        using var reader = command.ExecuteReader();
        var rows = new List<JournalRow>();
        while (reader.Read())
            rows.Add(Row(reader));
        return rows;
    }

    public static Head? FindHead(NpgsqlConnection connection, PendingAppend pending)
    {
        using var command = new NpgsqlCommand(HeadOf, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = pending.Rows[0].Stream });
        using var reader = command.ExecuteReader();
        return reader.Read() ? Head(reader) : null;
    }
}
