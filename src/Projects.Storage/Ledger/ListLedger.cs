namespace Projects.Storage;

/// <summary>An issue list 清单 as the ledger shows it.</summary>
/// <param name="Found">Quoted totals, null where items are known one by one.</param>
public sealed record ListRow(
    ParkCode Park,
    ProjectCode Project,
    ListCode List,
    string Name,
    Tier Tier,
    string Source,
    Measure Measure,
    ListStatus Status,
    string? Description,
    Figure? Found,
    Figure? Done,
    string? QuotedFrom,
    DateOnly? QuotedOn,
    long Version)
{
    /// <summary>Null when the list quotes nothing.</summary>
    public QuotedList? AsQuoted => Found is { } found && Done is { } done ? new(Project, List, Tier, Measure, found, done) : null;

    internal static ListRow Of(ProjectId project, IssueList list) => new(
        project.Park, project.Code, list.Code, list.Particulars.Name, list.Particulars.Tier, list.Particulars.Source, list.Particulars.Measure,
        list.Status, list.Particulars.Description, list.Quoted?.Found, list.Quoted?.Done, list.Quoted?.Source, list.Quoted?.On, list.Version);
}

internal sealed class ListTable() : KeyedTable<ListRow>("list_ledger", "park", "project", "list")
{
    public static readonly ListTable Table = new();

    protected override IReadOnlyList<LedgerColumn<ListRow>> Columns { get; } =
    [
        LedgerColumn<ListRow>.Text("park", row => row.Park.Value),
        LedgerColumn<ListRow>.Text("project", row => row.Project.Value),
        LedgerColumn<ListRow>.Text("list", row => row.List.Value),
        LedgerColumn<ListRow>.Text("name", row => row.Name),
        LedgerColumn<ListRow>.Text("tier", row => row.Tier.ToString()),
        LedgerColumn<ListRow>.Text("source", row => row.Source),
        LedgerColumn<ListRow>.Text("measure", row => row.Measure.ToString()),
        LedgerColumn<ListRow>.Text("status", row => row.Status.ToString()),
        LedgerColumn<ListRow>.Text("description", row => row.Description),
        LedgerColumn<ListRow>.Text("found", row => row.Found is { } found ? LedgerJson.Of(found) : null),
        LedgerColumn<ListRow>.Text("done", row => row.Done is { } done ? LedgerJson.Of(done) : null),
        LedgerColumn<ListRow>.Text("quoted_from", row => row.QuotedFrom),
        LedgerColumn<ListRow>.Day("quoted_on", row => row.QuotedOn),
        LedgerColumn<ListRow>.Integer("version", row => row.Version),
    ];

    protected override string KeyOf(ListRow row) => $"{row.Park}/{row.Project}/{row.List}";

    public static ListRow Row(LedgerCells cells) => new(
        cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Id<ListCode>(), cells.Text(), cells.Word<Tier>(), cells.Text(), cells.Word<Measure>(),
        cells.Word<ListStatus>(), cells.TextOrNull(), cells.JsonOrNull<Figure>(), cells.JsonOrNull<Figure>(), cells.TextOrNull(), cells.DayOrNull(), cells.Number());
}

/// <summary>The issue lists of a park.</summary>
/// <param name="past">The park as it stood at the time the ledger is read as of; null for now.</param>
public sealed class ListLedger(LedgerReader reader, PastPark? past = null)
{
    /// <summary>The same ledger as it stood with the park; null for as it is now.</summary>
    public ListLedger At(PastPark? park) => park is null ? this : new(reader, park);

    /// <param name="project">Null for all projects of the park.</param>
    /// <returns>By project and code.</returns>
    public Task<List<ListRow>> ListAsync(ParkCode park, ProjectCode? project, CancellationToken cancellationToken) => past is not null
        ? Task.FromResult(past.Lists(project))
        : ListAsync(reader.Query(park).And("park = @park").AndWhen(project?.Value, "project", "project = @project"), cancellationToken);

    /// <inheritdoc cref="ListAsync(ParkCode, ProjectCode?, CancellationToken)"/>
    public Task<List<ListRow>> ListAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, CancellationToken cancellationToken) => past is not null
        ? Task.FromResult(past.Lists(project: null).FindAll(list => projects.Contains(list.Project)))
        : projects.Count == 0
            ? Task.FromResult(new List<ListRow>())
            : ListAsync(reader.Query(park).And("park = @park").AndOneOf(projects), cancellationToken);

    private Task<List<ListRow>> ListAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        query.Sql = $"select {ListTable.Table.ColumnNames} from list_ledger where {{where}} order by project, list";
        return reader.ListAsync(query, ListTable.Row, cancellationToken);
    }
}
