using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>A sheet whose header has been found: which of its columns is which, and the rows below.</summary>
public sealed partial class ImportSheet
{
    /// <summary>Rows among which the header is looked for: titles stand before it.</summary>
    private const int HeaderWithin = 20;

    private readonly Dictionary<ImportColumn, string?> units = [];
    private string? unitOfAll;

    private ImportSheet() { }

    public ImmutableSortedDictionary<int, ImportColumn> Columns { get; private init; } = ImmutableSortedDictionary<int, ImportColumn>.Empty;

    /// <summary>Each known column under the heading it has in the sheet, from left to right.</summary>
    public ImmutableArray<(string Heading, ImportColumn Column)> Mapped { get; private init; } = [];

    /// <summary>Headings of columns nobody asked for, which are passed over.</summary>
    public ImmutableArray<string> Unknown { get; private init; } = [];

    /// <summary>Rows with something of their own: neither a heading across the table nor the header once more.</summary>
    public ImmutableArray<ReadRow> Rows { get; private init; } = [];

    /// <summary>How many rows were passed over.</summary>
    public int PassedOver { get; private init; }

    /// <summary>The header is the row that names most of the columns; the upper line of a header of two rows names fewer.</summary>
    /// <param name="fault">Why the sheet is not read; null when it is.</param>
    public static ImportSheet? Of(ReadTable table, ImmutableArray<ImportColumn> known, out Text? fault)
    {
        var (at, most) = (-1, 0);
        for (var place = 0; place < Math.Min(table.Rows.Length, HeaderWithin); place++)
        {
            var named = known.Where(column => table.Rows[place].Cells.Values.Any(cell => column.IsCalled(cell.Words, out _))).ToList();
            if (named.Count > most && named.Exists(column => column.IsNeeded))
                (at, most) = (place, named.Count);
        }
        if (at < 0)
        {
            var sought = known.First(column => column.IsNeeded).Title;
            fault = new($"没有“{sought.Zh}”一栏，不知从哪一行读起", $"There is no column {sought.En}: where the table begins is not known");
            return null;
        }
        return Of(table, table.Rows[at], at, known, out fault);
    }

    /// <summary>The unit of a column of money: its own, or that of the whole table; null when neither is said.</summary>
    public string? UnitOf(ImportColumn column) => units.GetValueOrDefault(column) ?? unitOfAll;

    /// <summary>Where the rules' word about a field of an order belongs; null when it stands in no column of this sheet.</summary>
    public (string Column, string Value)? Locate(int row, string field)
    {
        // The field itself, and one of several in it: criteria[0].
        var whole = field.Split('[')[0];
        foreach (var (at, column) in Columns)
            if (column.Fields.Contains(field) || column.Fields.Contains(whole))
                return (column.Title.Zh, RowOf(row)?.Cells.GetValueOrDefault(at)?.Words ?? "");
        return null;
    }

    private ReadRow? RowOf(int no)
    {
        var (low, high) = (0, Rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle].No == no)
                return Rows[middle];
            (low, high) = Rows[middle].No < no ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    private static ImportSheet? Of(ReadTable table, ReadRow header, int at, ImmutableArray<ImportColumn> known, out Text? fault)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<int, ImportColumn>();
        var mapped = ImmutableArray.CreateBuilder<(string, ImportColumn)>();
        Dictionary<ImportColumn, string?> units = [];
        List<string> unknown = [];
        fault = null;
        foreach (var (place, cell) in header.Cells)
        {
            string? unit = null;
            if (known.FirstOrDefault(column => column.IsCalled(cell.Words, out unit)) is not { } column)
                unknown.Add(cell.Words);
            else if (units.TryAdd(column, unit))
            {
                columns.Add(place, column);
                mapped.Add((cell.Words, column));
            }
            // One heading over several columns stands over the first of them.
            else if (!(cell.IsMerged && header.Cells.GetValueOrDefault(place - 1) == cell))
                fault ??= new($"“{column.Title.Zh}”一栏出现了两次", $"The column {column.Title.En} stands there twice");
        }
        if (known.FirstOrDefault(column => column.IsNeeded && !units.ContainsKey(column)) is { } missing)
            fault ??= new($"缺少“{missing.Title.Zh}”一栏", $"The column {missing.Title.En} is missing");
        if (fault is not null)
            return null;
        var below = table.Rows[(at + 1)..];
        ImmutableArray<ReadRow> rows = [.. below.Where(row => !IsHeading(row) && !IsHeaderAgain(row, header))];
        var sheet = new ImportSheet
        {
            Columns = columns.ToImmutable(), Mapped = mapped.ToImmutable(), Unknown = [.. unknown], Rows = rows, PassedOver = below.Length - rows.Length,
            unitOfAll = table.Rows[..at].SelectMany(row => row.Cells.Values).Select(cell => UnitOfTable().Match(cell.Words)).FirstOrDefault(said => said.Success)?.Groups[1].Value,
        };
        foreach (var (column, unit) in units)
            sheet.units.Add(column, unit);
        return sheet;
    }

    /// <summary>一、续建项目 across the table, or what is left of a merged area below its last row.</summary>
    private static bool IsHeading(ReadRow row) => row.Cells.Values.FirstOrDefault() is { IsMerged: true } first && row.Cells.Values.All(cell => cell == first);

    private static bool IsHeaderAgain(ReadRow row, ReadRow header) => row.Cells.All(cell => header.Cells.GetValueOrDefault(cell.Key)?.Words == cell.Value.Words);

    [GeneratedRegex(@"单位\s*[:：]\s*(?:人民币)?\s*(万元|亿元|元)", RegexOptions.CultureInvariant)]
    private static partial Regex UnitOfTable();
}
