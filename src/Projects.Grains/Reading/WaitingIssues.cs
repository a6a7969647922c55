using Projects.Storage;

namespace Projects.Grains;

/// <summary>What waits for the caller 待办: the ledger knows who has to act on each issue, and each holder is judged once by the domain.</summary>
public sealed class WaitingIssues(LedgerReach reach, IssueLedger issues)
{
    /// <summary>The filter, narrowed to what waits for the caller among what they see; null when they see nothing.</summary>
    public async Task<IssueFilter?> WithinAsync(Insight insight, IssueFilter filter, CancellationToken cancellationToken)
    {
        if (await reach.WithinAsync(insight, filter, cancellationToken) is not { } seen)
            return null;
        var balls = await issues.BallsAsync(insight.Park.Code, cancellationToken);
        return seen with { Balls = [.. balls.Where(ball => ball.WaitsFor(insight.Actor))] };
    }
}
