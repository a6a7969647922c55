using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>The projects a person answers for: those that name them, or somebody they stand in for, and those their unit keeps.</summary>
public sealed class MyProjects(ProjectDesk desk, ProjectLedger projects)
{
    private const int ProjectsAtMost = 50;

    /// <summary>Their cards, in the order of their codes.</summary>
    public async Task<ImmutableArray<Project>> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var codes = new SortedSet<ProjectCode>();
        foreach (var filter in FiltersOf(insight.Actor).Distinct())
        {
            var page = await projects.PageAsync(
                insight.Park.Code, LedgerReach.Within(insight, filter), ProjectOrder.Code, descending: false, ProjectsAtMost, after: null, cancellationToken);
            codes.UnionWith(page.Rows.Select(row => row.Project));
        }
        var cards = ImmutableArray.CreateBuilder<Project>();
        foreach (var code in codes.Take(ProjectsAtMost))
            if (await desk.CardAsync(insight, code) is { } card)
                cards.Add(card);
        return cards.ToImmutable();
    }

    private static IEnumerable<ProjectFilter> FiltersOf(Actor actor) => actor.Capacities.SelectMany(capacity => capacity.Role switch
    {
        Role.ProjectOfficer => [new ProjectFilter(Officer: capacity.For ?? actor.Person)],
        Role.DeputyLeader or Role.ChiefLeader => [new ProjectFilter(Sponsor: capacity.For ?? actor.Person)],
        Role.Handler or Role.UnitHead => [new ProjectFilter(Unit: capacity.Unit)],
        _ => Array.Empty<ProjectFilter>(),
    });
}
