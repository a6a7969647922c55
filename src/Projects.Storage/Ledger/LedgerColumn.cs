using System.Globalization;
using NpgsqlTypes;

namespace Projects.Storage;

/// <summary>A column of a ledger table: its name, which is also its parameter's, and how the row fills it.</summary>
public abstract class LedgerColumn
{
    private protected LedgerColumn(string name) => Name = name;

    public string Name { get; }

    internal abstract NpgsqlDbType PostgresType { get; }

    /// <summary>The value of one row as SQLite keeps it.</summary>
    internal abstract object SqliteValue(object row);

    /// <summary>The values of many rows as an array PostgreSQL takes.</summary>
    internal abstract Array PostgresArray(IReadOnlyList<object> rows);
}

/// <inheritdoc/>
public abstract class LedgerColumn<TRow> : LedgerColumn where TRow : class
{
    private protected LedgerColumn(string name) : base(name) { }

    public static LedgerColumn<TRow> Text(string name, Func<TRow, string?> value) =>
        new Of<string?>(name, NpgsqlDbType.Text, value, text => text);

    /// <summary>Any whole number: counts, versions, money in fen.</summary>
    public static LedgerColumn<TRow> Integer(string name, Func<TRow, long?> value) =>
        new Of<long?>(name, NpgsqlDbType.Bigint, value, number => number);

    public static LedgerColumn<TRow> Flag(string name, Func<TRow, bool?> value) =>
        new Of<bool?>(name, NpgsqlDbType.Boolean, value, flag => flag is { } set ? set ? 1L : 0L : null);

    public static LedgerColumn<TRow> Day(string name, Func<TRow, DateOnly?> value) =>
        new Of<DateOnly?>(name, NpgsqlDbType.Date, value, day => day is { } set ? SqliteText.Of(set) : null);

    public static LedgerColumn<TRow> Instant(string name, Func<TRow, DateTimeOffset?> value) =>
        new Of<DateTime?>(name, NpgsqlDbType.TimestampTz,
            row => value(row) is { } at ? EventChain.Truncate(at).UtcDateTime : null,
            at => at is { } set ? SqliteText.Of(new DateTimeOffset(set)) : null);

    public static LedgerColumn<TRow> Bytes(string name, Func<TRow, byte[]?> value) =>
        new Of<byte[]?>(name, NpgsqlDbType.Bytea, value, bytes => bytes);

    /// <summary>The same column of a table whose rows hold a row of this one.</summary>
    internal abstract LedgerColumn<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) where TOuter : class;

    private sealed class Of<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value, Func<TValue, object?> sqlite)
        : LedgerColumn<TRow>(name)
    {
        internal override NpgsqlDbType PostgresType => type;

        internal override LedgerColumn<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) =>
            new LedgerColumn<TOuter>.Of<TValue>(Name, type, row => value(inner(row)), sqlite);

        internal override object SqliteValue(object row) => sqlite(value((TRow)row)) ?? DBNull.Value;

        internal override Array PostgresArray(IReadOnlyList<object> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = value((TRow)rows[i]);
            return values;
        }
    }
}

/// <summary>Days and instants as SQLite's columns hold them: text that sorts as time does.</summary>
internal static class SqliteText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) =>
        new(DateTime.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
}
