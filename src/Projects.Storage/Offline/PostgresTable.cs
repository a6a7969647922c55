using Npgsql;

namespace Projects.Storage;

/// <summary>
/// A table as a backup carries it, from the catalogue: one COPY text file a table. Left out are the record of schema steps and the tables of Orleans
/// (the steps make them again; members, reminders and snapshots belong to the cluster that ran), columns the database fills by itself, and
/// the journal's xid, since another cluster counts its transactions anew.
/// </summary>
internal sealed record PostgresTable(string Name, string Columns, string? Identity)
{
    /// <summary>All tables, one that is referred to before those that refer to it. The names come quoted from the catalogue (quote_ident); nothing a user wrote is in them.</summary>
    public static async Task<IReadOnlyList<PostgresTable>> AllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            with recursive reference (relation, depth) as (
              select oid, 0 from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
              union all
              select key.conrelid, depth + 1
              from reference join pg_constraint key on key.confrelid = relation and key.contype = 'f' and key.conrelid <> key.confrelid)
            select quote_ident(c.table_name),
                   string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position),
                   max(case when c.is_identity = 'YES' then c.column_name end)
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and t.table_name <> 'schema_migration'
              and t.table_name not like 'orleans%' and c.is_generated = 'NEVER' and c.data_type <> 'xid8'
            group by c.table_name
            order by (select max(depth) from reference where relation = quote_ident(c.table_name)::regclass), c.table_name
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var tables = new List<PostgresTable>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            tables.Add(new PostgresTable(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return tables;
    }

    public async Task CopyOutAsync(NpgsqlConnection connection, string folder, CancellationToken cancellationToken)
    {
        using var rows = await connection.BeginTextExportAsync($"copy {Name} ({Columns}) to stdout", cancellationToken).ConfigureAwait(false);
        await using var file = new StreamWriter(PathIn(folder)) { NewLine = "\n" };
        await file.WriteLineAsync(Columns).ConfigureAwait(false);
        var buffer = new char[65_536];
        while (await rows.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        ((FileStream)file.BaseStream).Flush(flushToDisk: true);
    }

    /// <exception cref="BackupException">The backup's table has other columns than this one.</exception>
    public async Task CopyInAsync(NpgsqlConnection connection, string folder, CancellationToken cancellationToken)
    {
        using (var file = new StreamReader(PathIn(folder)))
        {
            if (await file.ReadLineAsync(cancellationToken).ConfigureAwait(false) != Columns)
                throw new BackupException($"The table {Name} of the backup has other columns than the database.");
            await using var rows = await connection.BeginTextImportAsync($"copy {Name} ({Columns}) from stdin", cancellationToken).ConfigureAwait(false);
            var buffer = new char[65_536];
            while (await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
                await rows.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
        if (Identity is null)
            return;
        await using var next = new NpgsqlCommand(
            $"select setval(pg_get_serial_sequence('{Name}', '{Identity}'), (select coalesce(max(\"{Identity}\"), 0) + 1 from {Name}), false)", connection);
        await next.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public bool IsIn(string folder) => File.Exists(PathIn(folder));

    private string PathIn(string folder) => Path.Combine(folder, $"{Name}.copy");
}
