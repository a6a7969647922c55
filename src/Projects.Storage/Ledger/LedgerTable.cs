namespace Projects.Storage;

/// <summary>
/// A table 台账 made from the journal in the append's own transaction. A slice declares its table in one file: the row,
/// the columns and the SQL of both databases as it stands. Rows are only ever put, never deleted by an append; the table never holds
/// what a replay cannot make again.
/// </summary>
public abstract class LedgerTable
{
    public abstract string Name { get; }

    /// <summary>Puts one row; each column is a parameter of its name, <c>@due</c> for the column <c>due</c>. Dates are ISO text,
    /// instants UTC text in microseconds, flags 0 or 1. May be several statements.</summary>
    public abstract string SqliteUpsert { get; }

    /// <summary>Puts many rows by one statement: <c>insert … select … from unnest(@a, @b) as u(a, b) on conflict (key) do update</c>;
    /// each column is a parameter that holds an array. No key comes twice.</summary>
    public abstract string PostgresUpsert { get; }

    /// <summary>Empties the table; used by <c>rebuild</c> alone.</summary>
    public abstract string Clear { get; }

    /// <summary>All rows in the order of the key, every column that a replay must give again; what <c>rebuild</c> compares.</summary>
    public abstract string SelectAll { get; }

    internal abstract IReadOnlyList<LedgerColumn> ColumnList { get; }

    /// <summary>One row a key, in the order of the keys, so that two processes lock rows in the same order.</summary>
    internal abstract IReadOnlyList<object> Settle(IEnumerable<object> rows);
}

/// <inheritdoc/>
public abstract class LedgerTable<TRow> : LedgerTable where TRow : class
{
    protected abstract IReadOnlyList<LedgerColumn<TRow>> Columns { get; }

    /// <summary>The same columns for a table whose rows hold a row of this one.</summary>
    internal IEnumerable<LedgerColumn<TOuter>> Within<TOuter>(Func<TOuter, TRow> inner) where TOuter : class => Columns.Select(column => column.Within(inner));

    /// <summary>The row's key as text, unique as the table's key is.</summary>
    protected abstract string KeyOf(TRow row);

    /// <summary>Two rows of one key put in one transaction. The later wins; a table of counts adds them instead.</summary>
    protected virtual TRow Merge(TRow earlier, TRow later) => later;

    /// <summary>Whether putting the row would change nothing; it is left out then.</summary>
    protected virtual bool IsNothing(TRow row) => false;

    /// <summary>A row to be put with an append.</summary>
    public LedgerChange Put(TRow row) => new(this, row);

    internal sealed override IReadOnlyList<LedgerColumn> ColumnList => Columns;

    internal sealed override IReadOnlyList<object> Settle(IEnumerable<object> rows)
    {
        var settled = new SortedDictionary<string, TRow>(StringComparer.Ordinal);
        foreach (TRow row in rows)
        {
            var key = KeyOf(row);
            settled[key] = settled.TryGetValue(key, out var earlier) ? Merge(earlier, row) : row;
        }
        return [.. settled.Values.Where(row => !IsNothing(row))];
    }
}

/// <summary>A row to be put, with the table it belongs to. Made by <see cref="LedgerTable{TRow}.Put"/>.</summary>
public sealed class LedgerChange
{
    internal LedgerChange(LedgerTable table, object row) => (Table, Row) = (table, row);

    public LedgerTable Table { get; }
    public object Row { get; }
}
