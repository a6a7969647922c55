using System.Text;

namespace Projects.Reports;

/// <summary>The ledger as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the letters.</summary>
internal static class LedgerCsv
{
    public static void Write(Stream to, IEnumerable<IReadOnlyList<string>> rows, Language language)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        WriteLine(writer, LedgerSheet.Columns.Select(column => column.Title.In(language)));
        foreach (var row in rows)
            WriteLine(writer, row);
    }

    private static void WriteLine(StreamWriter writer, IEnumerable<string> cells) => writer.WriteLine(string.Join(',', cells.Select(Cell)));

    /// <summary>What begins like a formula stands behind an apostrophe, Excel's own mark for text.</summary>
    private static string Cell(string words)
    {
        var legible = Legible.Of(words);
        if (CellText.IsLikeFormula(legible))
            legible = CellText.Mark + legible;
        return legible.AsSpan().ContainsAny("\",\n") || legible.Length > 0 && (legible[0] == ' ' || legible[^1] == ' ')
            ? $"\"{legible.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : legible;
    }
}
