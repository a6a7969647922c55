namespace Projects.Reports;

/// <summary>Words of a cell that was read: trimmed, with line ends as <c>\n</c>, and no longer than a cell.</summary>
internal static class ReadWords
{
    public static string Of(string said)
    {
        var words = said.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim().Trim('\uFEFF');
        return words.Length <= TableFile.LettersAtMost ? words : words[..TableFile.LettersAtMost];
    }
}
