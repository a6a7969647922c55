namespace Projects.Storage;

/// <summary>
/// A ledger table whose rows are put whole under their key. The statements are alike for all of them, so they are written once
/// here and filled with the names that stand in the table's own list of columns; nothing from outside gets into them.
/// </summary>
internal abstract class KeyedTable<TRow>(string name, params string[] key) : LedgerTable<TRow> where TRow : class
{
    public sealed override string Name => name;

    /// <summary>The columns in their order, for a query of this table.</summary>
    public string ColumnNames => field ??= Each(Columns, column => column.Name);

    public sealed override string SqliteUpsert => field ??= $"""
        insert into {name} ({ColumnNames}) values ({Each(Columns, column => $"@{column.Name}")})
        on conflict ({Each(key, column => column)}) do update set {Update}
        """;

    public sealed override string PostgresUpsert => field ??= $"""
        insert into {name} ({ColumnNames}) select * from unnest({Each(Columns, column => $"@{column.Name}")})
        on conflict ({Each(key, column => column)}) do update set {Update}
        """;

    public sealed override string Clear => $"delete from {name}";

    public sealed override string SelectAll => $"select {ColumnNames} from {name} order by {Each(key, column => column)}";

    /// <summary>What becomes of a row that is there already.</summary>
    protected virtual string Update => Each(Columns.Where(column => !key.Contains(column.Name)), column => $"{column.Name} = excluded.{column.Name}");

    private static string Each<T>(IEnumerable<T> things, Func<T, string> name) => string.Join(", ", things.Select(name));
}
