using System.Collections.Immutable;
using Projects.Web.Layout;

namespace Projects.Web.Board;

/// <summary>All the board shows, of one moment.</summary>
/// <param name="Projects">Works and campaigns, the worst light first.</param>
/// <param name="Weeks">Twelve calendar weeks, the present one last.</param>
public sealed record BoardView(
    DateOnly Day,
    ImmutableArray<LitProject> Projects,
    ParkSummary Summary,
    SeenRates Rates,
    ImmutableArray<IssueWeek> Weeks,
    ImmutableArray<CauseCount> LateByCause,
    ImmutableArray<CountGroup<UnitCode?>> ByUnit,
    WeekChanges Changes)
{
    /// <summary>The days that are looked back to, for the links that lead on.</summary>
    public PastDays Past { get; init; }

    public int Count(Light light) => Projects.Count(project => project.Light == light);

    public IEnumerable<LitProject> Troubled => Projects.Where(project => project.Light is not Light.Green);

    public int OpenIssues => Summary.Issues.Open;

    public int OverdueIssues => Summary.Issues.Red;

    public int NearIssues => Summary.Issues.Yellow;

    /// <summary>Units with an issue past its due date, most first.</summary>
    public IEnumerable<(UnitCode? Unit, int Issues)> LateByUnit => ByUnit
        .Select(group => (Unit: group.Key, Issues: group.Counts.Red))
        .Where(late => late.Issues > 0)
        .OrderByDescending(late => late.Issues).ThenBy(late => late.Unit?.Value, StringComparer.Ordinal);

    /// <summary>What each list counts as done: 销号 or 整改完成, never both in one number (DOMAIN 2).</summary>
    public IEnumerable<ListStanding> Lists => Rates.Lists
        .OrderBy(list => list.Tier).ThenBy(list => list.Project).ThenBy(list => list.List)
        .Select(list => new ListStanding(list, SheetOf(list).HeadlineOf(list.Measure)));

    private RateSheet SheetOf(ListRow list) => Rates.Rates.ByList.FirstOrDefault(sheet => sheet.Key == (list.Project, list.List))?.Sheet ?? RateSheet.Empty;
}

/// <summary>Overdue issues of one cause.</summary>
public sealed record CauseCount(RootCause Cause, int Issues);

/// <summary>A project with the reasons of its light, the worst first.</summary>
public sealed record LitProject(ProjectCode Code, string Name, ImmutableArray<LightReason> Reasons)
{
    public Light Light => ProjectLight.Worst(Reasons) ?? Light.Green;
}

/// <param name="Headline">销号率 or 整改完成率, by the list's own measure.</param>
public sealed record ListStanding(ListRow List, NamedRate Headline);

/// <summary>What the last seven days brought, the latest first.</summary>
/// <param name="Registered">How many issues were registered in these days, whatever became of them since; the ledger shows which.</param>
/// <param name="NewlyOverdue">Open issues whose due date passed in these days.</param>
/// <param name="IsMore">There was more than is counted here.</param>
public sealed record WeekChanges(
    DaySpan Days,
    int Registered,
    ImmutableArray<IssueChange> Closed,
    ImmutableArray<IssueChange> Returned,
    ImmutableArray<IssueChange> Extended,
    ImmutableArray<IssueChange> Reopened,
    ImmutableArray<IssueChange> NewlyOverdue,
    bool IsMore);

/// <param name="On">The day it happened, or the due date that passed.</param>
public sealed record IssueChange(ProjectCode Project, IssueNumber Number, DateOnly On);
