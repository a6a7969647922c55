using System.Collections.Immutable;

namespace Projects.Web.Board;

/// <summary>Reads the board from the ledger and the journal's last days: a fixed number of reads, whatever the size of the park.</summary>
public sealed class BoardReader(
    LedgerReach reach, ProjectLedger projects, IssueLedger issues, Journal journal, ParkSummaries summaries, ParkRates rates, ProjectLights lights)
{
    private const int WeeksShown = 12;
    private const int ProjectsAPage = 500;

    /// <summary>More changes than these in a week are not a thing to look at one by one.</summary>
    private const int ChangesAtMost = 500;

    public async Task<BoardView> ReadAsync(Insight insight, CancellationToken cancellationToken)
    {
        var within = await reach.ProjectsAsync(insight, cancellationToken);
        var monday = insight.Today.AddDays(-(((int)insight.Today.DayOfWeek + 6) % 7));
        return new(
            insight.Today,
            await ProjectsAsync(insight, cancellationToken),
            await summaries.OfAsync(insight, cancellationToken),
            await rates.OfAsync(insight, cancellationToken),
            await issues.At(insight.Past).WeeksAsync(insight.Park.Code, within, unit: null, monday.AddDays(6), WeeksShown, cancellationToken),
            await issues.At(insight.Past).LateByCauseAsync(insight.Park.Code, within, insight.Today, cancellationToken),
            await UnitsAsync(insight, within, cancellationToken),
            await ChangesAsync(insight, within, cancellationToken)) { AsOf = insight.Past?.At.Effective };
    }

    private async Task<ImmutableArray<CountGroup<UnitCode?>>> UnitsAsync(Insight insight, IReadOnlyCollection<ProjectCode>? within, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (within is null)
            return await issues.At(insight.Past).CountsByUnitAsync(insight.Park.Code, days, cancellationToken);
        return [.. (await issues.At(insight.Past).CountsByListAsync(insight.Park.Code, within, days, cancellationToken))
            .GroupBy(group => group.Key.Unit, (unit, groups) => new CountGroup<UnitCode?>(unit, IssueCounts.Sum(groups.Select(group => group.Counts))))];
    }

    private async Task<ImmutableArray<LitProject>> ProjectsAsync(Insight insight, CancellationToken cancellationToken)
    {
        var rows = new List<ProjectRow>();
        ProjectPlace? after = null;
        do
        {
            var page = await projects.At(insight.Past).PageAsync(
                insight.Park.Code, LedgerReach.Within(insight, new ProjectFilter()), ProjectOrder.Code, descending: false, ProjectsAPage, after, cancellationToken);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        var reasons = await lights.ReasonsAsync([.. rows], insight, cancellationToken);
        return [.. rows.Select(row => new LitProject(row.Project, row.Name, reasons[row.Project])).OrderByDescending(project => project.Light)];
    }

    private async Task<WeekChanges> ChangesAsync(Insight insight, IReadOnlySet<ProjectCode>? within, CancellationToken cancellationToken)
    {
        var days = new DaySpan(insight.Today.AddDays(-6), insight.Today);
        var outcomes = await journal.OutcomesAsync(insight.Park.Code, days, ChangesAtMost, cancellationToken);
        var seen = outcomes.Where(outcome => (within is null || within.Contains(outcome.Project)) && insight.Past?.At.Covers(AsOf.Of(outcome.Recorded)) is not false).ToList();
        var overdue = await OverdueSinceAsync(insight, days.From.AddDays(-1), cancellationToken);
        return new(
            days,
            Of<IssueClosed>(_ => true),
            Of<ClosureReturned>(_ => true),
            Of<ExtensionDecided>(decided => decided.Granted),
            Of<IssueReopened>(_ => true),
            overdue,
            outcomes.Count == ChangesAtMost || overdue.Length == ChangesAtMost);

        ImmutableArray<IssueChange> Of<TEvent>(Predicate<TEvent> fits) where TEvent : IssueEvent =>
            [.. from outcome in seen
                let happened = outcome.Recorded.Event as TEvent
                where happened is not null && fits(happened)
                select new IssueChange(outcome.Project, happened.Number, outcome.Recorded.Effective)];
    }

    /// <summary>An issue is overdue from the day after its due date.</summary>
    private async Task<ImmutableArray<IssueChange>> OverdueSinceAsync(Insight insight, DateOnly firstDue, CancellationToken cancellationToken)
    {
        if (await reach.WithinAsync(insight, new IssueFilter(Overdue: true), cancellationToken) is not { } filter)
            return [];
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var latest = await issues.At(insight.Past).PageAsync(insight.Park.Code, filter, IssueOrder.Due, descending: true, ChangesAtMost, after: null, days, cancellationToken);
        return [.. from row in latest.Rows
                   where row.Facts.CurrentDue >= firstDue
                   select new IssueChange(row.Facts.Project, row.Number, row.Facts.CurrentDue!.Value)];
    }
}
