using Projects.Reports.Docx;

namespace Projects.Reports;

/// <summary>A closure sheet 销号单 set as a document. The bytes follow from the sheet and the language alone.</summary>
public static class ClosureSheetFile
{
    public static ReportFile Write(ClosureSheet sheet, Language language = Language.Chinese) => new(
        ReportFormat.Docx,
        FileNames.Of(language is Language.English ? $"Closure of {sheet.Number}" : $"{sheet.Number}销号单", "docx"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocxClosureSheet.Write(sheet, language));
}
