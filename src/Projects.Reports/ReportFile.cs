namespace Projects.Reports;

public enum ReportFormat { Docx, Xlsx, Html, Json }

/// <summary>A report as it is kept, sent and opened.</summary>
/// <param name="FileName">Of the report and its number; any file system takes it.</param>
/// <param name="Bytes">The same for the same document and language on any machine and day.</param>
public sealed record ReportFile(ReportFormat Format, string FileName, string MediaType, ReadOnlyMemory<byte> Bytes);
