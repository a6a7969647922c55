using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// 销号单: how one issue was closed, or how far it has come: what was asked, what shows that it was done, and who judged it when. The page prints it, and
/// <c>Projects.Reports</c> sets it as a file.
/// </summary>
/// <param name="Park">Its park's name.</param>
/// <param name="PrintedOn">The park's day.</param>
/// <param name="Version">Of the issue's record.</param>
public sealed record ClosureSheet(string Park, IssueNumber Number, DateOnly PrintedOn, long Version, ImmutableArray<ClosureLine> Lines)
{
    public static Text Title { get; } = new("问题整改销号单", "Closure of an issue");

    /// <returns>Null for a draft, which has no round to tell of.</returns>
    public static ClosureSheet? Of(Park park, Issue issue, IssueList list, Particulars? project, DateOnly printedOn) =>
        issue.Round is { } round ? new(park.Name, issue.Number, printedOn, issue.Version, new ClosureWriting(park, issue, round).Lines(list, project)) : null;
}

/// <summary>One line of the sheet: one entry over its whole width, or two side by side.</summary>
public sealed record ClosureLine(ClosureEntry First, ClosureEntry? Second = null);

/// <param name="Paragraphs">Never empty; <c>—</c> where there is nothing to say.</param>
public sealed record ClosureEntry(Text Label, ImmutableArray<Text> Paragraphs);
