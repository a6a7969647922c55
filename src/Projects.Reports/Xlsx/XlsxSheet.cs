using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Projects.Reports.Xlsx;

/// <summary>One sheet: a header that stays in sight and filters, rows under it, printed across the page's width.</summary>
/// <param name="pagesWide">Over how many pages it is printed side by side; from 2 on, each begins with the first two columns.</param>
internal sealed class XlsxSheet(string name, ImmutableArray<(string Title, int Width)> columns, Language language, uint pagesWide = 1)
{
    /// <summary>Number of A4 among papers (ECMA-376, 18.3.1.63).</summary>
    private const uint A4 = 9;

    /// <summary>In points: a line of 11 pt, and the highest row Excel takes.</summary>
    private const int LineHeight = 16, HighestRow = 405;

    private readonly List<Row> rows = [];
    private readonly List<Hyperlink> links = [];

    public string Name => name;

    public int RowCount => rows.Count;

    /// <summary>The header's cells, as <c>'名称'!$1:$1</c> and <c>'名称'!$A$1:$C$9</c> are meant by a workbook.</summary>
    public string HeaderArea => (pagesWide > 1 ? $"{Quoted(name)}!$A:$B," : "") + $"{Quoted(name)}!$1:$1";

    public string FilterArea => $"{Quoted(name)}!$A$1:${ColumnName(columns.Length - 1)}${rows.Count + 1}";

    /// <param name="cells">Each makes its cell when it is told where it stands.</param>
    public void Add(IEnumerable<Func<string, Cell>> cells)
    {
        var no = (uint)rows.Count + 2;
        ImmutableArray<Cell> made = [.. cells.Select((cell, column) => cell($"{ColumnName(column)}{no}"))];
        var lines = made.Select((cell, column) => Lines(cell.InnerText, columns[column].Width)).Append(1).Max();
        rows.Add(new Row(made) { RowIndex = no, Height = Math.Min(lines * LineHeight + 2, HighestRow), CustomHeight = true });
    }

    /// <summary>A click on a cell leads to another of the same workbook.</summary>
    public void Link(string at, string location) => links.Add(new Hyperlink { Reference = at, Location = location });

    public Worksheet ToWorksheet()
    {
        var header = new Row([.. columns.Select((column, at) => XlsxCell.Words($"{ColumnName(at)}1", column.Title, language, XlsxStyles.Header))]) { RowIndex = 1 };
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }, new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2" }) { WorkbookViewId = 0 }),
            new Columns(columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })),
            new SheetData([header, .. rows]),
            new AutoFilter { Reference = $"A1:{ColumnName(columns.Length - 1)}{rows.Count + 1}" });
        if (links.Count > 0)
            sheet.AppendChild(new Hyperlinks(links));
        sheet.AppendChild(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        sheet.AppendChild(new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = pagesWide, FitToHeight = 0 });
        sheet.AppendChild(new HeaderFooter(new OddFooter("&C&A — &P / &N")));
        return sheet;
    }

    /// <summary>Said with each row, because not every program makes a row as high as its words when it opens the file.</summary>
    private static int Lines(string words, int width) => words.Split('\n').Sum(line => line.Sum(letter => letter < 0x2E80 ? 1 : 2) / Math.Max(width - 2, 1) + 1);

    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A … Z, AA …; from 0.</summary>
    public static string ColumnName(int column) => (column >= 26 ? ColumnName(column / 26 - 1) : "") + (char)('A' + column % 26);
}
