using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>A dated record of a project, a visit or a meeting: for ever as it was written, at most corrected by another.</summary>
public sealed record DiaryRow<TEntry>(ParkCode Park, ProjectCode Project, TEntry Entry) where TEntry : class
{
    public ProjectId Owner => new(Park, Project);
}

/// <summary>A table of dated records. The record itself is one cell; beside it stands what is asked for.</summary>
internal sealed class DiaryTable<TEntry>(string name, Func<TEntry, string> code, Func<TEntry, DateOnly> day, Func<TEntry, bool> corrected)
    : KeyedTable<DiaryRow<TEntry>>(name, "park", "project", "code") where TEntry : class
{
    protected override IReadOnlyList<LedgerColumn<DiaryRow<TEntry>>> Columns { get; } =
    [
        LedgerColumn<DiaryRow<TEntry>>.Text("park", row => row.Park.Value),
        LedgerColumn<DiaryRow<TEntry>>.Text("project", row => row.Project.Value),
        LedgerColumn<DiaryRow<TEntry>>.Text("code", row => code(row.Entry)),
        LedgerColumn<DiaryRow<TEntry>>.Day("day", row => day(row.Entry)),
        LedgerColumn<DiaryRow<TEntry>>.Flag("corrected", row => corrected(row.Entry)),
        LedgerColumn<DiaryRow<TEntry>>.Text("said", row => LedgerJson.Of(row.Entry)),
    ];

    protected override string KeyOf(DiaryRow<TEntry> row) => $"{row.Park}/{row.Project}/{code(row.Entry)}";

    public static DiaryRow<TEntry> Row(LedgerCells cells) => new(cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Json<TEntry>());

    public DiaryPlace PlaceOf(DiaryRow<TEntry> row) => new(day(row.Entry), row.Project, code(row.Entry));

    /// <summary>The records that fit, the newest first.</summary>
    public ImmutableArray<DiaryRow<TEntry>> Matching(IEnumerable<DiaryRow<TEntry>> rows, DiaryFilter filter) =>
    [
        .. rows.Where(row => (filter.Project is not { } project || row.Project == project) && (filter.Within.IsEmpty || filter.Within.Contains(row.Project))
                && (filter.From is not { } from || day(row.Entry) >= from) && (filter.Until is not { } until || day(row.Entry) <= until)
                && (filter.Corrected || !corrected(row.Entry)))
            .OrderDescending(Comparer<DiaryRow<TEntry>>.Create((one, other) => PlaceOf(one).CompareTo(PlaceOf(other)))),
    ];
}

/// <summary>Which records of a park; one field left alone fits all.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Corrected">Whether records that another took the place of are shown too.</param>
public sealed record DiaryFilter(ProjectCode? Project = null, DateOnly? From = null, DateOnly? Until = null, bool Corrected = false)
{
    /// <summary>Only of these projects: those the reader may see. Empty for all.</summary>
    public ImmutableArray<ProjectCode> Within { get; init; } = [];
}

/// <summary>The last record of a page, by its own keys.</summary>
public sealed record DiaryPlace(DateOnly Day, ProjectCode Project, string Code) : IComparable<DiaryPlace>
{
    public int CompareTo(DiaryPlace? other) => other is null ? 1
        : Day.CompareTo(other.Day) is not 0 and var byDay ? byDay
        : Project.CompareTo(other.Project) is not 0 and var byProject ? byProject
        : string.CompareOrdinal(Code, other.Code);

    /// <summary>For a page token: day, project and code.</summary>
    public override string ToString() => $"{SqliteText.Of(Day)}/{Project}/{Code}";

    public static bool TryParse(string? text, out DiaryPlace? place)
    {
        place = null;
        if (text?.Split('/') is not [var said, { Length: > 0 } project, { Length: > 0 } code] || !DateOnly.TryParseExact(said, "yyyy-MM-dd", out var day)) return false;
        place = new(day, ProjectCode.Of(project), code);
        return true;
    }
}

/// <param name="Next">Null on the last page.</param>
public sealed record DiaryPage<TEntry>(ImmutableArray<DiaryRow<TEntry>> Rows, DiaryPlace? Next) where TEntry : class;

/// <summary>The dated records of a park, over all its projects.</summary>
public abstract class DiaryLedger<TEntry> where TEntry : class
{
    private readonly LedgerReader reader;
    private readonly DiaryTable<TEntry> table;

    private protected DiaryLedger(LedgerReader reader, DiaryTable<TEntry> table) => (this.reader, this.table) = (reader, table);

    /// <summary>The newest first.</summary>
    public async Task<DiaryPage<TEntry>> PageAsync(ParkCode park, DiaryFilter filter, int size, DiaryPlace? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var query = Matching(park, filter).With("size", size + 1);
        if (after is not null)
            query.And("(day, project, code) < (@after_day, @after_project, @after_code)")
                .With("after_day", after.Day).With("after_project", after.Project.Value).With("after_code", after.Code);
        query.Sql = $"select park, project, said from {table.Name} where {{where}} order by day desc, project desc, code desc limit @size";
        var rows = await reader.ListAsync(query, DiaryTable<TEntry>.Row, cancellationToken).ConfigureAwait(false);
        return rows.Count > size ? new([.. rows.Take(size)], table.PlaceOf(rows[size - 1])) : new([.. rows], null);
    }

    /// <summary>The same of records as they stood at another time; no table keeps their past.</summary>
    /// <returns>The page, and how many fit the filter.</returns>
    public (DiaryPage<TEntry> Page, int Total) PageOf(IEnumerable<DiaryRow<TEntry>> stood, DiaryFilter filter, int size, DiaryPlace? after)
    {
        var all = table.Matching(stood, filter);
        ImmutableArray<DiaryRow<TEntry>> rest = after is null ? all : [.. all.Where(row => table.PlaceOf(row).CompareTo(after) < 0)];
        return (rest.Length > size ? new([.. rest.Take(size)], table.PlaceOf(rest[size - 1])) : new(rest, null), all.Length);
    }

    /// <summary>How many records fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, DiaryFilter filter, CancellationToken cancellationToken)
    {
        var query = Matching(park, filter);
        query.Sql = $"select count(*) from {table.Name} where {{where}}";
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Null when there is none.</summary>
    public async Task<TEntry?> FindAsync(ProjectId project, string code, CancellationToken cancellationToken)
    {
        var query = reader.Query(project.Park).With("project", project.Code.Value).With("code", code);
        query.Sql = $"select park, project, said from {table.Name} where park = @park and project = @project and code = @code";
        return (await reader.ListAsync(query, DiaryTable<TEntry>.Row, cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Entry;
    }

    private LedgerQuery Matching(ParkCode park, DiaryFilter filter)
    {
        var query = reader.Query(park).And("park = @park")
            .AndWhen(filter.Project?.Value, "project", "project = @project")
            .AndWhen(filter.From, "from", "day >= @from")
            .AndWhen(filter.Until, "until", "day <= @until")
            .AndOneOf([.. filter.Within.Select(project => project.Value)], "within",
                sqlite: "project in (select value from json_each(@within))", postgres: "project = any(@within)");
        return filter.Corrected ? query : query.And("not corrected");
    }
}
