using System.Collections.Concurrent;
using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// How the projects of a park stand on the insight's day, from the ledger. What is known of a project now is kept in memory while its stream stands
/// where it stood; a look back is read for itself and not kept.
/// </summary>
public sealed class ParkStandings(
    LedgerReach reach, ProjectLedger projects, ListLedger lists, IssueLedger issues, MilestoneLedger milestones, InvestmentLedger investment)
{
    private readonly ConcurrentDictionary<ParkCode, StandingShelf> shelves = new();

    /// <summary>Those the caller sees, by code. The same object as before while nothing has changed, to somebody who sees the whole park.</summary>
    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var terms = new StandingTerms(insight.Today, insight.Park.Policy, insight.Calendar);
        var all = insight.Past is { } past
            ? await PastAsync(insight.Park.Code, past, terms, cancellationToken)
            : await shelves.GetOrAdd(insight.Park.Code, park => new StandingShelf(park, projects, ReadsAt(null))).OfAsync(terms, cancellationToken);
        if (insight.Reach is Reach.All)
            return all;
        // Who may see a project is a question of now, also when its past is looked at; and of then, or another enterprise's past would be shown.
        var seen = await reach.ProjectsAsync(insight, cancellationToken);
        return all.Where(standing => seen?.Contains(standing.Key) is not false && insight.Reach.CoversOf(standing.Value.Project.Enterprise)).ToImmutableSortedDictionary();
    }

    private async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> PastAsync(ParkCode park, PastPark past, StandingTerms terms, CancellationToken cancellationToken) =>
        (await ReadsAt(past).OfAsync(park, [.. past.Rows.Select(row => row.Project)], terms, cancellationToken)).ToImmutableSortedDictionary(standing => standing.Project.Project, standing => standing);

    private StandingReads ReadsAt(PastPark? past) => new(projects.At(past), lists.At(past), issues.At(past), milestones.At(past), investment.At(past));
}
