using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>亮灯 of projects: what a card or the ledger's rows say of starts, milestones and investment, and the worst light of its issues.</summary>
public sealed class ProjectLights(IssueLedger issues, MilestoneLedger milestones, InvestmentLedger investment)
{
    private const int MilestonesAPage = 500;

    public async Task<Light?> OfAsync(Project card, Insight insight, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var due = await issues.At(insight.Past).DueAsync(card.Id.Park, [card.Id.Code], days, cancellationToken);
        return ProjectLight.Worst([ProjectLight.Of(card, insight.Today, insight.Park.Policy, insight.Calendar), ProjectLight.Worst(DueOf(due, card.Id.Code))]);
    }

    /// <summary>The lights of a page of projects, from the ledger alone: four reads, whatever the number of projects.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, Light?>> OfAsync(ImmutableArray<ProjectRow> rows, Insight insight, CancellationToken cancellationToken) =>
        (await ReasonsAsync(rows, insight, cancellationToken)).ToDictionary(pair => pair.Key, pair => ProjectLight.Worst(pair.Value) ?? (Light?)Light.Green);

    /// <summary>Why each is yellow or red, the worst first, by the same four reads; empty for a green one.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, ImmutableArray<LightReason>>> ReasonsAsync(
        ImmutableArray<ProjectRow> rows, Insight insight, CancellationToken cancellationToken)
    {
        var park = insight.Park;
        var due = await issues.At(insight.Past).DueAsync(park.Code, [.. rows.Select(row => row.Project)], LightDays.Of(insight.Today, park.Policy, insight.Calendar), cancellationToken);
        var planned = (await MilestonesAsync(milestones.At(insight.Past), park.Code, cancellationToken)).ToLookup(row => row.Project);
        var works = await WorksAsync(insight, cancellationToken);
        return rows.ToDictionary(row => row.Project, row => ProjectLight.Sorted(
        [
            .. ProjectLight.ReasonsOf(Sketch(row, planned[row.Project]), insight.Today, park.Policy, insight.Calendar),
            .. ProjectLight.BehindTime(works.GetValueOrDefault(row.Project)?.Ahead, park.Policy),
            .. DueOf(due, row.Project),
        ]));
    }

    private static IEnumerable<LightReason> DueOf(IReadOnlyDictionary<ProjectCode, DueIssues> due, ProjectCode project) =>
        due.TryGetValue(project, out var issues) ? ProjectLight.IssuesDue(issues.Overdue, issues.Near) : [];

    private static async Task<List<MilestoneRow>> MilestonesAsync(MilestoneLedger milestones, ParkCode park, CancellationToken cancellationToken)
    {
        var rows = new List<MilestoneRow>();
        MilestonePlace? after = null;
        do
        {
            // Only what is planned has a light other than green.
            var page = await milestones.PageAsync(park, new MilestoneFilter(State: MilestoneState.Planned), MilestonesAPage, after, cancellationToken);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private async Task<IReadOnlyDictionary<ProjectCode, InvestmentFigures>> WorksAsync(Insight insight, CancellationToken cancellationToken)
    {
        var month = Month.Of(insight.Today);
        var january = new Month(month.Year, 1);
        var ledger = investment.At(insight.Past);
        var spent = (await ledger.MonthsAsync(insight.Park.Code, project: null, InvestmentBasis.Works, january, month, cancellationToken)).ToLookup(entry => entry.Project);
        return (await ledger.PlansAsync(insight.Park.Code, project: null, InvestmentBasis.Works, cancellationToken))
            .Where(plan => plan.Year == month.Year)
            .ToDictionary(plan => plan.Project, plan =>
            {
                var year = Money.Sum(spent[plan.Project].Select(entry => entry.Amount));
                return InvestmentFigures.Of(InvestmentBasis.Works, insight.Today, Money.Zero, year, year, plan.Total);
            });
    }

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
