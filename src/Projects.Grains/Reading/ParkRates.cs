using System.Collections.Concurrent;
using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>Every rate of DOMAIN 6 over what the caller sees, on the insight's day.</summary>
public sealed class ParkRates(ParkStandings standings)
{
    // Summed once for all who see the whole park, while it stands as it stood.
    private readonly ConcurrentDictionary<ParkCode, (ImmutableSortedDictionary<ProjectCode, ProjectStanding> Of, SeenRates Rates)> known = new();

    public async Task<SeenRates> OfAsync(Insight insight, CancellationToken cancellationToken) => Of(insight, await standings.OfAsync(insight, cancellationToken));

    /// <param name="seen">What the caller sees.</param>
    public SeenRates Of(Insight insight, ImmutableSortedDictionary<ProjectCode, ProjectStanding> seen)
    {
        if (known.TryGetValue(insight.Park.Code, out var before) && ReferenceEquals(before.Of, seen))
            return before.Rates;
        var rates = new SeenRates(IssueRates.Sum(seen.Values.Select(project => project.Rates)), [.. seen.Values.SelectMany(project => project.Lists)]);
        if (insight is { Reach: Reach.All, Past: null })
            known[insight.Park.Code] = (seen, rates);
        return rates;
    }
}

/// <param name="Lists">The lists the rates are about, by their rows.</param>
public sealed record SeenRates(IssueRates Rates, IReadOnlyList<ListRow> Lists);
