using Projects.Reports.Packing;
using Projects.Reports.Xlsx;

namespace Projects.Reports;

/// <summary>The ledger as a workbook of one sheet, row after row.</summary>
internal static class LedgerXlsx
{
    /// <summary>Letters a column of weight 1 holds.</summary>
    private const int WeightLetters = 8;

    private const uint PagesWide = 4;

    public static void Write(Stream to, LedgerHead head, IEnumerable<IReadOnlyList<string>> rows, int count, Language language)
    {
        var (styles, title) = (new XlsxStyles(), LedgerSheet.Title.In(language));
        var sheet = new XlsxSheet(new XlsxSheetNames().Take(title), [.. LedgerSheet.Columns.Select(column => (column.Title.In(language), column.Weight * WeightLetters))], language, PagesWide);
        var made = rows.Select(row => row.Select(words => XlsxCell.Words(words, language)).ToArray());
        var package = new OfficePackage();
        package.Describe(title, head.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), head.Park, head.Day.ToDateTime(TimeOnly.MinValue));
        XlsxBook.Fill(package, [new BookSheet(sheet.Name, sheet.FilterAreaOf(count), sheet.HeaderArea, part => sheet.WriteTo(part, made, count))], styles);
        package.WriteTo(to);
    }
}
