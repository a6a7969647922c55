using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Projects.Reports.Packing;

namespace Projects.Reports.Xlsx;

/// <summary>One sheet: a header that stays in sight and filters, rows under it, printed across the page's width.</summary>
/// <param name="pagesWide">Over how many pages it is printed side by side; from 2 on, each begins with the first two columns.</param>
/// <param name="form">Null for a sheet that is read and not filled in.</param>
internal sealed class XlsxSheet(string name, ImmutableArray<(string Title, int Width)> columns, Language language, uint pagesWide = 1, XlsxForm? form = null)
{
    /// <summary>Number of A4 among papers (ECMA-376, 18.3.1.63).</summary>
    private const uint A4 = 9;

    /// <summary>In points: a line of 11 pt, and the highest row Excel takes.</summary>
    private const int LineHeight = 16, HighestRow = 405;

    /// <summary>Where the first row under the header stands.</summary>
    private const int FirstRow = 2;

    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ImmutableArray<string> letters = [.. columns.Select((_, at) => ColumnName(at))];
    private readonly List<XlsxCell[]> rows = [];
    private readonly List<Hyperlink> links = [];

    public string Name => name;

    public int RowCount => rows.Count;

    /// <summary>The header's cells, as <c>'名称'!$1:$1</c> and <c>'名称'!$A$1:$C$9</c> are meant by a workbook.</summary>
    public string HeaderArea => (pagesWide > 1 ? $"{Quoted(name)}!$A:$B," : "") + $"{Quoted(name)}!$1:$1";

    public string FilterArea => FilterAreaOf(rows.Count);

    public string FilterAreaOf(int count) => $"{Quoted(name)}!$A$1:${ColumnName(columns.Length - 1)}${count + 1}";

    /// <summary>Adds a row under those there are, whose links are set as it is added.</summary>
    public void Add(params IEnumerable<XlsxCell> cells) => rows.Add([.. cells]);

    /// <summary>A click on a cell of the row that is added next leads to another cell of the same workbook.</summary>
    /// <param name="column">From 0.</param>
    public void Link(int column, string location) => links.Add(new Hyperlink { Reference = $"{letters[column]}{rows.Count + FirstRow}", Location = location });

    public void WriteTo(PartWriter part) => WriteTo(part, rows, rows.Count);

    /// <summary>The sheet with rows that are made while it is written, and held by nobody.</summary>
    public void WriteTo(PartWriter part, IEnumerable<XlsxCell[]> made, int count)
    {
        part.Elements.WriteStartElement("x", "worksheet", Namespace);
        foreach (var element in Before())
            element.WriteTo(part.Elements);
        part.Elements.WriteStartElement("x", "sheetData", Namespace);
        part.Write(markup => WriteRows(markup, made));
        part.Elements.WriteEndElement();
        foreach (var element in After(count))
            element.WriteTo(part.Elements);
        part.Elements.WriteEndElement();
    }

    private void WriteRows(Markup markup, IEnumerable<XlsxCell[]> made)
    {
        markup.Add("<x:row r=\"1\">"u8);
        WriteCells(markup, [.. columns.Select(column => XlsxCell.Words(column.Title, language, XlsxStyles.Header))], 1);
        var no = FirstRow;
        foreach (var row in made)
        {
            var lines = 1;
            for (var at = 0; at < row.Length; at++)
                lines = Math.Max(lines, Lines(row[at].Shown, columns[at].Width));
            markup.Add("<x:row r=\""u8).Add(no).Add("\" ht=\""u8).Add(Math.Min(lines * LineHeight + 2, HighestRow)).Add("\" customHeight=\"1\">"u8);
            WriteCells(markup, row, no++);
        }
    }

    private void WriteCells(Markup markup, XlsxCell[] cells, int row)
    {
        for (var at = 0; at < cells.Length; at++)
            cells[at].WriteTo(markup, letters[at], row);
        markup.Add("</x:row>"u8);
    }

    private IEnumerable<OpenXmlElement> Before() =>
    [
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }, new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2" }) { WorkbookViewId = 0 }),
        new Columns(columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true, Hidden = form?.Fields[at].IsHidden is true ? true : null })),
    ];

    private IEnumerable<OpenXmlElement> After(int count)
    {
        if (form is { RowsToCome: 0 })
            yield return XlsxForm.Protection();
        yield return new AutoFilter { Reference = $"A1:{ColumnName(columns.Length - 1)}{count + 1}" };
        if (form?.DropDowns(count) is { } dropDowns)
            yield return dropDowns;
        if (links.Count > 0)
            yield return new Hyperlinks(links);
        yield return new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 };
        yield return new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = pagesWide, FitToHeight = 0 };
        yield return new HeaderFooter(new OddFooter("&C&A — &P / &N"));
    }

    /// <summary>Said with each row, because not every program makes a row as high as its words when it opens the file.</summary>
    private static int Lines(string words, int width)
    {
        var (lines, taken) = (1, 0);
        foreach (var letter in words)
        {
            if (letter == '\n')
            {
                lines += taken / Math.Max(width - 2, 1) + 1;
                taken = 0;
            }
            else
            {
                taken += letter < 0x2E80 ? 1 : 2;
            }
        }
        return lines + taken / Math.Max(width - 2, 1);
    }

    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A … Z, AA …; from 0.</summary>
    public static string ColumnName(int column) => (column >= 26 ? ColumnName(column / 26 - 1) : "") + (char)('A' + column % 26);
}
