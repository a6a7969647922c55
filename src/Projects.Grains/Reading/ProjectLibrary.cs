using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>项目库: a page of the projects the caller sees, each with what is asked of it first. From the ledger alone, however many the projects.</summary>
public sealed class ProjectLibrary(ProjectLedger projects, ProjectLights lights, IssueLedger issues, MilestoneLedger milestones)
{
    /// <param name="after">Where the page before ended, of the same filter and order; null for the first page.</param>
    public async Task<LibraryPage> PageAsync(
        Insight insight, ProjectFilter filter, ProjectOrder order, bool descending, int size, ProjectPlace? after, CancellationToken cancellationToken)
    {
        var (park, seen) = (insight.Park.Code, LedgerReach.Within(insight, filter));
        var ledger = projects.At(insight.Past);
        var page = await ledger.PageAsync(park, seen, order, descending, size, after, cancellationToken);
        var total = await ledger.CountAsync(park, seen, cancellationToken);
        return new(await RowsAsync(insight, page.Rows, cancellationToken), total, page.Next);
    }

    private async Task<ImmutableArray<LibraryRow>> RowsAsync(Insight insight, ImmutableArray<ProjectRow> rows, CancellationToken cancellationToken)
    {
        ImmutableArray<ProjectCode> codes = [.. rows.Select(row => row.Project)];
        var lit = await lights.OfAsync(rows, insight, cancellationToken);
        var open = await issues.At(insight.Past).OpenAsync(insight.Park.Code, codes, insight.Today, cancellationToken);
        var next = await milestones.At(insight.Past).NextAsync(insight.Park.Code, codes, cancellationToken);
        return [.. rows.Select(row => new LibraryRow(row, lit[row.Project], open.GetValueOrDefault(row.Project), next.GetValueOrDefault(row.Project)))];
    }
}

/// <param name="Total">How many fit the filter, over all pages.</param>
/// <param name="Next">Null on the last page.</param>
public sealed record LibraryPage(ImmutableArray<LibraryRow> Rows, int Total, ProjectPlace? Next);

/// <param name="Light">Null when nothing of the project is lit.</param>
/// <param name="Next">The planned milestone of the earliest baseline; null when none is planned.</param>
public sealed record LibraryRow(ProjectRow Project, Light? Light, OpenIssues Issues, MilestoneRow? Next);
