using System.Collections.Immutable;

namespace Projects.Web.Ledger;

/// <summary>Reads what the ledger's page shows: one page of rows or the counts of its groups, and what its filter offers.</summary>
public sealed class LedgerReading(LedgerReach reach, WaitingIssues waiting, IssueLedger issues, ListLedger lists, ProjectLedger projects)
{
    /// <summary>Beyond it a number says no more than "very many", and costs a look at every row.</summary>
    public const int CountedAtMost = 5000;

    private const int RowsAPage = 50;
    private const int ProjectsOffered = 300;

    /// <param name="Groups">Null when rows are shown.</param>
    /// <param name="Count">Never more than one above <see cref="CountedAtMost"/>.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record Page(
        LightDays Days, ImmutableArray<IssueRow> Rows, IssuePlace? Next, int Count, IReadOnlyList<IssueGroup>? Groups, IReadOnlyList<ProjectRow> Projects, IReadOnlyList<ListRow> Lists);

    public async Task<Page> OfAsync(Insight insight, LedgerView view, CancellationToken cancellationToken)
    {
        var park = insight.Park.Code;
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var ledger = issues.At(insight.Past);
        var offered = await projects.At(insight.Past).PageAsync(park, LedgerReach.Within(insight, new ProjectFilter()), ProjectOrder.Name, descending: false, ProjectsOffered, after: null, cancellationToken);
        var seen = await reach.ProjectsAsync(insight, cancellationToken);
        var ofProject = view.Filter.Project is { } project && seen?.Contains(project) != false ? await lists.At(insight.Past).ListAsync(park, project, cancellationToken) : [];
        var empty = new Page(days, [], null, 0, null, offered.Rows, ofProject);
        if (await FilterOf(insight, view, cancellationToken) is not { } filter)
            return empty;
        if (view.Group is { } grouping)
            return empty with { Groups = await ledger.GroupsAsync(park, filter, grouping, days, cancellationToken) };
        var page = await ledger.PageAsync(park, filter, view.Order, view.Descending, RowsAPage, view.After, days, cancellationToken);
        // Where few fit, all of them have been looked at to fill the page: they are not looked through again to be counted.
        var isWhole = page.Next is null && view.After is null;
        return empty with { Rows = page.Rows, Next = page.Next, Count = isWhole ? page.Rows.Length : await ledger.CountAsync(park, filter, days, CountedAtMost, cancellationToken) };
    }

    /// <summary>The view's filter, narrowed to what the person sees; null when they see nothing.</summary>
    public Task<IssueFilter?> FilterOf(Insight insight, LedgerView view, CancellationToken cancellationToken) => view.Mine && insight.Past is null
        ? waiting.WithinAsync(insight, view.FilterUnder(insight.Park.Policy), cancellationToken)
        : reach.WithinAsync(insight, view.FilterUnder(insight.Park.Policy), cancellationToken);
}
