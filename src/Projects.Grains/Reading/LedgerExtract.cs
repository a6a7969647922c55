using Orleans;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// Any view of the ledger with all its columns: the ledger says which issues and in which order, their projects what they are. A few projects are
/// held at a time. Disposed when its rows have been read.
/// </summary>
public sealed class LedgerExtract : IDisposable
{
    private readonly RowSpool spool;

    internal LedgerExtract(RowSpool spool, int count) => (this.spool, Count) = (spool, count);

    public int Count { get; }

    /// <summary>Cells by the columns of <see cref="LedgerSheet"/>, in the view's order. Read once.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows => spool.InOrder();

    public void Dispose() => spool.Dispose();
}

/// <summary>Takes extracts of the ledger.</summary>
public sealed class LedgerExtracts(IssueLedger issues, PastParks past, IGrainFactory grains)
{
    /// <summary>More are not taken at once: the view is to be narrowed.</summary>
    public const int RowsAtMost = 200_000;

    private const int PageRows = 2000;

    /// <summary>Projects asked at once.</summary>
    private const int ProjectsAtOnce = 8;

    /// <param name="filter">Narrowed to what the caller sees; null when they see nothing.</param>
    /// <returns>Null when there are more than <see cref="RowsAtMost"/>.</returns>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<LedgerExtract?> OfAsync(Insight insight, IssueFilter? filter, IssueOrder order, bool descending, Language language, CancellationToken cancellationToken)
    {
        var (places, count) = filter is null ? ([], 0) : await PlacesAsync(insight, filter, order, descending, cancellationToken);
        if (count > RowsAtMost)
            return null;
        var spool = new RowSpool(count);
        try
        {
            foreach (var some in places.Chunk(ProjectsAtOnce))
            {
                var stood = await Task.WhenAll(some.Select(project => SheetAsync(insight, project.Key, project.Value.Keys, cancellationToken)));
                var book = new WeekBook(insight.Park, stood, new ReportWeek(insight.Today), insight.Calendar);
                foreach (var issue in book.Issues)
                    if (places[issue.Project.Id.Code].TryGetValue(issue.Issue.Number, out var place))
                        spool.Put(place, [.. LedgerSheet.Row(book, issue, place + 1).Select(term => term.Show(language))]);
            }
            return new LedgerExtract(spool, count);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>A project with these issues: the live one, or as it stood at the time that is looked back to.</summary>
    private async Task<Project> SheetAsync(Insight insight, ProjectCode project, IEnumerable<IssueNumber> wanted, CancellationToken cancellationToken)
    {
        var id = new ProjectId(insight.Park.Code, project);
        return insight.Past is { } time
            ? (await past.AsOfAsync(id, [time.At], cancellationToken)).Stood[0].AsSheet(wanted)
            : (await grains.GetGrain<IProjectGrain>(GrainKeys.Of(id)).SheetAsync([.. wanted])).Seen;
    }

    /// <summary>Where each issue of the view stands in it, by project; one more than is taken when there are more.</summary>
    private async Task<(SortedDictionary<ProjectCode, Dictionary<IssueNumber, int>> Places, int Count)> PlacesAsync(
        Insight insight, IssueFilter filter, IssueOrder order, bool descending, CancellationToken cancellationToken)
    {
        var places = new SortedDictionary<ProjectCode, Dictionary<IssueNumber, int>>();
        var (ledger, days) = (issues.At(insight.Past), LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar));
        var count = 0;
        IssuePlace? after = null;
        do
        {
            var page = await ledger.PageAsync(insight.Park.Code, filter, order, descending, PageRows, after, days, cancellationToken);
            foreach (var row in page.Rows)
            {
                if (!places.TryGetValue(row.Facts.Project, out var ofProject))
                    places.Add(row.Facts.Project, ofProject = []);
                // What changed between two pages may come again further down.
                if (ofProject.TryAdd(row.Number, count))
                    count++;
            }
            after = page.Next;
        }
        while (after is not null && count <= RowsAtMost);
        return (places, count);
    }
}
