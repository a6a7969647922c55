using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>The issue ledger 台账 of a park, over all its projects. Another park's issues are never seen.</summary>
public sealed class IssueLedger(LedgerReader reader)
{
    private const string Names = """
        join list_ledger l on l.park = i.park and l.project = i.project and l.list = i.list
        join project_ledger p on p.park = i.park and p.project = i.project
        """;

    /// <param name="size">Rows at most, 1 or more.</param>
    /// <param name="after">Where the page before ended, of the same filter, order and days; null for the first page.</param>
    public async Task<IssuePage> PageAsync(
        ParkCode park, IssueFilter filter, IssueOrder order, bool descending, int size, IssuePlace? after, LightDays days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var matching = Matching(park, filter, days);
        var rows = order == IssueOrder.Light
            ? await BandsAsync(matching, descending, size + 1, after, cancellationToken).ConfigureAwait(false)
            : await RowsAsync(matching, order, descending, size + 1, after, cancellationToken).ConfigureAwait(false);
        return rows.Count > size
            ? new([.. rows.Take(size)], IssuePlace.Of(rows[size - 1], days))
            : new([.. rows], null);
    }

    /// <summary>How many issues fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, IssueFilter filter, LightDays days, CancellationToken cancellationToken)
    {
        var query = Matching(park, filter, days);
        query.Sql = "select count(*) from issue_ledger i where {where}";
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Rows by number, as they are now; one that is not there is left out.</summary>
    public Task<List<IssueRow>> FindAsync(ProjectId project, IReadOnlyCollection<IssueNumber> numbers, CancellationToken cancellationToken)
    {
        var query = reader.Query(project.Park).With("project", project.Code.Value);
        if (numbers.Count == 0) return Task.FromResult(new List<IssueRow>());
        query.And("i.park = @park and i.project = @project").AndOneOf([.. numbers.Select(number => number.Value)], "numbers",
            sqlite: "i.number in (select value from json_each(@numbers))", postgres: "i.number = any(@numbers)");
        query.Sql = $"select {IssueTable.RowColumns} from issue_ledger i {Names} where {{where}} order by i.number";
        return reader.ListAsync(query, IssueTable.Row, cancellationToken);
    }

    /// <summary>What rates are made from: every issue in the books, of one project or of the whole park.</summary>
    public IAsyncEnumerable<IssueFacts> FactsAsync(ParkCode park, ProjectCode? project, CancellationToken cancellationToken)
    {
        var query = reader.Query(park).And("i.park = @park").And("i.in_books").AndWhen(project?.Value, "project", "i.project = @project");
        query.Sql = $"select {IssueTable.FactColumns} from issue_ledger i where {{where}}";
        return reader.StreamAsync(query, cells => IssueTable.Facts(cells).Facts, cancellationToken);
    }

    /// <summary>Every rate of DOMAIN 6 as the ledger now stands, with quoted lists where they are.</summary>
    /// <param name="cutOff">The day due dates are judged on.</param>
    public async Task<IssueRates> RatesAsync(
        ParkCode park, ProjectCode? project, DateOnly cutOff, Policy policy, WorkCalendar calendar, CancellationToken cancellationToken)
    {
        var facts = new List<IssueFacts>();
        await foreach (var issue in FactsAsync(park, project, cancellationToken).ConfigureAwait(false))
            facts.Add(issue);
        var lists = await new ListLedger(reader).ListAsync(park, project, cancellationToken).ConfigureAwait(false);
        return IssueRates.Of(facts, lists.Select(list => list.AsQuoted).OfType<QuotedList>(), cutOff, policy, calendar);
    }

    /// <summary>Counts of a park's issues for a board, by project, list, unit, state and light; drafts and void ones apart from lights.</summary>
    public Task<List<IssueCount>> CountsAsync(ParkCode park, ProjectCode? project, LightDays days, CancellationToken cancellationToken)
    {
        var query = reader.Query(park).With("day", days.Day).With("yellow_through", days.YellowThrough)
            .And("i.park = @park").AndWhen(project?.Value, "project", "i.project = @project");
        query.Sql = """
            select i.project, i.list, i.unit, i.state, count(*),
                   sum(case when i.is_open and i.due_order < @day then 1 else 0 end),
                   sum(case when i.is_open and i.due_order >= @day and i.due_order <= @yellow_through then 1 else 0 end)
            from issue_ledger i where {where} group by i.project, i.list, i.unit, i.state order by i.project, i.list, i.unit, i.state
            """;
        return reader.ListAsync(query, cells => new IssueCount(
            cells.Id<ProjectCode>(), cells.Id<ListCode>(), cells.IdOrNull<UnitCode>(), cells.Word<IssueState>(), cells.Count(), cells.Count(), cells.Count()), cancellationToken);
    }

    /// <summary>
    /// The projects with an open issue past its due date or near it, each with the worse of the two lights. Every other project's issues
    /// are green, or it has none. Reads open issues alone, by the index of their due dates.
    /// </summary>
    public async Task<IReadOnlyDictionary<ProjectCode, Light>> WorstLightsAsync(ParkCode park, ProjectCode? project, LightDays days, CancellationToken cancellationToken)
    {
        var query = reader.Query(park).With("day", days.Day).With("yellow_through", days.YellowThrough)
            .And("i.park = @park").And("i.is_open").And("i.due_order <= @yellow_through").AndWhen(project?.Value, "project", "i.project = @project");
        query.Sql = "select i.project, sum(case when i.due_order < @day then 1 else 0 end) from issue_ledger i where {where} group by i.project order by i.project";
        var lit = await reader.ListAsync(query, cells => (Project: cells.Id<ProjectCode>(), Red: cells.Count()), cancellationToken).ConfigureAwait(false);
        return lit.ToDictionary(row => row.Project, row => row.Red > 0 ? Light.Red : Light.Yellow);
    }

    /// <summary>How many issues of each of these projects are open, and past their due date; a project without open issues is left out.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, OpenIssues>> OpenAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode> projects, DateOnly day, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return new Dictionary<ProjectCode, OpenIssues>();
        var query = reader.Query(park).With("day", day).And("i.park = @park").And("i.is_open").AndOneOf([.. projects.Select(project => project.Value)], "projects",
            sqlite: "i.project in (select value from json_each(@projects))", postgres: "i.project = any(@projects)");
        query.Sql = "select i.project, count(*), sum(case when i.due_order < @day then 1 else 0 end) from issue_ledger i where {where} group by i.project";
        var open = await reader.ListAsync(query, cells => (Project: cells.Id<ProjectCode>(), Issues: new OpenIssues(cells.Count(), cells.Count())), cancellationToken).ConfigureAwait(false);
        return open.ToDictionary(row => row.Project, row => row.Issues);
    }

    private LedgerQuery Matching(ParkCode park, IssueFilter filter, LightDays days)
    {
        var query = reader.Query(park).With("day", days.Day).With("yellow_through", days.YellowThrough)
            .And("i.park = @park")
            .AndWhen(filter.Project?.Value, "project", "i.project = @project")
            .AndWhen(filter.List?.Value, "list", "i.list = @list")
            .AndWhen(filter.Unit?.Value, "unit", "i.unit = @unit")
            .AndWhen(filter.Leader?.Value, "leader", "i.leader = @leader")
            .AndOneOf([.. filter.Within.Select(project => project.Value)], "within",
                sqlite: "i.project in (select value from json_each(@within))", postgres: "i.project = any(@within)")
            .AndOneOf(Words(filter.Tiers), "tiers", sqlite: "i.tier in (select value from json_each(@tiers))", postgres: "i.tier = any(@tiers)")
            .AndOneOf(Words(filter.States), "states", sqlite: "i.state in (select value from json_each(@states))", postgres: "i.state = any(@states)")
            .AndOneOf(Words(filter.Grades), "grades", sqlite: "i.grade in (select value from json_each(@grades))", postgres: "i.grade = any(@grades)");
        if (!filter.Drafts) query.And("i.state <> 'Draft'");
        if (filter.Open is { } open) query.And(open ? "i.is_open" : "not i.is_open");
        if (filter.Overdue is { } overdue) query.And(overdue ? "i.is_open and i.due_order < @day" : "not (i.is_open and i.due_order < @day)");
        if (!filter.Lights.IsEmpty) query.And(LightBand.AnyOf(filter.Lights));
        return IssueSearch.Narrow(query, filter.Text);
    }

    // Within a light the order is that of due dates, so the bands are read one after another, each by the index.
    private async Task<List<IssueRow>> BandsAsync(LedgerQuery matching, bool descending, int size, IssuePlace? after, CancellationToken cancellationToken)
    {
        var bands = descending ? LightBand.InOrder.Reverse() : LightBand.InOrder;
        var rows = new List<IssueRow>();
        foreach (var band in after is null ? bands : bands.SkipWhile(band => band.Light != after.Light))
        {
            var from = band.Light == after?.Light ? after : null;
            rows.AddRange(await RowsAsync(matching.Copy().And(band.Condition), IssueOrder.Due, descending, size - rows.Count, from, cancellationToken).ConfigureAwait(false));
            if (rows.Count == size) break;
        }
        return rows;
    }

    // The names are joined to the page alone, not to all that fits.
    private Task<List<IssueRow>> RowsAsync(
        LedgerQuery matching, IssueOrder order, bool descending, int size, IssuePlace? after, CancellationToken cancellationToken)
    {
        var query = matching.Copy().With("size", size);
        if (after is not null)
            query.And(BeyondPlace(order, descending)).With("after_due", after.Due).With("after_project", after.Project.Value).With("after_number", after.Number.Value);
        var by = OrderBy(order, descending);
        query.Sql = $$"""
            select {{IssueTable.RowColumns}}
            from (select * from issue_ledger i where {where} order by {{by}} limit @size) i {{Names}}
            order by {{by}}
            """;
        return reader.ListAsync(query, IssueTable.Row, cancellationToken);
    }

    private static string OrderBy(IssueOrder order, bool descending) => (order, descending) switch
    {
        (IssueOrder.Number, false) => "i.number, i.project",
        (IssueOrder.Number, true) => "i.number desc, i.project desc",
        (_, false) => "i.due_order, i.project, i.number",
        (_, true) => "i.due_order desc, i.project desc, i.number desc",
    };

    private static string BeyondPlace(IssueOrder order, bool descending) => (order, descending) switch
    {
        (IssueOrder.Number, false) => "(i.number, i.project) > (@after_number, @after_project)",
        (IssueOrder.Number, true) => "(i.number, i.project) < (@after_number, @after_project)",
        (_, false) => "(i.due_order, i.project, i.number) > (@after_due, @after_project, @after_number)",
        (_, true) => "(i.due_order, i.project, i.number) < (@after_due, @after_project, @after_number)",
    };

    private static ImmutableArray<string> Words<TEnum>(ImmutableArray<TEnum> values) where TEnum : struct, Enum => [.. values.Select(value => value.ToString())];
}

/// <summary>How many issues of one project, list and unit stand in one state.</summary>
/// <param name="Red">Of them, open and past their due date.</param>
/// <param name="Yellow">Of them, open and near it.</param>
public sealed record IssueCount(ProjectCode Project, ListCode List, UnitCode? Unit, IssueState State, int Issues, int Red, int Yellow);

/// <param name="Overdue">Of the open ones, those past their current due date.</param>
public readonly record struct OpenIssues(int Open, int Overdue);
