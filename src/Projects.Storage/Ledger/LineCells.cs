using System.Data.Common;
using System.Globalization;

namespace Projects.Storage;

/// <summary>
/// A row that comes as one text, its cells parted by a sign no code, word, number or day holds, and empty where they hold nothing. Of SQLite's driver
/// each cell costs three calls into native code, more than the row cost SQLite itself; where a hundred thousand rows are read, that is most of the time.
/// </summary>
internal sealed class LineCells(DbDataReader row) : LedgerCells
{
    private const char Parting = '\u001f';

    private readonly Dictionary<string, string> _codes = [];
    private string _line = "";
    private int _next;

    /// <summary>The columns as SQLite makes one text of them.</summary>
    public static string Of(string columns) =>
        $"concat_ws(char(31), {string.Join(", ", columns.Split(',', StringSplitOptions.TrimEntries).Select(column => $"coalesce({column}, '')"))})";

    public override LedgerCells FromTheFirst()
    {
        (_line, _next) = (row.GetString(0), 0);
        return this;
    }

    public override string Text() => Cell().ToString();

    public override long Number() => long.Parse(Cell(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public override bool Flag() => Cell() is "1";

    public override DateOnly Day()
    {
        var day = Cell();
        return new(Digits(day[..4]), Digits(day[5..7]), Digits(day[8..]));
    }

    public override TEnum Word<TEnum>() => Enum.Parse<TEnum>(Cell());

    // A few codes stand in all the rows.
    public override TIdentifier Id<TIdentifier>()
    {
        var cell = Cell();
        var known = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(cell, out var code))
            known[cell] = code = cell.ToString();
        return TIdentifier.Of(code);
    }

    protected override bool IsNull()
    {
        if (_next < _line.Length && _line[_next] != Parting) return false;
        _next++;
        return true;
    }

    private ReadOnlySpan<char> Cell()
    {
        var rest = _line.AsSpan(_next);
        var length = rest.IndexOf(Parting) is var at and >= 0 ? at : rest.Length;
        _next += length + 1;
        return rest[..length];
    }

    private static int Digits(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
