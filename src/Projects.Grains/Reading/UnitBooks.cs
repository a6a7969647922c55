using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>收发表: makes a unit's workbook, and says of any sheet that comes in what would become of it.</summary>
public sealed class UnitBooks(ProjectDesk desk, LedgerReach reach, IssueLedger issues)
{
    /// <summary>What one workbook holds at most, both ways.</summary>
    public const int RowsAtMost = 20_000;

    private const int PageRows = 1000;

    /// <summary>What a unit leads and has open, by due date, as far as the caller sees it.</summary>
    /// <returns>Null when it is more than a workbook holds.</returns>
    public async Task<UnitBook?> OfAsync(Insight insight, Unit unit, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<UnitBookRow>();
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (await reach.WithinAsync(insight, new IssueFilter(Unit: unit.Code, Open: true), cancellationToken) is { } filter)
        {
            IssuePlace? after = null;
            do
            {
                var page = await issues.PageAsync(insight.Park.Code, filter with { Drafts = false }, IssueOrder.Due, descending: false, PageRows, after, days, cancellationToken);
                if (rows.Count + page.Rows.Length > RowsAtMost)
                    return null;
                foreach (var row in page.Rows)
                    if (await desk.IssueAsync(insight, row.Facts.Project, row.Number) is { } sight)
                        rows.Add(UnitBookRow.Of(row.Facts.Project, sight.Project, sight.Issue, sight.List, days.Of(row.Facts), insight.Park));
                after = page.Next;
            }
            while (after is not null);
        }
        return new(insight.Park.Name, unit.Name, insight.Today, rows.ToImmutable());
    }

    /// <summary>
    /// The rules' answer to every order of a workbook that came back, each on what the orders of its row before it would make of the issue. Nothing is
    /// recorded.
    /// </summary>
    /// <param name="progress">Told how many rows have been asked about.</param>
    public async Task<RehearsedSheet> RehearseAsync(Insight insight, ReturnedSheet returned, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var good = ImmutableArray.CreateBuilder<ReturnedRow>();
        Dictionary<ProjectCode, Project?> cards = [];
        faults.AddRange(returned.Faults);
        for (var at = 0; at < returned.Rows.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = returned.Rows[at];
            if (await ObstacleAsync(insight, row, cards) is var (order, refusal))
                faults.Add(new(row.Row, order?.Column.Zh ?? UnitColumns.Number.Title.Zh, order?.Value ?? row.Number.Value, Words.Of(refusal, Naming.Of(insight.Park, cards.GetValueOrDefault(row.Project)))));
            else
                good.Add(row);
            progress?.Report(at + 1);
        }
        return new(returned, good.ToImmutable(), [.. faults.OrderBy(fault => fault.Row)]);
    }

    private async Task<(ReturnedOrder? Order, Refusal Refusal)?> ObstacleAsync(Insight insight, ReturnedRow row, Dictionary<ProjectCode, Project?> cards)
    {
        var sight = await desk.IssueAsync(insight, row.Project, row.Number);
        if (row.Version is { } seen && seen != sight?.Issue.Version)
            return (null, sight is null ? new NotFound("issue", row.Number.Value) : new ChangedMeanwhile(seen, sight.Issue.Version));
        if (!cards.TryGetValue(row.Project, out var card))
            cards.Add(row.Project, card = await desk.CardAsync(insight, row.Project));
        if (card is null)
            return (null, new NotFound("project", row.Project.Value));
        // All a rule about one issue looks at: the project without its other issues.
        var project = sight is null ? card : card with { Issues = card.Issues.Add(row.Number, sight.Issue), Lists = card.Lists.SetItem(sight.List.Code, sight.List) };
        foreach (var order in row.Orders)
        {
            var stamp = new Stamp(insight.Actor, desk.Now, insight.Today, OnOf(order, row) ?? insight.Today, "");
            switch (project.Decide(order.Command, stamp, insight.Park, insight.Calendar))
            {
                case Decision.Refused refused:
                    return (order, refused.Refusal);
                case Decision.Accepted accepted:
                    foreach (var happened in accepted.Events)
                        project = project.Evolve(new Recorded(project.Version + 1, happened, accepted.By, stamp.Effective, stamp.At, stamp.RequestId, insight.Park.Version));
                    break;
            }
        }
        return null;
    }

    /// <summary>An extension is asked for on the day the workbook comes back, whatever day the work was done.</summary>
    private static DateOnly? OnOf(ReturnedOrder order, ReturnedRow row) => order.Command is RequestExtension ? null : row.On;

    /// <summary>
    /// Gives the orders of these rows, one after another, each under a request id of the workbook and its row: the same workbook gives none twice. Stops
    /// at the first that is refused after all; what was given before it stands.
    /// </summary>
    /// <param name="digest">Of the workbook, in hexadecimal.</param>
    /// <param name="give">The desk, as the caller reaches it; answers null when they no longer do.</param>
    /// <param name="progress">Told how many rows have been taken.</param>
    public static async Task<TakenSheet> TakeAsync(
        ImmutableArray<ReturnedRow> rows, string digest, Func<ProjectCode, ProjectCommand, Request, Task<Outcome?>> give, IProgress<int>? progress)
    {
        var given = 0;
        for (var at = 0; at < rows.Length; at++)
        {
            var row = rows[at];
            var version = row.Version;
            foreach (var order in row.Orders)
            {
                var outcome = await give(row.Project, order.Command with { Expected = version }, new Request($"sheet-{digest[..40]}-{row.Row}-{order.Key}", OnOf(order, row)));
                if (outcome is null or Outcome.Refused)
                    return new(given, row, order, (outcome as Outcome.Refused)?.Refusal);
                if (outcome is Outcome.Done { Events: [.., var last] })
                    version = last.Version;
                given++;
            }
            progress?.Report(at + 1);
        }
        return new(given, null, null, null);
    }
}

/// <summary>What would become of a workbook.</summary>
/// <param name="Good">Rows whose every order the rules agree to now.</param>
/// <param name="Faults">By row: what cannot be read, and what the rules refuse.</param>
public sealed record RehearsedSheet(ReturnedSheet Returned, ImmutableArray<ReturnedRow> Good, ImmutableArray<RowFault> Faults)
{
    public int Orders => Good.Sum(row => row.Orders.Length);
}

/// <summary>What became of a workbook.</summary>
/// <param name="Given">Orders that stand now.</param>
/// <param name="Stopped">The row at which it stopped; null when all was taken.</param>
/// <param name="Refusal">Why; null when nothing refused it, but the caller was no longer let in.</param>
public sealed record TakenSheet(int Given, ReturnedRow? Stopped, ReturnedOrder? Order, Refusal? Refusal);
