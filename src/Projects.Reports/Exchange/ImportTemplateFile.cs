using System.Collections.Immutable;
using Projects.Reports.Packing;
using Projects.Reports.Xlsx;

namespace Projects.Reports;

/// <summary>The empty workbook of a kind of import: its headings with drop-downs, and behind it what each column takes.</summary>
public static class ImportTemplateFile
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What Excel takes as a list of choices in a cell's own rule.</summary>
    private const int ChoiceLettersAtMost = 255;

    public static ReportFile Write(ImportKind kind, Park park, DateOnly day, Language language = Language.Chinese)
    {
        var (styles, names) = (new XlsxStyles(), new XlsxSheetNames());
        var title = new Text($"导入模板：{kind.Title.Zh}", $"Import template: {kind.Title.En}").In(language);
        var sheet = new XlsxSheet(
            names.Take(kind.Title.In(language)), [.. kind.Columns.Select(column => (HeadingOf(column, language), column.Width))], language, pagesWide: 2,
            new XlsxForm([.. kind.Columns.Select(column => new XlsxField { Choices = ListOf(column, park.Labels, language) })]) { RowsToCome = TableFile.RowsAtMost });
        var package = new OfficePackage();
        package.Describe(title, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), park.Name, day.ToDateTime(TimeOnly.MinValue));
        XlsxBook.Fill(package, [BookSheet.Of(sheet), BookSheet.Of(Explained(kind, park.Labels, names.Take(new Text("填写说明", "Columns").In(language)), language))], styles);
        return new(ReportFormat.Xlsx, FileNames.Of(title, "xlsx"), MediaType, package.ToBytes());
    }

    private static XlsxSheet Explained(ImportKind kind, Labels labels, string name, Language language)
    {
        var sheet = new XlsxSheet(
            name, [(new Text("栏", "Column").In(language), 20), (new Text("必有", "Needed").In(language), 8), (new Text("填写", "Takes").In(language), 60), (new Text("也可写作", "Also known as").In(language), 40)], language);
        foreach (var column in kind.Columns)
        {
            Text[] cells =
            [
                column.Title, column.IsNeeded ? new("是", "yes") : new("", ""), Takes(column, labels), new(string.Join('、', column.OtherNames), string.Join(", ", column.OtherNames)),
            ];
            sheet.Add(cells.Select(cell => XlsxCell.Words(cell.In(language), language)));
        }
        return sheet;
    }

    private static Text Takes(ImportColumn column, Labels labels) => column.Holds switch
    {
        ImportCell.Day => new("日期，如 2024-01-31、2024年1月31日", "A day, as 2024-01-31"),
        ImportCell.Month => new("年月，如 2024-01、2024年1月", "A month, as 2024-01"),
        ImportCell.Money => new("金额；栏名或数后须有单位（万元、亿元）", "An amount; its unit (万元, 亿元) stands in the heading or after the number"),
        ImportCell.Choice when column.Choices is { } choices => new(
            string.Join('、', choices(labels).Select(choice => choice.Zh)), string.Join(", ", choices(labels).Select(choice => choice.En))),
        _ => new("文字", "Words"),
    };

    private static string HeadingOf(ImportColumn column, Language language) => column.Holds is ImportCell.Money ? $"{column.Title.In(language)}(万元)" : column.Title.In(language);

    private static ImmutableArray<string> ListOf(ImportColumn column, Labels labels, Language language)
    {
        ImmutableArray<string> choices = column.Choices is { } some ? [.. some(labels).Select(choice => choice.In(language))] : [];
        // A park's own label may hold what a list in a cell cannot.
        return choices.Sum(choice => choice.Length + 1) <= ChoiceLettersAtMost && !choices.Any(choice => choice.AsSpan().IndexOfAny(',', '"') >= 0) ? choices : [];
    }
}
