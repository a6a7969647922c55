using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>What changed in the ledger between two days, as it is known at one instant.</summary>
public sealed class TwoDays(LookBack back, LedgerReach reach, IssueLedger issues)
{
    /// <summary>More changes than these are not a thing to look at one by one.</summary>
    public const int ChangesAtMost = 2_000;

    /// <param name="days">From how things stood at the end of the first to how they stood at the end of the last.</param>
    public async Task<ChangedIssues> BetweenAsync(Insight insight, DaySpan days, DateTimeOffset known, CancellationToken cancellationToken)
    {
        var (first, last) = (await back.AsOfAsync(insight, new AsOf(days.From, known), cancellationToken), await back.AsOfAsync(insight, new AsOf(days.Until, known), cancellationToken));
        if (await reach.WithinAsync(last, new IssueFilter { MovedAfter = days.From }, cancellationToken) is not { } filter)
            return new([], IsMore: false);
        var lights = LightDays.Of(last.Today, last.Park.Policy, last.Calendar);
        var page = await issues.At(last.Past).PageAsync(insight.Park.Code, filter, IssueOrder.Number, descending: false, ChangesAtMost, after: null, lights, cancellationToken);
        var before = (await issues.At(first.Past).FindOfParkAsync(insight.Park.Code, [.. page.Rows.Select(row => (row.Facts.Project, row.Number))], cancellationToken))
            .ToDictionary(row => (row.Facts.Project, row.Number));
        return new([.. page.Rows.Select(row => new ChangedIssue(before.GetValueOrDefault((row.Facts.Project, row.Number)), row))], page.Next is not null);
    }
}

/// <param name="Issues">Every issue of which something happened after the first day, by number.</param>
/// <param name="IsMore">There are more than these.</param>
public sealed record ChangedIssues(ImmutableArray<ChangedIssue> Issues, bool IsMore)
{
    public IEnumerable<ChangedIssue> Appeared => Issues.Where(issue => issue.Before is null);

    public IEnumerable<ChangedIssue> Closed => Issues.Where(issue => issue.After.Facts.IsClosed && issue.Before?.Facts.IsClosed is not true);

    /// <summary>In a later round: reopened after a closing, or out of its watch.</summary>
    public IEnumerable<ChangedIssue> CameBack => Issues.Where(issue => issue.Before is { } before && issue.After.Facts.Round > before.Facts.Round && before.Facts.Round > 0);

    public IEnumerable<ChangedIssue> Extended => Issues.Where(issue => issue.After.Facts.ExtensionsGranted > (issue.Before?.Facts.ExtensionsGranted ?? 0));

    /// <summary>In another state than before, whatever else became of it.</summary>
    public IEnumerable<ChangedIssue> Moved => Issues.Where(issue => issue.Before is { } before && issue.After.Facts.State != before.Facts.State);
}

/// <summary>An issue before and after.</summary>
/// <param name="Before">Null when it was not there yet.</param>
public sealed record ChangedIssue(IssueRow? Before, IssueRow After);
