using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>Reads how some projects stand: seven reads, whatever their number.</summary>
internal sealed class StandingReads(ProjectLedger projects, ListLedger lists, IssueLedger issues, MilestoneLedger milestones, InvestmentLedger investment)
{
    public async Task<List<ProjectStanding>> OfAsync(ParkCode park, IReadOnlyCollection<ProjectCode> some, StandingTerms on, CancellationToken cancellationToken)
    {
        var rows = await projects.FindAsync(park, some, cancellationToken);
        var listed = (await lists.ListAsync(park, some, cancellationToken)).ToLookup(list => list.Project);
        var facts = (await issues.FactsAsync(park, some, cancellationToken).ToListAsync(cancellationToken)).ToLookup(issue => issue.Project);
        var due = (await issues.DueByCauseAsync(park, some, LightDays.Of(on.Day, on.Policy, on.Calendar), cancellationToken)).ToLookup(cause => cause.Project);
        var planned = (await milestones.OfAsync(park, some, cancellationToken)).ToLookup(row => row.Project);
        var plans = (await investment.PlansAsync(park, some, on.Day.Year, cancellationToken)).ToLookup(plan => plan.Project);
        var months = (await investment.MonthsAsync(park, some, Month.Of(on.Day), cancellationToken)).ToLookup(month => month.Project);
        return [.. rows.Select(Of)];

        ProjectStanding Of(ProjectRow row)
        {
            var code = row.Project;
            ImmutableArray<InvestmentFigures> figures = [.. FiguresOf([.. plans[code]], [.. months[code]], on.Day)];
            return new(
                row,
                [.. listed[code]],
                IssueRates.Of(facts[code], listed[code].Select(list => list.AsQuoted).OfType<QuotedList>(), on.Day, on.Policy, on.Calendar),
                ReasonsOf(row, planned[code], figures, [.. due[code]], on),
                [.. CountsOf(code, planned[code], on.Day)],
                figures,
                [.. due[code]]);
        }
    }

    private static ImmutableArray<LightReason> ReasonsOf(
        ProjectRow row, IEnumerable<MilestoneRow> milestones, ImmutableArray<InvestmentFigures> figures, ImmutableArray<CauseDue> due, StandingTerms on) => ProjectLight.Sorted(
    [
        .. ProjectLight.ReasonsOf(Sketch(row, milestones.Where(milestone => milestone.State is MilestoneState.Planned)), on.Day, on.Policy, on.Calendar),
        .. ProjectLight.BehindTime(figures.FirstOrDefault(figure => figure.Basis is InvestmentBasis.Works)?.Ahead, on.Policy),
        .. ProjectLight.IssuesDue(due.Sum(cause => cause.Issues.Overdue), due.Sum(cause => cause.Issues.Near)),
    ]);

    private static IEnumerable<InvestmentFigures> FiguresOf(IReadOnlyCollection<InvestmentPlanRow> plans, IReadOnlyCollection<InvestmentMonth> months, DateOnly day) =>
        from basis in Enum.GetValues<InvestmentBasis>()
        let plan = plans.FirstOrDefault(held => held.Basis == basis)
        let spent = months.Where(month => month.Basis == basis).ToList()
        where plan is not null || spent.Count > 0
        select InvestmentFigures.Of(
            basis, day,
            Sum(spent.Where(month => month.Month == Month.Of(day))),
            Sum(spent.Where(month => month.Month.Year == day.Year)),
            Sum(spent), plan?.Total);

    private static IEnumerable<MilestoneCount> CountsOf(ProjectCode project, IEnumerable<MilestoneRow> milestones, DateOnly day) =>
        from milestone in milestones
        group milestone by milestone.State into state
        orderby state.Key
        select new MilestoneCount(project, state.Key, state.Count(), state.Count(milestone => state.Key is not MilestoneState.Verified && milestone.Baseline < day));

    private static Money Sum(IEnumerable<InvestmentMonth> months) => Money.Sum(months.Select(month => month.Amount));

    /// <summary>As much of a project as the rule of its light looks at and the ledger knows; investment is judged apart.</summary>
    private static Project Sketch(ProjectRow row, IEnumerable<MilestoneRow> planned) => Project.Unknown(new ProjectId(row.Park, row.Project)) with
    {
        Version = row.Version,
        Kind = row.Kind,
        Phases = row.Phases.ToImmutableSortedDictionary(phase => phase.Phase, phase => new Phase
        {
            Code = phase.Phase,
            Name = phase.Name,
            Stage = phase.Stage,
            Since = phase.Since,
            Version = row.Version,
        }),
        Milestones = planned.ToImmutableSortedDictionary(plan => plan.Milestone, plan => new Milestone
        {
            Code = plan.Milestone,
            Name = plan.Name,
            Phase = plan.Phase,
            Baseline = plan.Baseline,
            Forecast = plan.Forecast,
            Version = plan.Version,
        }),
    };
}
