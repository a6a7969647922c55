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

/// <summary>How many projects are of a kind and stand in a stage.</summary>
public sealed record ProjectCount(ProjectKind Kind, Stage? Stage, int Projects);

public sealed class ParkSummaries(ParkStandings standings, IssueLedger issues)
{
    public async Task<ParkSummary> OfAsync(Insight insight, CancellationToken cancellationToken) =>
        await OfAsync(insight, await standings.OfAsync(insight, cancellationToken), cancellationToken);

    /// <param name="seen">What the caller sees.</param>
    public async Task<ParkSummary> OfAsync(Insight insight, ImmutableSortedDictionary<ProjectCode, ProjectStanding> seen, CancellationToken cancellationToken)
    {
        var works = seen.Values.Select(standing => standing.Project).Where(project => project.Kind is not ProjectKind.Campaign).ToList();
        return new(
            insight.Today,
            [.. works.CountBy(project => (project.Kind, project.Stage)).OrderBy(count => count.Key.Kind).ThenBy(count => count.Key.Stage)
                .Select(count => new ProjectCount(count.Key.Kind, count.Key.Stage, count.Value))],
            seen.Count - works.Count,
            [.. seen.Values.SelectMany(standing => standing.Milestones)],
            await IssuesAsync(insight, seen, cancellationToken),
            [.. from basis in Enum.GetValues<InvestmentBasis>()
                let figures = seen.Values.SelectMany(standing => standing.Investment).Where(figures => figures.Basis == basis).ToList()
                where figures.Count > 0
                select Sum(basis, insight.Today, figures)]);
    }

    private async Task<IssueCounts> IssuesAsync(Insight insight, ImmutableSortedDictionary<ProjectCode, ProjectStanding> seen, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var ledger = issues.At(insight.Past);
        return insight.Reach is Reach.All
            ? await ledger.CountsAsync(insight.Park.Code, days, cancellationToken)
            : IssueCounts.Sum((await ledger.CountsByListAsync(insight.Park.Code, [.. seen.Keys], days, cancellationToken)).Select(group => group.Counts));
    }

    private static InvestmentFigures Sum(InvestmentBasis basis, DateOnly day, List<InvestmentFigures> figures)
    {
        var plans = figures.Select(each => each.Plan).OfType<Money>().ToList();
        return InvestmentFigures.Of(
            basis, day,
            Money.Sum(figures.Select(each => each.InMonth)), Money.Sum(figures.Select(each => each.YearToDate)), Money.Sum(figures.Select(each => each.SinceStart)),
            plans.Count == 0 ? null : Money.Sum(plans));
    }
}
