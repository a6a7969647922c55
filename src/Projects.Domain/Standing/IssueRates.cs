using System.Collections.Immutable;

namespace Projects;

/// <summary>The rates of DOMAIN 6 over a set of issues, whole and in groups; each grouping adds up to the whole.</summary>
/// <param name="ByUnit">By lead unit; null stands for quoted lists, which name none.</param>
/// <param name="ByMeasure">The widest groups that always have a total.</param>
public sealed record IssueRates(
    RateSheet Whole,
    ImmutableArray<RateGroup<UnitCode?>> ByUnit,
    ImmutableArray<RateGroup<(ProjectCode Project, ListCode List)>> ByList,
    ImmutableArray<RateGroup<Tier>> ByTier,
    ImmutableArray<RateGroup<Measure>> ByMeasure)
{
    /// <param name="issues">As they stood at the cut-off; drafts and void ones are passed over.</param>
    /// <param name="quoted">Lists whose totals are quoted; single issues in them are left out of completion and closure rates.</param>
    /// <param name="cutOff">The day t on which due dates are judged; it still belongs to a due date on it.</param>
    public static IssueRates Of(IEnumerable<IssueFacts> issues, IEnumerable<QuotedList> quoted, DateOnly cutOff, Policy policy, WorkCalendar calendar)
    {
        var cells = Cells(issues, quoted, new CutOff(cutOff, policy, calendar));
        return new(
            RateSheet.Sum(cells.Select(cell => cell.Sheet)),
            Grouped(cells, cell => cell.Unit, unit => unit?.Value ?? ""),
            Grouped(cells, cell => (cell.Project, cell.List), list => $"{list.Project}/{list.List}"),
            Grouped(cells, cell => cell.Tier, tier => $"{(int)tier}"),
            Grouped(cells, cell => cell.Measure, measure => $"{(int)measure}"));
    }

    // One list and one unit: the finest part any grouping needs, so each issue is looked at once.
    private static List<Cell> Cells(IEnumerable<IssueFacts> issues, IEnumerable<QuotedList> quoted, CutOff at)
    {
        var quotedByList = quoted.ToDictionary(list => (list.Project, list.List));
        var cells = new List<Cell>();
        foreach (var part in issues.Where(issue => issue.State.IsInBooks()).GroupBy(issue => (issue.Project, issue.List, issue.Unit)))
        {
            var (first, members) = (part.First(), part.ToList());
            var sheet = RateSheet.Of(members, quotedByList.ContainsKey((first.Project, first.List)), at);
            cells.Add(new(first.Project, first.List, first.Tier, first.Measure, first.Unit, sheet));
        }
        cells.AddRange(quotedByList.Values.Select(list => new Cell(list.Project, list.List, list.Tier, list.Measure, null, RateSheet.Of(list))));
        return cells;
    }

    private static ImmutableArray<RateGroup<TKey>> Grouped<TKey>(List<Cell> cells, Func<Cell, TKey> by, Func<TKey, string> order) =>
        [.. cells.GroupBy(by)
            .Select(group => new RateGroup<TKey>(group.Key, RateSheet.Sum(group.Select(cell => cell.Sheet))))
            .OrderBy(group => order(group.Key), StringComparer.Ordinal)];

    private sealed record Cell(ProjectCode Project, ListCode List, Tier Tier, Measure Measure, UnitCode? Unit, RateSheet Sheet);
}

/// <param name="Key">What the group has in common.</param>
public sealed record RateGroup<TKey>(TKey Key, RateSheet Sheet);
