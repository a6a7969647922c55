using System.Collections.Immutable;

namespace Projects.Web.Closing;

/// <summary>What waits for a person on the way to a closing: to name verifiers, verify, approve, end a notice, decide an extension.</summary>
public sealed class ClosingQueue(WaitingIssues waiting, IssueLedger issues)
{
    public const int RowsAtMost = 100;

    private static readonly ImmutableArray<IssueState> Closing = [IssueState.ClosureRequested, IssueState.Verifying, IssueState.AwaitingApproval, IssueState.OnNotice];

    /// <summary>The next due first.</summary>
    public async Task<(ImmutableArray<IssueRow> Rows, LightDays Days)> OfAsync(Insight insight, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (await waiting.WithinAsync(insight, new IssueFilter(Open: true), cancellationToken) is not { } mine)
            return ([], days);
        var closings = await PageAsync(mine with { States = Closing });
        var extensions = await PageAsync(mine with { States = [IssueState.Rectifying], ExtensionPending = true });
        return ([.. closings.Concat(extensions).OrderBy(row => row.Facts.CurrentDue).ThenBy(row => row.Facts.Project).ThenBy(row => row.Number).Take(RowsAtMost)], days);

        async Task<ImmutableArray<IssueRow>> PageAsync(IssueFilter filter) =>
            (await issues.PageAsync(insight.Park.Code, filter, IssueOrder.Due, descending: false, RowsAtMost, after: null, days, cancellationToken)).Rows;
    }
}
