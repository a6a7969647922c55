using Projects.Reports.Docx;
using Projects.Reports.Html;
using Projects.Reports.Json;
using Projects.Reports.Xlsx;

namespace Projects.Reports;

/// <summary>
/// A report set as a file. Pure: the bytes follow from the document and the language alone, whatever the machine, the day, its time zone and its culture.
/// </summary>
public static class ReportFiles
{
    /// <param name="language">What is read in the file; JSON carries both languages and is the same for each.</param>
    public static ReportFile Write(ReportDocument document, ReportFormat format, Language language = Language.Chinese) => format switch
    {
        ReportFormat.Docx => Of(document.Head, format, DocxReport.Write(document, language), language),
        ReportFormat.Xlsx => Of(document.Head, format, XlsxReport.Write(document, language), language),
        ReportFormat.Html => Of(document.Head, format, HtmlReport.Write(document, language), language),
        ReportFormat.Json => Of(document.Head, format, JsonReport.Write(document), language),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>A file written before, under the name and kind it has.</summary>
    public static ReportFile Of(ReportHead head, ReportFormat format, ReadOnlyMemory<byte> bytes, Language language = Language.Chinese)
    {
        var (extension, mediaType) = format switch
        {
            ReportFormat.Docx => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ReportFormat.Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ReportFormat.Html => ("html", "text/html; charset=utf-8"),
            ReportFormat.Json => ("json", "application/json"),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        return new(format, FileName(head, extension, language), mediaType, bytes);
    }

    /// <summary>重大项目推进与问题整改周报〔2024〕1号.docx; a draft says so.</summary>
    private static string FileName(ReportHead head, string extension, Language language)
    {
        var words = new FileWords(language);
        var name = language is Language.English ? $"{head.Title.En} {head.Year}-{head.No}" : $"{head.Title.Zh}{head.Number}";
        if (head.IssuedOn is null)
            name += language is Language.English ? $" ({words.Draft})" : $"（{words.Draft}）";
        return FileNames.Of(name, extension);
    }
}
