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
        ReportFormat.Docx => new(format, FileName(document.Head, "docx", language), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxReport.Write(document, language)),
        ReportFormat.Xlsx => new(format, FileName(document.Head, "xlsx", language), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxReport.Write(document, language)),
        ReportFormat.Html => new(format, FileName(document.Head, "html", language), "text/html; charset=utf-8", HtmlReport.Write(document, language)),
        ReportFormat.Json => new(format, FileName(document.Head, "json", language), "application/json", JsonReport.Write(document)),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>重大项目推进与问题整改周报〔2024〕1号.docx; a draft says so.</summary>
    private static string FileName(ReportHead head, string extension, Language language)
    {
        var words = new FileWords(language);
        var name = language is Language.English ? $"{head.Title.En} {head.Year}-{head.No}" : $"{head.Title.Zh}{head.Number}";
        if (head.IssuedOn is null)
            name += language is Language.English ? $" ({words.Draft})" : $"（{words.Draft}）";
        return $"{string.Concat(Legible.Of(name).Select(letter => letter < ' ' || "\\/:*?\"<>|".Contains(letter) ? '_' : letter))}.{extension}";
    }
}
