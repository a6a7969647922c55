namespace Projects.Reports;

/// <summary>Words in a cell that a spreadsheet would take for a formula (DOMAIN 8).</summary>
internal static class CellText
{
    /// <summary>Before words that stay words.</summary>
    public const char Mark = '\'';

    public static bool IsLikeFormula(string words) => words.TrimStart() is ['=' or '+' or '-' or '@', ..];
}
