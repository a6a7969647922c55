using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>A park counted, from the ledger: what the caller sees of it, on the insight's day.</summary>
/// <param name="Works">Projects by kind and stage, campaigns left out.</param>
/// <param name="Investment">One row a basis that has a plan of this year or an entry: there is no figure over both (DOMAIN 5).</param>
public sealed record ParkSummary(
    DateOnly Day,
    ImmutableArray<ProjectCount> Works,
    int Campaigns,
    ImmutableArray<MilestoneCount> Milestones,
    IssueCounts Issues,
    ImmutableArray<InvestmentFigures> Investment);

public sealed class ParkSummaries(LedgerReach reach, ProjectLedger projects, MilestoneLedger milestones, IssueLedger issues, InvestmentLedger investment)
{
    public async Task<ParkSummary> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var park = insight.Park.Code;
        var within = await reach.ProjectsAsync(insight, cancellationToken);
        bool IsSeen(ProjectCode project) => within is null || within.Contains(project);

        var counts = await projects.At(insight.Past).CountsAsync(park, LedgerReach.Within(insight, new ProjectFilter()), cancellationToken);
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        return new(
            insight.Today,
            [.. counts.Where(count => count.Kind is not ProjectKind.Campaign)],
            counts.Where(count => count.Kind is ProjectKind.Campaign).Sum(count => count.Projects),
            [.. (await milestones.At(insight.Past).CountsAsync(park, project: null, insight.Today, cancellationToken)).Where(count => IsSeen(count.Project))],
            await IssuesAsync(issues.At(insight.Past), park, within, days, cancellationToken),
            await InvestmentAsync(insight, IsSeen, cancellationToken));
    }

    private static async Task<IssueCounts> IssuesAsync(IssueLedger issues, ParkCode park, ImmutableHashSet<ProjectCode>? within, LightDays days, CancellationToken cancellationToken) => within is null
        ? await issues.CountsAsync(park, days, cancellationToken)
        : IssueCounts.Sum((await issues.CountsByListAsync(park, within, days, cancellationToken)).Select(group => group.Counts));

    private async Task<ImmutableArray<InvestmentFigures>> InvestmentAsync(Insight insight, Predicate<ProjectCode> isSeen, CancellationToken cancellationToken)
    {
        var (park, month, ledger) = (insight.Park.Code, Month.Of(insight.Today), investment.At(insight.Past));
        var figures = ImmutableArray.CreateBuilder<InvestmentFigures>();
        foreach (var basis in Enum.GetValues<InvestmentBasis>())
        {
            var months = (await ledger.MonthsAsync(park, project: null, basis, from: null, month, cancellationToken)).FindAll(entry => isSeen(entry.Project));
            var plans = (await ledger.PlansAsync(park, project: null, basis, cancellationToken)).FindAll(plan => plan.Year == month.Year && isSeen(plan.Project));
            if (months.Count == 0 && plans.Count == 0)
                continue;
            figures.Add(InvestmentFigures.Of(
                basis,
                insight.Today,
                Sum(months.Where(entry => entry.Month == month)),
                Sum(months.Where(entry => entry.Month.Year == month.Year)),
                Sum(months),
                plans.Count == 0 ? null : Money.Sum(plans.Select(plan => plan.Total))));
        }
        return figures.ToImmutable();
    }

    private static Money Sum(IEnumerable<InvestmentMonth> months) => Money.Sum(months.Select(entry => entry.Amount));
}
