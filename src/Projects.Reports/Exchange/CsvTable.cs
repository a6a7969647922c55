using System.Collections.Immutable;
using System.Text;

namespace Projects.Reports;

/// <summary>Reads CSV: UTF-8 with a byte order mark or without, UTF-16 with one, else GBK, in which Excel saves it in China; between commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    private const int Gb18030 = 54936;

    public static ReadTable Read(ReadOnlySpan<byte> bytes)
    {
        var text = Decoded(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new TableFileException(new("不是Excel工作簿，也不是CSV文本", "is neither an Excel workbook nor CSV text"));
        return new(Rows(text, SeparatorOf(text)));
    }

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes[3..]);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)!.GetString(bytes);
        }
    }

    /// <summary>The one that stands most often in the first line.</summary>
    private static char SeparatorOf(string text)
    {
        var line = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        var (most, found) = (0, ',');
        foreach (var separator in (ReadOnlySpan<char>)[',', '\t', ';'])
            if (line.Count(separator) is var count && count > most)
                (most, found) = (count, separator);
        return found;
    }

    private static ImmutableArray<ReadRow> Rows(string text, char separator)
    {
        var rows = ImmutableArray.CreateBuilder<ReadRow>();
        var cells = ImmutableSortedDictionary.CreateBuilder<int, ReadCell>();
        var (cell, column, no, quoted) = (new StringBuilder(), 0, 1, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (quoted && at < text.Length)
            {
                if (letter != '"')
                    cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[at++]);
                else
                    quoted = false;
            }
            else if (letter == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (letter == separator || letter == '\n')
            {
                Keep();
                if (letter == separator)
                    continue;
                if (cells.Count > 0)
                    rows.Add(new(no, cells.ToImmutable()));
                if (rows.Count > TableFile.RowsAtMost)
                    throw TableFileException.TooManyRows();
                cells.Clear();
                (column, no) = (0, no + 1);
            }
            else
            {
                cell.Append(letter);
            }
        }
        return rows.ToImmutable();

        void Keep()
        {
            var words = ReadWords.Of(cell.ToString());
            // The apostrophe before what begins like a formula is a mark, not a word.
            if (words is [CellText.Mark, ..] && CellText.IsLikeFormula(words[1..]))
                words = words[1..];
            if (words.Length > 0 && column < TableFile.ColumnsAtMost)
                cells[column] = new(words);
            cell.Clear();
            column++;
        }
    }
}
