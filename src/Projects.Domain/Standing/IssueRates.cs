using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// The rates of DOMAIN 6 over a set of issues, whole and in groups; each grouping adds up to the whole. A grouping is made when it is first
/// asked for, and kept. May be read by any number of threads.
/// </summary>
public sealed class IssueRates
{
    private readonly Lazy<RateSheet> whole;
    private readonly Lazy<ImmutableArray<RateGroup<UnitCode?>>> byUnit;
    private readonly Lazy<ImmutableArray<RateGroup<(ProjectCode Project, ListCode List)>>> byList;
    private readonly Lazy<ImmutableArray<RateGroup<Tier>>> byTier;
    private readonly Lazy<ImmutableArray<RateGroup<Measure>>> byMeasure;

    private IssueRates(IReadOnlyList<Cell> cells)
    {
        whole = new(() => RateSheet.Sum(cells.Select(cell => cell.Sheet)));
        byUnit = new(() => Grouped(cells.Select(cell => new RateGroup<UnitCode?>(cell.Unit, cell.Sheet)), OrderOf));
        byList = new(() => Grouped(cells.Select(cell => new RateGroup<(ProjectCode, ListCode)>((cell.Project, cell.List), cell.Sheet)), OrderOf));
        byTier = new(() => Grouped(cells.Select(cell => new RateGroup<Tier>(cell.Tier, cell.Sheet)), OrderOf));
        byMeasure = new(() => Grouped(cells.Select(cell => new RateGroup<Measure>(cell.Measure, cell.Sheet)), OrderOf));
    }

    private IssueRates(IReadOnlyList<IssueRates> parts)
    {
        whole = new(() => RateSheet.Sum(parts.Select(part => part.Whole)));
        byUnit = new(() => Grouped(parts.SelectMany(part => part.ByUnit), OrderOf));
        byList = new(() => Grouped(parts.SelectMany(part => part.ByList), OrderOf));
        byTier = new(() => Grouped(parts.SelectMany(part => part.ByTier), OrderOf));
        byMeasure = new(() => Grouped(parts.SelectMany(part => part.ByMeasure), OrderOf));
    }

    public RateSheet Whole => whole.Value;

    /// <summary>By lead unit; null stands for quoted lists, which name none.</summary>
    public ImmutableArray<RateGroup<UnitCode?>> ByUnit => byUnit.Value;

    public ImmutableArray<RateGroup<(ProjectCode Project, ListCode List)>> ByList => byList.Value;

    public ImmutableArray<RateGroup<Tier>> ByTier => byTier.Value;

    /// <summary>The widest groups that always have a total.</summary>
    public ImmutableArray<RateGroup<Measure>> ByMeasure => byMeasure.Value;

    /// <param name="issues">As they stood at the cut-off; drafts and void ones are passed over.</param>
    /// <param name="quoted">Lists whose totals are quoted; single issues in them are left out of completion and closure rates.</param>
    /// <param name="cutOff">The day t on which due dates are judged; it still belongs to a due date on it.</param>
    public static IssueRates Of(IEnumerable<IssueFacts> issues, IEnumerable<QuotedList> quoted, DateOnly cutOff, Policy policy, WorkCalendar calendar) =>
        new(Cells(issues, quoted, new CutOff(cutOff, policy, calendar)));

    /// <summary>The rates over all the issues of the parts, which have none in common.</summary>
    public static IssueRates Sum(IEnumerable<IssueRates> parts) => new([.. parts]);

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

    private static string OrderOf(UnitCode? unit) => unit?.Value ?? "";

    private static string OrderOf((ProjectCode Project, ListCode List) list) => $"{list.Project}/{list.List}";

    private static string OrderOf(Tier tier) => $"{(int)tier}";

    private static string OrderOf(Measure measure) => $"{(int)measure}";

    private static ImmutableArray<RateGroup<TKey>> Grouped<TKey>(IEnumerable<RateGroup<TKey>> sheets, Func<TKey, string> order) =>
        [.. sheets.GroupBy(group => group.Key, group => group.Sheet)
            .Select(group => new RateGroup<TKey>(group.Key, RateSheet.Sum(group)))
            .OrderBy(group => order(group.Key), StringComparer.Ordinal)];

    private sealed record Cell(ProjectCode Project, ListCode List, Tier Tier, Measure Measure, UnitCode? Unit, RateSheet Sheet);
}

/// <param name="Key">What the group has in common.</param>
public sealed record RateGroup<TKey>(TKey Key, RateSheet Sheet);
