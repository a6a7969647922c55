using Projects.Reports.Packing;

namespace Projects.Reports.Xlsx;

/// <summary>A report as a workbook: a sheet a table, the ledger, and where every figure comes from.</summary>
internal static class XlsxReport
{
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
        var package = new OfficePackage();
        package.Describe(document.Head, language);
        XlsxBook.Fill(package, [.. sheets.Select(BookSheet.Of)], styles);
        return package.ToBytes();
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
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Figure is { } figure && sources.PlaceOf(figure) is { } place)
                    sheet.Link(column, place);
            }
            sheet.Add(row.Select(term => XlsxCell.Of(term, styles, language)));
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
            sheet.Add(XlsxCell.Words(title, language), XlsxCell.Words(value, language));
        }
        return sheet;
    }
}
