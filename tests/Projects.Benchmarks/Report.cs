using System.Globalization;
using System.Text.Json;

namespace Projects.Benchmarks;

/// <summary>All findings of a run, as a table for people or as JSON for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string AsJson(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, Json);

    /// <summary>One finding as it comes.</summary>
    public static string AsLine(Finding finding) => string.Join("  ", CellsOf(finding).Where(cell => cell.Length > 0));

    public static string AsTable(IReadOnlyList<Finding> findings)
    {
        string[][] rows = [["target", "database", "what", "measured", "baseline", "ratio", "wanted", ""], .. findings.Select(CellsOf)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => Aligned(cell, column, widths[column]))).TrimEnd()));
    }

    private static string[] CellsOf(Finding finding) =>
    [
        finding.Target,
        finding.Database,
        finding.What,
        $"{Round(finding.Measured)} {finding.Unit}",
        finding.Baseline is { } baseline ? $"{Round(baseline)} {finding.Unit}" : "",
        finding.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "",
        finding.Wanted,
        finding.Met switch { true => "met", false => "MISSED", null => "" },
    ];

    // Figures to the right, words to the left.
    private static string Aligned(string cell, int column, int width) => column is >= 3 and <= 5 ? cell.PadLeft(width) : cell.PadRight(width);

    private static string Round(double value) => value.ToString(value switch { >= 100 => "#,0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);
}
