using System.Collections.Concurrent;
using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>How the projects of a park stand today, from the ledger. What is known of a project is kept in memory while its stream stands where it stood.</summary>
public sealed class ParkStandings(ProjectLedger projects, ListLedger lists, IssueLedger issues, MilestoneLedger milestones, InvestmentLedger investment)
{
    private readonly ConcurrentDictionary<ParkCode, StandingShelf> shelves = new();
    private readonly StandingReads reads = new(projects, lists, issues, milestones, investment);

    /// <summary>Those the caller sees, by code. The same object as before while nothing has changed, to somebody who sees the whole park.</summary>
    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var shelf = shelves.GetOrAdd(insight.Park.Code, park => new StandingShelf(park, projects, reads));
        var all = await shelf.OfAsync(new(insight.Today, insight.Park.Policy, insight.Calendar), cancellationToken);
        return insight.Reach is Reach.All ? all : all.Where(standing => insight.Reach.CoversOf(standing.Value.Project.Enterprise)).ToImmutableSortedDictionary();
    }
}
