using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>What of the ledger a caller asks for, as far as they see it: listed and exported alike.</summary>
internal sealed class LedgerScope(LedgerReach reach, WaitingIssues waiting)
{
    /// <summary>The filter as asked for; a fault where it cannot be asked of the time.</summary>
    public static LedgerQuestion Of(V1.LedgerFilter? said, ParkCode park, AskedTime time, WireFields fields)
    {
        var filter = said ?? new V1.LedgerFilter();
        if (filter.Mine && time.IsPast)
            fields.Fault("filter.mine", "待办仅就当前而言，请去掉 as_of", "is a question of now; leave as_of out");
        return new(filter.ToDomain(park, fields), filter.Mine);
    }

    /// <summary>Narrowed to what the caller sees; null when they see nothing.</summary>
    public Task<IssueFilter?> WithinAsync(Insight insight, LedgerQuestion asked, CancellationToken cancellationToken) => asked.Mine
        ? waiting.WithinAsync(insight, asked.Filter, cancellationToken)
        : reach.WithinAsync(insight, asked.Filter, cancellationToken);
}

/// <param name="Mine">Only what waits for the caller.</param>
internal sealed record LedgerQuestion(IssueFilter Filter, bool Mine);
