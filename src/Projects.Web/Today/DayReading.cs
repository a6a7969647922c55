using System.Collections.Immutable;

namespace Projects.Web.Today;

/// <summary>What one person's day holds: what waits for them by due date, and what they asked others for.</summary>
public sealed class DayReading(WaitingIssues waiting, LedgerReach reach, IssueLedger issues, MilestoneLedger milestones)
{
    public const int RowsAtMost = 50;

    private static readonly ImmutableArray<IssueState> Asked = [IssueState.ClosureRequested, IssueState.Verifying, IssueState.AwaitingApproval, IssueState.OnNotice];

    /// <param name="Open">Open issues that wait for the person, the next due first; as many as are shown at once.</param>
    /// <param name="HasMore">Whether more open ones wait than are shown.</param>
    /// <param name="Besides">What else waits and has no due date any more or yet, by state: drafts, closed ones to be filed, those under watch.</param>
    /// <param name="Requests">Closings and extensions the person's units asked for that others have to decide.</param>
    public sealed record Day(LightDays Days, ImmutableArray<IssueRow> Open, bool HasMore, IReadOnlyList<IssueGroup> Besides, ImmutableArray<IssueRow> Requests);

    public async Task<Day> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var park = insight.Park.Code;
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (await waiting.WithinAsync(insight, new(), cancellationToken) is not { } mine)
            return new(days, [], false, [], []);
        var open = await issues.PageAsync(park, mine with { Open = true }, IssueOrder.Due, descending: false, RowsAtMost, after: null, days, cancellationToken);
        var besides = await issues.GroupsAsync(park, mine with { Open = false }, IssueGrouping.State, days, cancellationToken);
        return new(days, open.Rows, open.Next is not null, besides, await RequestsAsync(insight, days, cancellationToken));
    }

    /// <summary>Milestones reported and not yet verified, whoever may verify them.</summary>
    public async Task<ImmutableArray<MilestoneRow>> ReportedAsync(Insight insight, CancellationToken cancellationToken)
    {
        var seen = await reach.ProjectsAsync(insight, cancellationToken);
        var page = await milestones.PageAsync(insight.Park.Code, new MilestoneFilter(State: MilestoneState.Reported), RowsAtMost, after: null, cancellationToken);
        return seen is null ? page.Rows : page.Rows.RemoveAll(row => !seen.Contains(row.Project));
    }

    // Only the head of the lead unit asks for a closing or an extension, so a unit's requests are its head's.
    private async Task<ImmutableArray<IssueRow>> RequestsAsync(Insight insight, LightDays days, CancellationToken cancellationToken)
    {
        var asked = new List<IssueRow>();
        foreach (var unit in insight.Actor.Capacities.Where(held => held.Role is Role.UnitHead).Select(held => held.Unit).Distinct())
            foreach (var filter in new[] { new IssueFilter(Unit: unit, States: Asked), new IssueFilter(Unit: unit, Open: true) { ExtensionPending = true } })
                asked.AddRange((await issues.PageAsync(insight.Park.Code, filter, IssueOrder.Due, descending: false, RowsAtMost, after: null, days, cancellationToken)).Rows);
        return [.. asked.DistinctBy(row => (row.Facts.Project, row.Number)).OrderBy(row => row.Facts.CurrentDue).Take(RowsAtMost)];
    }
}
