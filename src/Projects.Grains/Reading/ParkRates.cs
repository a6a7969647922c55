using Projects.Storage;

namespace Projects.Grains;

/// <summary>Every rate of DOMAIN 6 over what the caller sees, on the insight's day.</summary>
public sealed class ParkRates(LedgerReach reach, IssueLedger issues, ListLedger lists)
{
    public async Task<SeenRates> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var seen = await reach.ProjectsAsync(insight, cancellationToken);
        var facts = new List<IssueFacts>();
        await foreach (var issue in issues.At(insight.Past).FactsAsync(insight.Park.Code, project: null, cancellationToken))
            if (seen is null || seen.Contains(issue.Project))
                facts.Add(issue);
        var shown = (await lists.At(insight.Past).ListAsync(insight.Park.Code, project: null, cancellationToken)).FindAll(list => seen is null || seen.Contains(list.Project));
        var quoted = shown.Select(list => list.AsQuoted).OfType<QuotedList>();
        return new(IssueRates.Of(facts, quoted, insight.Today, insight.Park.Policy, insight.Calendar), shown);
    }
}

/// <param name="Lists">The lists the rates are about, by their rows.</param>
public sealed record SeenRates(IssueRates Rates, IReadOnlyList<ListRow> Lists);
