using System.Collections.Immutable;
using Projects.Reports.Packing;
using Projects.Reports.Xlsx;

namespace Projects.Reports;

/// <summary>收发表 as a workbook: what is to be read is locked, what is to be filled in is not, what the row is known by is hidden.</summary>
public static class UnitBookFile
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static ReportFile Write(UnitBook book, Language language = Language.Chinese)
    {
        var (styles, columns) = (new XlsxStyles(), UnitColumns.All);
        var title = UnitBook.Title.In(language);
        var sheet = new XlsxSheet(
            new XlsxSheetNames().Take(title), [.. columns.Select(column => (column.Title.In(language), column.Width))], language, pagesWide: 2,
            new XlsxForm([.. columns.Select(column => FieldOf(column, language))]));
        foreach (var row in book.Rows)
            sheet.Add(columns.Select((column, at) => CellOf(column, row.Cells[at].In(language), styles, language)));
        var package = new OfficePackage();
        package.Describe(title, book.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), book.Park, book.Day.ToDateTime(TimeOnly.MinValue));
        XlsxBook.Fill(package, [BookSheet.Of(sheet)], styles);
        return new(ReportFormat.Xlsx, FileNames.Of($"{book.Unit}{(language is Language.English ? " " : "")}{title}{book.Day:yyyy-MM-dd}", "xlsx"), MediaType, package.ToBytes());
    }

    private static XlsxField FieldOf(UnitColumn column, Language language) => column.Use switch
    {
        UnitColumnUse.Key => new(IsHidden: true),
        UnitColumnUse.Choice => new(IsEntry: true) { Choices = [.. column.Choices.Select(choice => choice.In(language))] },
        UnitColumnUse.Words or UnitColumnUse.Day => new(IsEntry: true),
        _ => new(),
    };

    private static XlsxCell CellOf(UnitColumn column, string words, XlsxStyles styles, Language language) => column.Use switch
    {
        UnitColumnUse.Day => XlsxCell.Empty(styles.Entry("yyyy\\-mm\\-dd")),
        UnitColumnUse.Words or UnitColumnUse.Choice => XlsxCell.Empty(styles.Entry("@")),
        _ => XlsxCell.Words(words, language),
    };
}
