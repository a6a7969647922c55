using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>A milestone 节点 as the ledger shows it, with its three dates.</summary>
/// <param name="ProposedBaseline">Waiting for a decision; null when nothing is.</param>
public sealed record MilestoneRow(
    ParkCode Park,
    ProjectCode Project,
    MilestoneCode Milestone,
    string Name,
    PhaseCode? Phase,
    ImmutableArray<MilestoneCode> Predecessors,
    MilestoneState State,
    DateOnly OriginalBaseline,
    DateOnly Baseline,
    DateOnly? ProposedBaseline,
    DateOnly? Forecast,
    DateOnly? Actual,
    DateOnly? ReportedOn,
    DateOnly? VerifiedOn,
    string? RejectedFor,
    string? Note,
    long Version)
{
    internal static MilestoneRow Of(ProjectId project, Milestone milestone) => new(
        project.Park, project.Code, milestone.Code, milestone.Name, milestone.Phase, milestone.Predecessors, milestone.State,
        milestone.Baselines is [var first, ..] ? first.Baseline : milestone.Baseline, milestone.Baseline, milestone.Proposal?.Baseline,
        milestone.Forecast, milestone.Actual, milestone.ReportedOn, milestone.VerifiedOn, milestone.RejectedFor, milestone.Note, milestone.Version);
}

internal sealed class MilestoneTable() : KeyedTable<MilestoneRow>("milestone_ledger", "park", "project", "milestone")
{
    public static readonly MilestoneTable Table = new();

    protected override IReadOnlyList<LedgerColumn<MilestoneRow>> Columns { get; } =
    [
        LedgerColumn<MilestoneRow>.Text("park", row => row.Park.Value),
        LedgerColumn<MilestoneRow>.Text("project", row => row.Project.Value),
        LedgerColumn<MilestoneRow>.Text("milestone", row => row.Milestone.Value),
        LedgerColumn<MilestoneRow>.Text("name", row => row.Name),
        LedgerColumn<MilestoneRow>.Text("phase", row => row.Phase?.Value),
        LedgerColumn<MilestoneRow>.Text("predecessors", row => string.Join(' ', row.Predecessors)),
        LedgerColumn<MilestoneRow>.Text("state", row => row.State.ToString()),
        LedgerColumn<MilestoneRow>.Day("original_baseline", row => row.OriginalBaseline),
        LedgerColumn<MilestoneRow>.Day("baseline", row => row.Baseline),
        LedgerColumn<MilestoneRow>.Day("proposed_baseline", row => row.ProposedBaseline),
        LedgerColumn<MilestoneRow>.Day("forecast", row => row.Forecast),
        LedgerColumn<MilestoneRow>.Day("actual", row => row.Actual),
        LedgerColumn<MilestoneRow>.Day("reported_on", row => row.ReportedOn),
        LedgerColumn<MilestoneRow>.Day("verified_on", row => row.VerifiedOn),
        LedgerColumn<MilestoneRow>.Text("rejected_for", row => row.RejectedFor),
        LedgerColumn<MilestoneRow>.Text("note", row => row.Note),
        LedgerColumn<MilestoneRow>.Integer("version", row => row.Version),
    ];

    protected override string KeyOf(MilestoneRow row) => $"{row.Park}/{row.Project}/{row.Milestone}";

    public static MilestoneRow Row(LedgerCells cells) => new(
        cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Id<MilestoneCode>(), cells.Text(), cells.IdOrNull<PhaseCode>(),
        [.. cells.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(MilestoneCode.Of)], cells.Word<MilestoneState>(),
        cells.Day(), cells.Day(), cells.DayOrNull(), cells.DayOrNull(), cells.DayOrNull(), cells.DayOrNull(), cells.DayOrNull(),
        cells.TextOrNull(), cells.TextOrNull(), cells.Number());
}

/// <summary>Which milestones of a park; one field left alone fits all.</summary>
/// <param name="From">First baseline, inclusive.</param>
/// <param name="Until">Last baseline, inclusive.</param>
public sealed record MilestoneFilter(ProjectCode? Project = null, MilestoneState? State = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>The same as the conditions of a query.</summary>
    internal bool Fits(MilestoneRow row) =>
        (Project is null || Project == row.Project) && (State is null || State == row.State) && !(row.Baseline < From) && !(row.Baseline > Until);
}

/// <summary>The last milestone of a page, by its own keys.</summary>
public sealed record MilestonePlace(DateOnly Baseline, ProjectCode Project, MilestoneCode Milestone);

/// <param name="Next">Null on the last page.</param>
public sealed record MilestonePage(ImmutableArray<MilestoneRow> Rows, MilestonePlace? Next);

/// <summary>The milestones of a park.</summary>
/// <param name="past">The park as it stood at the time the ledger is read as of; null for now.</param>
public sealed class MilestoneLedger(LedgerReader reader, PastPark? past = null)
{
    /// <summary>The same ledger as it stood with the park; null for as it is now.</summary>
    public MilestoneLedger At(PastPark? park) => park is null ? this : new(reader, park);

    /// <summary>In the order of their baselines.</summary>
    public async Task<MilestonePage> PageAsync(ParkCode park, MilestoneFilter filter, int size, MilestonePlace? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (past is not null) return PageOf(past, filter, size, after);
        var query = reader.Query(park).With("size", size + 1).And("park = @park")
            .AndWhen(filter.Project?.Value, "project", "project = @project")
            .AndWhen(filter.State?.ToString(), "state", "state = @state")
            .AndWhen(filter.From, "from", "baseline >= @from")
            .AndWhen(filter.Until, "until", "baseline <= @until");
        if (after is not null)
            query.And("(baseline, project, milestone) > (@after_baseline, @after_project, @after_milestone)")
                .With("after_baseline", after.Baseline).With("after_project", after.Project.Value).With("after_milestone", after.Milestone.Value);
        query.Sql = $"select {MilestoneTable.Table.ColumnNames} from milestone_ledger where {{where}} order by baseline, project, milestone limit @size";

        var rows = await reader.ListAsync(query, MilestoneTable.Row, cancellationToken).ConfigureAwait(false);
        return PageOf(rows, size);
    }

    private static MilestonePage PageOf(PastPark past, MilestoneFilter filter, int size, MilestonePlace? after) => PageOf(
        [.. past.Milestones(filter.Project).Where(filter.Fits)
            .SkipWhile(row => after is not null && (row.Baseline, row.Project, row.Milestone).CompareTo((after.Baseline, after.Project, after.Milestone)) <= 0).Take(size + 1)],
        size);

    private static MilestonePage PageOf(List<MilestoneRow> rows, int size) => rows.Count <= size
        ? new([.. rows], null)
        : new([.. rows.Take(size)], new(rows[size - 1].Baseline, rows[size - 1].Project, rows[size - 1].Milestone));

    /// <summary>All milestones of these projects.</summary>
    public Task<List<MilestoneRow>> OfAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, CancellationToken cancellationToken)
    {
        if (past is not null) return Task.FromResult(past.Milestones(project: null).FindAll(row => projects.Contains(row.Project)));
        if (projects.Count == 0) return Task.FromResult(new List<MilestoneRow>());
        var query = reader.Query(park).And("park = @park").AndOneOf(projects);
        query.Sql = $"select {MilestoneTable.Table.ColumnNames} from milestone_ledger where {{where}} order by baseline, project, milestone";
        return reader.ListAsync(query, MilestoneTable.Row, cancellationToken);
    }

    /// <summary>The next milestone of each of these projects: planned, of the earliest baseline. A project with none planned is left out.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, MilestoneRow>> NextAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return new Dictionary<ProjectCode, MilestoneRow>();
        if (past is not null)
            return past.Milestones(project: null).Where(row => row.State is MilestoneState.Planned && projects.Contains(row.Project))
                .GroupBy(row => row.Project).ToDictionary(its => its.Key, its => its.First());
        var query = reader.Query(park).And("park = @park").And("state = 'Planned'").AndOneOf(projects);
        query.Sql = $$"""
            select {{MilestoneTable.Table.ColumnNames}}
            from (select m.*, row_number() over (partition by project order by baseline, milestone) as place from milestone_ledger m where {where}) m
            where place = 1
            """;
        return (await reader.ListAsync(query, MilestoneTable.Row, cancellationToken).ConfigureAwait(false)).ToDictionary(row => row.Project);
    }
}
