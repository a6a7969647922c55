using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>A project or campaign as the ledger shows it.</summary>
/// <param name="Stage">Of the most advanced phase; null without phases.</param>
/// <param name="Laggard">The phase furthest behind; null when none is behind.</param>
/// <param name="Version">Of the last change to particulars or phases.</param>
public sealed record ProjectRow(
    ParkCode Park,
    ProjectCode Project,
    ProjectKind Kind,
    string Name,
    string? Enterprise,
    UnitCode Unit,
    PersonId? Sponsor,
    PersonId? Officer,
    string? TaskForce,
    Figure? TotalInvestment,
    string? Description,
    string? Source,
    DateOnly RegisteredOn,
    Stage? Stage,
    PhaseCode? Laggard,
    Stage? LaggardStage,
    ImmutableArray<PhaseRow> Phases,
    long Version)
{
    /// <summary>Null while the project has no particulars: it is not registered.</summary>
    internal static ProjectRow? Of(Project project)
    {
        if (project.Particulars is not { } said) return null;
        var (phases, standing) = (project.Phases.Values, ProjectStage.Of(project));
        return new(
            project.Id.Park, project.Id.Code, project.Kind, said.Name, said.Enterprise, said.Unit, said.Sponsor, said.Officer, said.TaskForce,
            said.TotalInvestment, said.Description, said.Source, project.RegisteredOn, standing?.Stage, standing?.Laggard?.Code, standing?.Laggard?.Stage,
            [.. phases.Select(PhaseRow.Of)], phases.Select(phase => phase.Version).Append(project.ParticularsVersion).Max());
    }
}

/// <summary>A phase 期 within its project's row.</summary>
public sealed record PhaseRow(PhaseCode Phase, string Name, Quantity? Capacity, Stage Stage, DateOnly Since)
{
    internal static PhaseRow Of(Phase phase) => new(phase.Code, phase.Name, phase.Capacity, phase.Stage, phase.Since);
}

internal sealed class ProjectTable() : KeyedTable<ProjectRow>("project_ledger", "park", "project")
{
    public static readonly ProjectTable Table = new();

    protected override IReadOnlyList<LedgerColumn<ProjectRow>> Columns { get; } =
    [
        LedgerColumn<ProjectRow>.Text("park", row => row.Park.Value),
        LedgerColumn<ProjectRow>.Text("project", row => row.Project.Value),
        LedgerColumn<ProjectRow>.Text("kind", row => row.Kind.ToString()),
        LedgerColumn<ProjectRow>.Text("name", row => row.Name),
        LedgerColumn<ProjectRow>.Text("enterprise", row => row.Enterprise),
        LedgerColumn<ProjectRow>.Text("unit", row => row.Unit.Value),
        LedgerColumn<ProjectRow>.Text("sponsor", row => row.Sponsor?.Value),
        LedgerColumn<ProjectRow>.Text("officer", row => row.Officer?.Value),
        LedgerColumn<ProjectRow>.Text("task_force", row => row.TaskForce),
        LedgerColumn<ProjectRow>.Text("total_investment", row => row.TotalInvestment is { } total ? LedgerJson.Of(total) : null),
        LedgerColumn<ProjectRow>.Text("description", row => row.Description),
        LedgerColumn<ProjectRow>.Text("source", row => row.Source),
        LedgerColumn<ProjectRow>.Day("registered_on", row => row.RegisteredOn),
        LedgerColumn<ProjectRow>.Text("stage", row => row.Stage?.ToString()),
        LedgerColumn<ProjectRow>.Text("laggard", row => row.Laggard?.Value),
        LedgerColumn<ProjectRow>.Text("laggard_stage", row => row.LaggardStage?.ToString()),
        LedgerColumn<ProjectRow>.Text("phases", row => LedgerJson.Of(row.Phases)),
        LedgerColumn<ProjectRow>.Integer("version", row => row.Version),
    ];

    protected override string KeyOf(ProjectRow row) => $"{row.Park}/{row.Project}";

    public static ProjectRow Row(LedgerCells cells) => new(
        cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Word<ProjectKind>(), cells.Text(), cells.TextOrNull(), cells.Id<UnitCode>(),
        cells.IdOrNull<PersonId>(), cells.IdOrNull<PersonId>(), cells.TextOrNull(), cells.JsonOrNull<Figure>(), cells.TextOrNull(), cells.TextOrNull(),
        cells.Day(), cells.WordOrNull<Stage>(), cells.IdOrNull<PhaseCode>(), cells.WordOrNull<Stage>(), cells.Json<ImmutableArray<PhaseRow>>(), cells.Number());
}

/// <summary>Which projects of a park; one field left alone fits all.</summary>
/// <param name="Text">Stands in the name or the enterprise.</param>
public sealed record ProjectFilter(ProjectKind? Kind = null, Stage? Stage = null, UnitCode? Unit = null, PersonId? Sponsor = null, PersonId? Officer = null, string? Text = null);

/// <param name="Next">The last project shown; null on the last page.</param>
public sealed record ProjectPage(ImmutableArray<ProjectRow> Rows, ProjectCode? Next);

/// <summary>How many projects are of a kind and stand in a stage.</summary>
public sealed record ProjectCount(ProjectKind Kind, Stage? Stage, int Projects);

/// <summary>The projects and campaigns of a park.</summary>
public sealed class ProjectLedger(LedgerReader reader)
{
    /// <summary>By code.</summary>
    public async Task<ProjectPage> PageAsync(ParkCode park, ProjectFilter filter, int size, ProjectCode? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var query = Matching(park, filter).With("size", size + 1).AndWhen(after?.Value, "after", "project > @after");
        query.Sql = $"select {ProjectTable.Table.ColumnNames} from project_ledger where {{where}} order by project limit @size";
        var rows = await reader.ListAsync(query, ProjectTable.Row, cancellationToken).ConfigureAwait(false);
        return rows.Count > size ? new([.. rows.Take(size)], rows[size - 1].Project) : new([.. rows], null);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<ProjectRow?> FindAsync(ProjectId project, CancellationToken cancellationToken)
    {
        var query = reader.Query(project.Park).With("project", project.Code.Value);
        query.Sql = $"select {ProjectTable.Table.ColumnNames} from project_ledger where park = @park and project = @project";
        return (await reader.ListAsync(query, ProjectTable.Row, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
    }

    /// <summary>How many fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, ProjectFilter filter, CancellationToken cancellationToken)
    {
        var query = Matching(park, filter);
        query.Sql = "select count(*) from project_ledger where {where}";
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>By kind and stage; with the counts of milestones and issues it makes the park's summary.</summary>
    public Task<List<ProjectCount>> CountsAsync(ParkCode park, CancellationToken cancellationToken)
    {
        var query = reader.Query(park);
        query.Sql = "select kind, stage, count(*) from project_ledger where park = @park group by kind, stage order by kind, stage";
        return reader.ListAsync(query, cells => new ProjectCount(cells.Word<ProjectKind>(), cells.WordOrNull<Stage>(), cells.Count()), cancellationToken);
    }

    private LedgerQuery Matching(ParkCode park, ProjectFilter filter)
    {
        var query = reader.Query(park).And("park = @park")
            .AndWhen(filter.Kind?.ToString(), "kind", "kind = @kind")
            .AndWhen(filter.Stage?.ToString(), "stage", "stage = @stage")
            .AndWhen(filter.Unit?.Value, "unit", "unit = @unit")
            .AndWhen(filter.Sponsor?.Value, "sponsor", "sponsor = @sponsor")
            .AndWhen(filter.Officer?.Value, "officer", "officer = @officer");
        if (!string.IsNullOrEmpty(filter.Text))
            query.With("text", filter.Text).And(
                sqlite: "(instr(name, @text) > 0 or instr(coalesce(enterprise, ''), @text) > 0)",
                postgres: "(strpos(name, @text) > 0 or strpos(coalesce(enterprise, ''), @text) > 0)");
        return query;
    }
}
