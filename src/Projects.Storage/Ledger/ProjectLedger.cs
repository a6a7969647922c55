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

/// <summary>Which projects of a park; every field given must fit, one left alone fits all.</summary>
/// <param name="Enterprises">Only of these enterprises, by name; the default is all, an empty list none.</param>
/// <param name="Text">Stands in the name or the enterprise.</param>
public sealed record ProjectFilter(
    ImmutableArray<ProjectKind> Kinds = default,
    ImmutableArray<Stage> Stages = default,
    UnitCode? Unit = null,
    PersonId? Sponsor = null,
    PersonId? Officer = null,
    string? Text = null,
    ImmutableArray<string> Enterprises = default)
{
    public ImmutableArray<ProjectKind> Kinds { get; init; } = Kinds.IsDefault ? [] : Kinds;
    public ImmutableArray<Stage> Stages { get; init; } = Stages.IsDefault ? [] : Stages;

    /// <summary>The same as the conditions of a query; a test holds the two together.</summary>
    internal bool Fits(ProjectRow row) =>
        (Kinds.IsEmpty || Kinds.Contains(row.Kind))
        && (Stages.IsEmpty || (row.Stage is { } stage && Stages.Contains(stage)))
        && (Unit is null || Unit == row.Unit)
        && (Sponsor is null || Sponsor == row.Sponsor)
        && (Officer is null || Officer == row.Officer)
        && (Enterprises.IsDefault || (row.Enterprise is { } enterprise && Enterprises.Contains(enterprise, StringComparer.Ordinal)))
        && (string.IsNullOrEmpty(Text) || row.Name.Contains(Text, StringComparison.Ordinal) || row.Enterprise?.Contains(Text, StringComparison.Ordinal) == true);
}

/// <summary>The orders of a page; ties go by code.</summary>
public enum ProjectOrder
{
    Code,
    Name,
    RegisteredOn,
}

/// <summary>The last project of a page, by its own keys.</summary>
/// <param name="Key">What the page is ordered by, as text.</param>
public sealed record ProjectPlace(string Key, ProjectCode Project)
{
    internal static ProjectPlace Of(ProjectRow row, ProjectOrder order) => new(order switch
    {
        ProjectOrder.Name => row.Name,
        ProjectOrder.RegisteredOn => SqliteText.Of(row.RegisteredOn),
        _ => row.Project.Value,
    }, row.Project);

    /// <summary>For a page token.</summary>
    public override string ToString() => $"{Project}/{Key}";

    /// <param name="order">A place of another order is none.</param>
    public static bool TryParse(string? text, ProjectOrder order, out ProjectPlace? place)
    {
        place = null;
        if (text?.IndexOf('/') is not (> 0 and var cut)) return false;
        var key = text[(cut + 1)..];
        if (order == ProjectOrder.RegisteredOn && !DateOnly.TryParseExact(key, "yyyy-MM-dd", out _)) return false;
        place = new(key, ProjectCode.Of(text[..cut]));
        return true;
    }
}

/// <param name="Next">Null on the last page.</param>
public sealed record ProjectPage(ImmutableArray<ProjectRow> Rows, ProjectPlace? Next);

/// <summary>Where a project stands in the ledger.</summary>
/// <param name="Version">How far its stream has come.</param>
/// <param name="Made">Which making anew its rows are of; null before the first. Rows made anew may differ at the same version.</param>
public readonly record struct LedgerMark(long Version, string? Made);

/// <summary>The projects and campaigns of a park.</summary>
/// <param name="past">The park as it stood at the time the ledger is read as of; null for now.</param>
public sealed class ProjectLedger(LedgerReader reader, PastPark? past = null)
{
    /// <summary>The same ledger as it stood with the park; null for as it is now.</summary>
    public ProjectLedger At(PastPark? park) => park is null ? this : new(reader, park);

    public async Task<ProjectPage> PageAsync(
        ParkCode park, ProjectFilter filter, ProjectOrder order, bool descending, int size, ProjectPlace? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (past is not null) return PageOf(past, filter, order, descending, size, after);
        var query = Matching(park, filter).With("size", size + 1);
        if (after is not null)
            query.And(BeyondPlace(order, descending)).With("after_project", after.Project.Value).With("after_key",
                order == ProjectOrder.RegisteredOn ? DateOnly.ParseExact(after.Key, "yyyy-MM-dd") : after.Key);
        query.Sql = $"select {ProjectTable.Table.ColumnNames} from project_ledger where {{where}} order by {OrderBy(order, descending)} limit @size";
        var rows = await reader.ListAsync(query, ProjectTable.Row, cancellationToken).ConfigureAwait(false);
        return rows.Count > size ? new([.. rows.Take(size)], ProjectPlace.Of(rows[size - 1], order)) : new([.. rows], null);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<ProjectRow?> FindAsync(ProjectId project, CancellationToken cancellationToken)
    {
        if (past is not null) return past.Rows.FirstOrDefault(row => row.Project == project.Code);
        var query = reader.Query(project.Park).With("project", project.Code.Value);
        query.Sql = $"select {ProjectTable.Table.ColumnNames} from project_ledger where park = @park and project = @project";
        return (await reader.ListAsync(query, ProjectTable.Row, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
    }

    /// <summary>Rows by code; one that is not there is left out.</summary>
    public Task<List<ProjectRow>> FindAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, CancellationToken cancellationToken)
    {
        if (past is not null) return Task.FromResult(past.Rows.Where(row => projects.Contains(row.Project)).ToList());
        if (projects.Count == 0) return Task.FromResult(new List<ProjectRow>());
        var query = reader.Query(park).And("park = @park").AndOneOf(projects);
        query.Sql = $"select {ProjectTable.Table.ColumnNames} from project_ledger where {{where}} order by project";
        return reader.ListAsync(query, ProjectTable.Row, cancellationToken);
    }

    /// <summary>How many fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, ProjectFilter filter, CancellationToken cancellationToken)
    {
        if (past is not null) return past.Rows.Count(filter.Fits);
        var query = Matching(park, filter);
        query.Sql = "select count(*) from project_ledger where {where}";
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Where each project of the park stands in the ledger now: what was read of a project before holds for as long as its mark stays.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, LedgerMark>> MarksAsync(ParkCode park, CancellationToken cancellationToken)
    {
        var query = reader.Query(park);
        query.Sql = """
            select p.project, coalesce(h.version, 0), (select value from setting where key = 'ledger-made')
            from project_ledger p left join stream_head h on h.stream = 'project/' || p.park || '/' || p.project
            where p.park = @park
            """;
        var read = await reader.ListAsync(
            query, cells => KeyValuePair.Create(cells.Id<ProjectCode>(), new LedgerMark(cells.Number(), cells.TextOrNull())), cancellationToken).ConfigureAwait(false);
        return read.ToDictionary();
    }

    private static ProjectPage PageOf(PastPark past, ProjectFilter filter, ProjectOrder order, bool descending, int size, ProjectPlace? after)
    {
        var ordered = past.Rows.Where(filter.Fits).Select(row => (Row: row, Place: ProjectPlace.Of(row, order))).OrderBy(each => each.Place, ByPlace.Order);
        var rows = (descending ? ordered.Reverse() : ordered)
            .SkipWhile(each => after is not null && ByPlace.Order.Compare(each.Place, after) is var beyond && (descending ? beyond >= 0 : beyond <= 0))
            .Select(each => each.Row).Take(size + 1).ToImmutableArray();
        return rows.Length > size ? new(rows[..size], ProjectPlace.Of(rows[size - 1], order)) : new(rows, null);
    }

    private static class ByPlace
    {
        public static readonly IComparer<ProjectPlace> Order = Comparer<ProjectPlace>.Create((one, other) =>
            string.CompareOrdinal(one.Key, other.Key) is not 0 and var by ? by : one.Project.CompareTo(other.Project));
    }

    private static string OrderBy(ProjectOrder order, bool descending) => (order, descending) switch
    {
        (ProjectOrder.Name, false) => "name, project",
        (ProjectOrder.Name, true) => "name desc, project desc",
        (ProjectOrder.RegisteredOn, false) => "registered_on, project",
        (ProjectOrder.RegisteredOn, true) => "registered_on desc, project desc",
        (_, false) => "project",
        (_, true) => "project desc",
    };

    private static string BeyondPlace(ProjectOrder order, bool descending) => (order, descending) switch
    {
        (ProjectOrder.Name, false) => "(name, project) > (@after_key, @after_project)",
        (ProjectOrder.Name, true) => "(name, project) < (@after_key, @after_project)",
        (ProjectOrder.RegisteredOn, false) => "(registered_on, project) > (@after_key, @after_project)",
        (ProjectOrder.RegisteredOn, true) => "(registered_on, project) < (@after_key, @after_project)",
        (_, false) => "project > @after_project",
        (_, true) => "project < @after_project",
    };

    private LedgerQuery Matching(ParkCode park, ProjectFilter filter)
    {
        var query = reader.Query(park).And("park = @park")
            .AndOneOf(Words(filter.Kinds), "kinds", sqlite: "kind in (select value from json_each(@kinds))", postgres: "kind = any(@kinds)")
            .AndOneOf(Words(filter.Stages), "stages", sqlite: "stage in (select value from json_each(@stages))", postgres: "stage = any(@stages)")
            .AndWhen(filter.Unit?.Value, "unit", "unit = @unit")
            .AndWhen(filter.Sponsor?.Value, "sponsor", "sponsor = @sponsor")
            .AndWhen(filter.Officer?.Value, "officer", "officer = @officer");
        if (!filter.Enterprises.IsDefault)
            query.WithTexts("enterprises", filter.Enterprises).And(
                sqlite: "enterprise in (select value from json_each(@enterprises))", postgres: "enterprise = any(@enterprises)");
        if (!string.IsNullOrEmpty(filter.Text))
            query.With("text", filter.Text).And(
                sqlite: "(instr(name, @text) > 0 or instr(coalesce(enterprise, ''), @text) > 0)",
                postgres: "(strpos(name, @text) > 0 or strpos(coalesce(enterprise, ''), @text) > 0)");
        return query;
    }

    private static ImmutableArray<string> Words<TEnum>(ImmutableArray<TEnum> values) where TEnum : struct, Enum => [.. values.Select(value => value.ToString())];
}
