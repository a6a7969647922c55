using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

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

    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<Row> rows = [];
    private readonly List<Hyperlink> links = [];

    public string Name => name;

    public int RowCount => rows.Count;

    /// <summary>The header's cells, as <c>'名称'!$1:$1</c> and <c>'名称'!$A$1:$C$9</c> are meant by a workbook.</summary>
    public string HeaderArea => (pagesWide > 1 ? $"{Quoted(name)}!$A:$B," : "") + $"{Quoted(name)}!$1:$1";

    public string FilterArea => FilterAreaOf(rows.Count);

    public string FilterAreaOf(int count) => $"{Quoted(name)}!$A$1:${ColumnName(columns.Length - 1)}${count + 1}";

    /// <param name="cells">Each makes its cell when it is told where it stands.</param>
    public void Add(IEnumerable<Func<string, Cell>> cells) => rows.Add(RowOf(rows.Count, cells));

    /// <summary>A row by its place under the header, from 0.</summary>
    public Row RowOf(int place, IEnumerable<Func<string, Cell>> cells)
    {
        var no = (uint)place + 2;
        ImmutableArray<Cell> made = [.. cells.Select((cell, column) => cell($"{ColumnName(column)}{no}"))];
        var lines = made.Select((cell, column) => Lines(cell.InnerText, columns[column].Width)).Append(1).Max();
        return new Row(made) { RowIndex = no, Height = Math.Min(lines * LineHeight + 2, HighestRow), CustomHeight = true };
    }

    /// <summary>A click on a cell leads to another of the same workbook.</summary>
    public void Link(string at, string location) => links.Add(new Hyperlink { Reference = at, Location = location });

    public Worksheet ToWorksheet() => new([.. Before(), new SheetData([Header(), .. rows]), .. After(rows.Count)]);

    /// <summary>The sheet with rows that are made while it is written, and held by nobody.</summary>
    public void WriteTo(XmlWriter writer, IEnumerable<Row> made, int count)
    {
        writer.WriteStartElement("x", "worksheet", Namespace);
        foreach (var element in Before())
            element.WriteTo(writer);
        writer.WriteStartElement("x", "sheetData", Namespace);
        Header().WriteTo(writer);
        foreach (var row in made)
            row.WriteTo(writer);
        writer.WriteEndElement();
        foreach (var element in After(count))
            element.WriteTo(writer);
        writer.WriteEndElement();
    }

    private Row Header() => new([.. columns.Select((column, at) => XlsxCell.Words($"{ColumnName(at)}1", column.Title, language, XlsxStyles.Header))]) { RowIndex = 1 };

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
    private static int Lines(string words, int width) => words.Split('\n').Sum(line => line.Sum(letter => letter < 0x2E80 ? 1 : 2) / Math.Max(width - 2, 1) + 1);

    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A … Z, AA …; from 0.</summary>
    public static string ColumnName(int column) => (column >= 26 ? ColumnName(column / 26 - 1) : "") + (char)('A' + column % 26);
}
