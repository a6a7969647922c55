namespace Projects.Reports;

public enum LedgerFormat { Xlsx, Csv }

/// <summary>What a file of the ledger says about itself.</summary>
/// <param name="Park">Its park's name.</param>
/// <param name="Day">The day it shows the ledger as of.</param>
public sealed record LedgerHead(string Park, DateOnly Day);

/// <summary>The ledger as a file: made whole beside memory before its first byte is given away. Gone when disposed.</summary>
/// <param name="FileName">Any file system takes it.</param>
/// <param name="Content">Stands at its beginning.</param>
public sealed record LedgerFile(string FileName, string MediaType, Stream Content) : IDisposable
{
    /// <summary>The bytes follow from the head, the rows and the language alone.</summary>
    /// <param name="rows">Read once, one after another; as many as <paramref name="count"/>.</param>
    /// <exception cref="IOException">There is no room for the file.</exception>
    public static LedgerFile Of(LedgerHead head, IEnumerable<IReadOnlyList<string>> rows, int count, LedgerFormat format, Language language)
    {
        var content = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16,
        });
        try
        {
            if (format is LedgerFormat.Csv)
                LedgerCsv.Write(content, rows, language);
            else
                LedgerXlsx.Write(content, head, rows, count, language);
            content.Position = 0;
            return new(FileNameOf(head, format, language), MediaTypeOf(format), content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    public void Dispose() => Content.Dispose();

    private static string MediaTypeOf(LedgerFormat format) =>
        format is LedgerFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>攀枝花钒钛高新区台账2024-01-11.xlsx.</summary>
    private static string FileNameOf(LedgerHead head, LedgerFormat format, Language language) =>
        FileNames.Of(language is Language.English ? $"{head.Park} ledger {head.Day:yyyy-MM-dd}" : $"{head.Park}台账{head.Day:yyyy-MM-dd}", format.ToString().ToLowerInvariant());
}
