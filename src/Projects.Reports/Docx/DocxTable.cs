using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>A table with its caption. The header stands again on every page; a row is kept on one page while it fits on one.</summary>
internal static class DocxTable
{
    /// <summary>Lines of a row past which it may be cut: it could not stand on one page.</summary>
    private const int LongRowLines = 40;

    /// <summary>A column of figures, days and single words stands in the middle, one of sentences at the left.</summary>
    private const int ShortWords = 12;

    private const int Padding = 40;

    /// <summary>The longest stretch without a place to break that a column is made wide enough for: a day has 10 letters.</summary>
    private const int LongestStretch = 12;

    /// <summary>
    /// The table as one or more: one with more columns than a page can show is cut between columns, and each piece begins with the first two, by which its
    /// rows are known.
    /// </summary>
    public static IEnumerable<OpenXmlElement> Pieces(ReportTable table, int width, int mostWeight, int size, Language language)
    {
        var words = new FileWords(language);
        var bands = EvenBands(table.Columns, mostWeight);
        for (var band = 0; band < bands.Length; band++)
        {
            var caption = table.Title.In(language) + (band == 0 ? "" : language is Language.English ? $" ({words.Continued} {band})" : $"（{words.Continued}{band}）");
            yield return Paragraph(DocxStyles.Caption, Run(caption));
            yield return Of(table, bands[band], width, size, language);
        }
    }

    /// <summary>Whether every number and day can stand in its column unbroken.</summary>
    public static bool Fits(ReportTable table, int width, int size, Language language) => Needs(table, [.. Enumerable.Range(0, table.Columns.Length)], size, language).Sum() <= width;

    /// <summary>The table without a caption.</summary>
    public static DocxRows Of(ReportTable table, int width, int size, Language language) => Of(table, [.. Enumerable.Range(0, table.Columns.Length)], width, size, language);

    private static DocxRows Of(ReportTable table, ImmutableArray<int> columns, int width, int size, Language language)
    {
        var widths = Widths([.. columns.Select(column => table.Columns[column].Weight)], Needs(table, columns, size, language), width);
        ImmutableArray<bool> isShort = [.. columns.Select(column => table.Rows.All(row => row[column].Show(language).Length <= ShortWords))];
        var rows = table.Rows.Select(row => columns.Select(column => row[column].Show(language)).ToArray());
        var frames = columns.Select((_, at) => CellFrame.Of(Cell("", widths[at], size, isShort[at] ? JustificationValues.Center : JustificationValues.Left, 1)));
        var set = new DocxRows(rows.Select(row => (row, IsLong(row, widths, size))), [.. frames]);
        set.Append(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Type = TableWidthUnitValues.Dxa, Width = "20" }, new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = Padding },
                    new BottomMargin { Type = TableWidthUnitValues.Dxa, Width = "20" }, new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = Padding })),
            new TableGrid(widths.Select(each => new GridColumn { Width = $"{each}" })),
            new TableRow(
            [
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. columns.Select((column, at) => Cell(table.Columns[column].Title.In(language), widths[at], size, JustificationValues.Center, 1, DocxFonts.First)),
            ]));
        if (table.Rows.IsEmpty)
            set.AppendChild(new TableRow(Cell(new FileWords(language).None, width, size, JustificationValues.Center, columns.Length)));
        return set;
    }

    private static TableCell Cell(string words, int width, int size, JustificationValues side, int span, string? font = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" });
        if (span > 1)
            properties.GridSpan = new GridSpan { Val = span };
        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
        return new(properties, new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new Justification { Val = side }),
            Run(words, Look(font, size))));
    }

    /// <summary>Whether the row could not stand on one page.</summary>
    private static bool IsLong(string[] cells, ImmutableArray<int> widths, int size)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (Lines(cells[cell], widths[cell], size) > LongRowLines)
                return true;
        }
        return false;
    }

    private static int Lines(string words, int width, int size)
    {
        var lines = 0;
        foreach (var line in words.AsSpan().Split('\n'))
            lines += (line.End.Value - line.Start.Value) * size * 10 / Math.Max(width - 2 * Padding, size * 10) + 1;
        return lines;
    }

    /// <summary>As few pieces as there must be, and none of them much narrower than the others.</summary>
    private static ImmutableArray<ImmutableArray<int>> EvenBands(ImmutableArray<ReportColumn> columns, int mostWeight)
    {
        var bands = Bands(columns, mostWeight);
        for (var weight = mostWeight - 1; bands.Length > 1 && Bands(columns, weight) is var narrower && narrower.Length == bands.Length; weight--)
            bands = narrower;
        return bands;
    }

    /// <summary>Columns cut into pieces of at most so much weight, the first two in each.</summary>
    private static ImmutableArray<ImmutableArray<int>> Bands(ImmutableArray<ReportColumn> columns, int mostWeight)
    {
        if (columns.Sum(column => column.Weight) <= mostWeight || columns.Length <= 3)
            return [[.. Enumerable.Range(0, columns.Length)]];
        ImmutableArray<int> keys = [0, 1];
        var bands = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var (band, room) = (keys, mostWeight - columns[0].Weight - columns[1].Weight);
        var left = room;
        for (var column = keys.Length; column < columns.Length; column++)
        {
            if (columns[column].Weight > left && band.Length > keys.Length)
            {
                bands.Add(band);
                (band, left) = (keys, room);
            }
            band = band.Add(column);
            left -= columns[column].Weight;
        }
        bands.Add(band);
        return bands.ToImmutable();
    }

    /// <summary>What each column takes so that nothing in it is broken but where words may be.</summary>
    private static ImmutableArray<int> Needs(ReportTable table, ImmutableArray<int> columns, int size, Language language) =>
    [
        // The widest digits take 0.64 of their height: size is in half points, 10 twips each.
        .. columns.Select(column => table.Rows.Select(row => Stretch(row[column].Show(language))).Append(1).Max() * size * 64 / 10 + 2 * Padding),
    ];

    private static int Stretch(string words)
    {
        var (longest, length) = (0, 0);
        foreach (var letter in words)
        {
            length = letter is > ' ' and < '\u2E80' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }
        return Math.Min(longest, LongestStretch);
    }

    /// <summary>By weight, but none narrower than it needs while the others have room to give.</summary>
    private static ImmutableArray<int> Widths(ImmutableArray<int> weights, ImmutableArray<int> needs, int width)
    {
        var sum = weights.Sum();
        var surplus = weights.Select((weight, column) => Math.Max(width * weight / sum - needs[column], 0)).ToList();
        var lacking = weights.Select((weight, column) => Math.Max(needs[column] - width * weight / sum, 0)).Sum();
        var given = Math.Min(lacking, surplus.Sum());
        var widths = weights.Select((weight, column) => width * weight / sum).ToArray();
        for (var column = 0; column < widths.Length && given > 0; column++)
            widths[column] += surplus[column] > 0 ? -(int)((long)surplus[column] * given / surplus.Sum()) : (int)((long)Math.Max(needs[column] - widths[column], 0) * given / lacking);
        // What rounding left over is the widest column's.
        widths[Array.IndexOf(widths, widths.Max())] += width - widths.Sum();
        return [.. widths];
    }

    public static TableBorders Borders()
    {
        static TBorder Line<TBorder>() where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
