namespace Projects.Storage.Tests;

/// <summary>A park's ledger with rows put straight into it, by an append like any other.</summary>
public sealed class Shelf(TestDatabase database) : IAsyncDisposable
{
    public static readonly ProjectCode Project = new("lithium");
    public static readonly ProjectCode OtherProject = new("phosphorus");
    public static readonly ListCode Committee = new("committee");
    public static readonly ListCode Branch = new("branch");

    private readonly Story _story = Story.OfNewPark();
    private readonly Dictionary<(ProjectCode, IssueNumber), IssueRow> _issues = [];

    public ParkCode Park => _story.Stream.Park;
    public LedgerReader Reader { get; } = new(database.Database);
    public IssueLedger Issues => new(Reader);

    /// <summary>A shelf with two projects, each with a committee's and a branch's list.</summary>
    public static async Task<Shelf> OpenAsync(TestDatabase database)
    {
        var shelf = new Shelf(database);
        await shelf.PutAsync([.. new[] { Project, OtherProject }.SelectMany(shelf.Binders)]);
        return shelf;
    }

    public Task PutAsync(params LedgerChange[] rows) => _story.AddAsync(database.Journal, _story.Next(Guid.NewGuid().ToString(), 1, rows));

    public Task PutAsync(params IEnumerable<IssueRow> rows) => PutAsync([.. rows.SelectMany(Changes)]);

    /// <summary>An open issue of the committee's list, due on a day.</summary>
    internal IssueRow Issue(string number, DateOnly? due, IssueState state = IssueState.Rectifying) => new()
    {
        Park = Park,
        Number = new(number),
        Facts = new()
        {
            Project = Project,
            List = Committee,
            Tier = Tier.Committee,
            Measure = Measure.Closed,
            Unit = new("economy"),
            State = state,
            Kind = IssueKind.OneOff,
            Grade = Grade.Ordinary,
            CurrentDue = due,
            OriginalDue = due,
            RegisteredOn = new(2023, 11, 1),
            Round = 1,
        },
        Description = "用地手续不全",
        Ball = new([Role.Handler, Role.UnitHead], new("economy"), [new("handler-a")]),
        LastStepOn = new(2023, 11, 1),
        Version = 3,
    };

    public ValueTask DisposeAsync() => Reader.DisposeAsync();

    private IEnumerable<LedgerChange> Binders(ProjectCode project)
    {
        yield return ProjectTable.Table.Put(new(Park, project, ProjectKind.New, $"项目 {project}", null, new("economy"), null, null, null, null, null, null,
            new(2023, 7, 1), null, null, null, [], 1));
        yield return ListTable.Table.Put(List(project, Committee, "党工委清单", Tier.Committee, Measure.Closed));
        yield return ListTable.Table.Put(List(project, Branch, "支部清单", Tier.Branch, Measure.Rectified));
    }

    private IEnumerable<LedgerChange> Changes(IssueRow row)
    {
        var was = _issues.GetValueOrDefault((row.Facts.Project, row.Number));
        _issues[(row.Facts.Project, row.Number)] = row;
        return [IssueTable.Table.Put(row), IssueSearch.Table.Put(WordsOf(row)), .. IssueTotalTable.Table.Move(was, row)];
    }

    private ListRow List(ProjectCode project, ListCode list, string name, Tier tier, Measure measure) =>
        new(Park, project, list, name, tier, "主题教育", measure, ListStatus.Issued, null, null, null, null, null, 1);

    private static IssueWords WordsOf(IssueRow row) =>
        new(row.Park, row.Facts.Project, row.Number, Bigrams.Plain($"{row.Number}\n{row.Description}\n{row.Category}"));
}
