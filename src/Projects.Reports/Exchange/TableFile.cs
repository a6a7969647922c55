using System.Collections.Immutable;

namespace Projects.Reports;

/// <summary>A sheet somebody sent: XLSX by its content, else CSV. It is judged nowhere here, and bounded everywhere.</summary>
public static class TableFile
{
    public const int BytesAtMost = 50 << 20;

    /// <summary>Header and titles included.</summary>
    public const int RowsAtMost = 21_000;

    internal const int ColumnsAtMost = 200;

    /// <summary>What Excel takes in one cell.</summary>
    internal const int LettersAtMost = 32_767;

    /// <exception cref="TableFileException">It is no sheet, or larger than is taken.</exception>
    public static ReadTable Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > BytesAtMost)
            throw TableFileException.TooLarge();
        return bytes.Span.StartsWith("PK\u0003\u0004"u8) ? XlsxTable.Read(bytes) : CsvTable.Read(bytes.Span);
    }
}

/// <summary>A file is not taken as a sheet.</summary>
public sealed class TableFileException(Text why) : Exception(why.En)
{
    public Text Why { get; } = why;

    public static TableFileException TooLarge() => new(new Text($"文件超过{TableFile.BytesAtMost >> 20}MB", $"is larger than {TableFile.BytesAtMost >> 20} MB"));

    internal static TableFileException TooManyRows() =>
        new(new Text($"超过{TableFile.RowsAtMost}行，请分成几份", $"has more than {TableFile.RowsAtMost} rows: split it"));
}
