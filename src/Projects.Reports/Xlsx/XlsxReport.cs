using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Projects.Reports.Packing;

namespace Projects.Reports.Xlsx;

/// <summary>A report as a workbook: a sheet a table, the ledger, and where every figure comes from.</summary>
internal static class XlsxReport
{
    private const string Workbook = "xl/workbook.xml";
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Letters a column of weight 1 holds.</summary>
    private const int WeightLetters = 8;

    private const uint AnnexPagesWide = 4;

    public static byte[] Write(ReportDocument document, Language language)
    {
        var (words, styles, names) = (new FileWords(language), new XlsxStyles(), new XlsxSheetNames());
        var aboutName = names.Take(words.About);
        // The sources' own name is taken before any table's, so that what leads to them can be written first.
        var sources = new XlsxSources(document, names, styles, language);
        List<XlsxSheet> sheets = [About(document, aboutName, language)];
        foreach (var table in document.Sections.SelectMany(section => section.Blocks).Select(TableOf).OfType<ReportTable>())
            sheets.Add(Of(table, names.Take(table.Title.In(language)), 1, sources, styles, language));
        sheets.Add(Of(document.Annex, names.Take(words.Annex + " " + document.Annex.Title.In(language)), AnnexPagesWide, sources, styles, language));
        sheets.AddRange(sources.Sheets);
        return Packed(document.Head, sheets, styles, language);
    }

    private static ReportTable? TableOf(ReportBlock block) => block switch
    {
        ReportTable table => table,
        ReportChart chart => Outline.NumbersOf(chart),
        _ => null,
    };

    private static XlsxSheet Of(ReportTable table, string name, uint pagesWide, XlsxSources sources, XlsxStyles styles, Language language)
    {
        var sheet = new XlsxSheet(name, [.. table.Columns.Select(column => (column.Title.In(language), Math.Max(column.Weight * WeightLetters, 8)))], language, pagesWide);
        foreach (var row in table.Rows)
        {
            sheet.Add(row.Select(term => (Func<string, Cell>)(at =>
            {
                if (term.Figure is { } figure && sources.PlaceOf(figure) is { } place)
                    sheet.Link(at, place);
                return XlsxCell.Of(at, term, styles, language);
            })));
        }
        return sheet;
    }

    private static XlsxSheet About(ReportDocument document, string name, Language language)
    {
        var (words, head, seal) = (new FileWords(language), document.Head, document.Seal);
        var sheet = new XlsxSheet(name, [(head.Title.In(language), 28), ("", 80)], language);
        foreach (var (title, value) in new[]
        {
            (words.IssueTitle, words.IssueNo(head.No)), (words.NumberTitle, words.NumberOf(head)), (words.Unit, head.Unit), (words.Period, words.Span(head.Week)),
            (words.IssuedOn, head.IssuedOn is { } day ? words.Day(day) : $"{words.Draft}{words.Colon}{words.NotIssued}"), (words.SignedBy, head.SignedBy ?? "—"),
            (words.InputDigest, seal.InputDigest), (words.ChainHead, seal.ChainHead), (words.Template, seal.Template), (words.Calendar, seal.Calendar),
        })
        {
            sheet.Add([at => XlsxCell.Words(at, title, language), at => XlsxCell.Words(at, value, language)]);
        }
        return sheet;
    }

    private static byte[] Packed(ReportHead head, List<XlsxSheet> sheets, XlsxStyles styles, Language language)
    {
        var package = new OfficePackage();
        package.Describe(head, language);
        package.Relate("", "rIdWorkbook", "officeDocument", Workbook);
        var listed = ImmutableArray.CreateBuilder<Sheet>(sheets.Count);
        for (var at = 0; at < sheets.Count; at++)
        {
            var id = $"sheet{(at + 1).ToString(CultureInfo.InvariantCulture)}";
            package.Add($"xl/worksheets/{id}.xml", $"{MediaTypes}.worksheet+xml", sheets[at].ToWorksheet());
            package.Relate(Workbook, id, "worksheet", $"worksheets/{id}.xml");
            listed.Add(new Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = id });
        }
        package.Add("xl/styles.xml", $"{MediaTypes}.styles+xml", styles.Sheet());
        package.Relate(Workbook, "styles", "styles", "styles.xml");
        var root = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(listed),
            new DefinedNames(sheets.SelectMany((sheet, at) => new[]
            {
                new DefinedName(sheet.FilterArea) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)at, Hidden = true },
                new DefinedName(sheet.HeaderArea) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at },
            })));
        root.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        package.Add(Workbook, $"{MediaTypes}.sheet.main+xml", root);
        return package.ToBytes();
    }
}
