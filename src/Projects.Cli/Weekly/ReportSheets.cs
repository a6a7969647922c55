using Projects.Cli.Show;

namespace Projects.Cli.Weekly;

/// <summary>A weekly report for people: where it stands, then what it says, section by section.</summary>
internal static class ReportSheets
{
    public static IEnumerable<Sheet> Of(WeeklyReport report, Wording wording)
    {
        var standing = report.Clone();
        standing.Document = null;
        foreach (var sheet in Sheets.Plain(standing, wording))
            yield return sheet;
        foreach (var section in report.Document?.Sections.AsEnumerable() ?? [])
        {
            yield return Sheet.Line($"## {section.Title}");
            foreach (var block in section.Blocks)
                yield return Of(block);
        }
    }

    private static Sheet Of(WeeklyBlock block) => block.BlockCase switch
    {
        WeeklyBlock.BlockOneofCase.Heading => Sheet.Line(block.Heading),
        WeeklyBlock.BlockOneofCase.Sentence => Sheet.Line(string.Concat(block.Sentence.Terms.Select(term => term.Text))),
        WeeklyBlock.BlockOneofCase.Missing => Sheet.Line(block.Missing),
        WeeklyBlock.BlockOneofCase.Table => new(block.Table.Title, block.Table.Columns, [.. block.Table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => cell.Text)])]),
        WeeklyBlock.BlockOneofCase.Chart => new(block.Chart.Title, [block.Chart.Measure, .. block.Chart.Points], [.. block.Chart.Series.Select(series => (IReadOnlyList<string>)[series.Name, .. series.Values])]),
        _ => throw new NotSupportedException($"A block of the kind {block.BlockCase} is not known to this program."),
    };
}
