using System.Collections.Immutable;

namespace Projects;

/// <summary>收发表: what a unit has in hand on a day, sent to it to be filled in and taken back.</summary>
/// <param name="Unit">Its name.</param>
public sealed record UnitBook(string Park, string Unit, DateOnly Day, ImmutableArray<UnitBookRow> Rows)
{
    public static Text Title { get; } = new("整改事项收发表", "Issues to report on");
}

/// <summary>One issue of the workbook.</summary>
/// <param name="Version">Of its record when it was sent: what was changed since is not written over.</param>
/// <param name="Cells">By the columns of <see cref="UnitColumns"/>, in words; those to be filled in are empty.</param>
public sealed record UnitBookRow(ProjectCode Project, IssueNumber Number, long Version, ImmutableArray<Text> Cells)
{
    public static UnitBookRow Of(ProjectCode project, Particulars? particulars, Issue issue, IssueList list, Light? light, Park park)
    {
        var line = new UnitLine(project, particulars, issue, list, light, park);
        return new(project, issue.Number, issue.Version, [.. UnitColumns.All.Select(column => column.Shows?.Invoke(line) ?? UnitColumns.Empty)]);
    }
}

/// <summary>What a cell of the workbook may look at.</summary>
public sealed record UnitLine(ProjectCode Project, Particulars? Particulars, Issue Issue, IssueList List, Light? Light, Park Park);
