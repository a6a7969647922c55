using System.Collections.Immutable;

namespace Projects.Web.Board;

/// <summary>Reads the board from the ledger and the journal's last days: a fixed number of reads, whatever the size of the park, and those of the projects that changed.</summary>
public sealed class BoardReader(ParkStandings standings, IssueLedger issues, Journal journal, ParkSummaries summaries, ParkRates rates)
{
    private const int WeeksShown = 12;

    /// <summary>More changes than these in a week are not a thing to look at one by one.</summary>
    private const int ChangesAtMost = 500;

    public async Task<BoardView> ReadAsync(Insight insight, CancellationToken cancellationToken)
    {
        var seen = await standings.OfAsync(insight, cancellationToken);
        var within = insight.Reach is Reach.All ? null : seen.Keys.ToImmutableHashSet();
        var ledger = issues.At(insight.Past);
        var monday = insight.Today.AddDays(-(((int)insight.Today.DayOfWeek + 6) % 7));
        return new(
            insight.Today,
            [.. seen.Values.Select(standing => new LitProject(standing.Project.Project, standing.Project.Name, standing.Reasons)).OrderByDescending(project => project.Light)],
            await summaries.OfAsync(insight, seen, cancellationToken),
            rates.Of(insight, seen),
            await ledger.WeeksAsync(insight.Park.Code, within, unit: null, monday.AddDays(6), WeeksShown, cancellationToken),
            LateByCause(seen.Values),
            await UnitsAsync(ledger, insight, within, cancellationToken),
            await ChangesAsync(ledger, insight, within, cancellationToken));
    }

    private static ImmutableArray<CauseCount> LateByCause(IEnumerable<ProjectStanding> seen) =>
    [
        .. from due in seen.SelectMany(standing => standing.Due)
           group due.Issues.Overdue by due.Cause into cause
           let late = cause.Sum()
           where late > 0
           orderby late descending, cause.Key
           select new CauseCount(cause.Key, late),
    ];

    private static async Task<ImmutableArray<CountGroup<UnitCode?>>> UnitsAsync(
        IssueLedger ledger, Insight insight, IReadOnlyCollection<ProjectCode>? within, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (within is null)
            return await ledger.CountsByUnitAsync(insight.Park.Code, days, cancellationToken);
        return [.. (await ledger.CountsByListAsync(insight.Park.Code, within, days, cancellationToken))
            .GroupBy(group => group.Key.Unit, (unit, groups) => new CountGroup<UnitCode?>(unit, IssueCounts.Sum(groups.Select(group => group.Counts))))];
    }

    private async Task<WeekChanges> ChangesAsync(IssueLedger ledger, Insight insight, IReadOnlySet<ProjectCode>? within, CancellationToken cancellationToken)
    {
        var days = new DaySpan(insight.Today.AddDays(-6), insight.Today);
        var outcomes = await journal.OutcomesAsync(insight.Park.Code, days, ChangesAtMost, cancellationToken);
        var seen = outcomes.Where(outcome => (within is null || within.Contains(outcome.Project)) && insight.Past?.At.Covers(AsOf.Of(outcome.Recorded)) is not false).ToList();
        // An issue is overdue from the day after its due date.
        var overdue = await ledger.DueInAsync(insight.Park.Code, within, new DaySpan(days.From.AddDays(-1), days.Until.AddDays(-1)), ChangesAtMost, cancellationToken);
        var week = (await ledger.WeeksAsync(insight.Park.Code, within, unit: null, days.Until, weeks: 1, cancellationToken))[0];
        return new(
            days,
            week.Registered,
            Of<IssueClosed>(_ => true),
            Of<ClosureReturned>(_ => true),
            Of<ExtensionDecided>(decided => decided.Granted),
            Of<IssueReopened>(_ => true),
            [.. overdue.Select(due => new IssueChange(due.Project, due.Number, due.Due))],
            outcomes.Count == ChangesAtMost || overdue.Count == ChangesAtMost);

        ImmutableArray<IssueChange> Of<TEvent>(Predicate<TEvent> fits) where TEvent : IssueEvent =>
            [.. from outcome in seen
                let happened = outcome.Recorded.Event as TEvent
                where happened is not null && fits(happened)
                select new IssueChange(outcome.Project, happened.Number, outcome.Recorded.Effective)];
    }
}
