using System.Collections.Concurrent;
using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// How the projects of a park stand on the insight's day, from the ledger. What is known of a project now is kept in memory while it stands where it
/// stood (<see cref="StandingShelf"/>); a look back is read for itself and not kept.
/// </summary>
public sealed class ParkStandings(
    LedgerReach reach, ProjectLedger projects, ListLedger lists, IssueLedger issues, MilestoneLedger milestones, InvestmentLedger investment)
{
    private readonly ConcurrentDictionary<ParkCode, StandingShelf> shelves = new();

    /// <summary>Those the caller sees, by code. The same object as before while nothing has changed, to somebody who sees the whole park.</summary>
    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(Insight insight, CancellationToken cancellationToken) => insight.Past is { } past
        ? await SeenAsync(insight, await PastAsync(insight, past, [.. past.Rows.Select(row => row.Project)], cancellationToken), cancellationToken)
        : await SeenAsync(insight, await NowAsync(insight, cancellationToken), cancellationToken);

    /// <summary>At least these, as far as the caller sees them: of the past no others are read.</summary>
    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(
        Insight insight, IReadOnlyCollection<ProjectCode> some, CancellationToken cancellationToken) => insight.Past is { } past
        ? await SeenAsync(insight, await PastAsync(insight, past, some, cancellationToken), cancellationToken)
        : await OfAsync(insight, cancellationToken);

    private Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> NowAsync(Insight insight, CancellationToken cancellationToken) =>
        shelves.GetOrAdd(insight.Park.Code, park => new StandingShelf(park, projects, ReadsAt(null))).OfAsync(TermsOf(insight), cancellationToken);

    private async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> PastAsync(
        Insight insight, PastPark past, IReadOnlyCollection<ProjectCode> some, CancellationToken cancellationToken) =>
        (await ReadsAt(past).OfAsync(insight.Park.Code, some, TermsOf(insight), cancellationToken))
            .ToImmutableSortedDictionary(standing => standing.Project.Project, standing => standing);

    private async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> SeenAsync(
        Insight insight, ImmutableSortedDictionary<ProjectCode, ProjectStanding> all, CancellationToken cancellationToken)
    {
        if (insight.Reach is Reach.All)
            return all;
        // Who may see a project is a question of now, also when its past is looked at; and of then, or another enterprise's past would be shown.
        var seen = await reach.ProjectsAsync(insight, cancellationToken);
        return all.Where(standing => seen?.Contains(standing.Key) is not false && insight.Reach.CoversOf(standing.Value.Project.Enterprise)).ToImmutableSortedDictionary();
    }

    private static StandingTerms TermsOf(Insight insight) => new(insight.Today, insight.Park.Policy, insight.Calendar);

    private StandingReads ReadsAt(PastPark? past) => new(projects.At(past), lists.At(past), issues.At(past), milestones.At(past), investment.At(past));
}
