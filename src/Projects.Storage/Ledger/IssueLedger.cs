using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>The issue ledger 台账 of a park, over all its projects. Another park's issues are never seen.</summary>
/// <param name="past">The park as it stood at the time the ledger is read as of; null for now.</param>
public sealed partial class IssueLedger(LedgerReader reader, PastPark? past = null)
{
    private const string Names = """
        join list_ledger l on l.park = i.park and l.project = i.project and l.list = i.list
        join project_ledger p on p.park = i.park and p.project = i.project
        """;

    /// <summary>The same ledger as it stood with the park; null for as it is now. What waits for whom is asked of now alone.</summary>
    public IssueLedger At(PastPark? park) => park is null ? this : new(reader, park);

    /// <param name="size">Rows at most, 1 or more.</param>
    /// <param name="after">Where the page before ended, of the same filter, order and days; null for the first page.</param>
    public async Task<IssuePage> PageAsync(
        ParkCode park, IssueFilter filter, IssueOrder order, bool descending, int size, IssuePlace? after, LightDays days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var matching = Matching(park, filter, days);
        if (IssueTextSearch.Of(filter.Text) is { } search)
            await search.PageAsync(reader, matching, past is not null, cancellationToken).ConfigureAwait(false);
        var rows = order == IssueOrder.Light
            ? await BandsAsync(matching, descending, size + 1, after, cancellationToken).ConfigureAwait(false)
            : await RowsAsync(matching, order, descending, size + 1, after, cancellationToken).ConfigureAwait(false);
        return rows.Count > size
            ? new([.. rows.Take(size)], IssuePlace.Of(rows[size - 1], days))
            : new([.. rows], null);
    }

    /// <summary>The issues that fit the filter, counted by group; the largest group first.</summary>
    public async Task<List<IssueGroup>> GroupsAsync(ParkCode park, IssueFilter filter, IssueGrouping grouping, LightDays days, CancellationToken cancellationToken)
    {
        var query = Searched(park, filter, days);
        query.Sql = IssueGroups.SqlOf(grouping);
        var groups = await reader.ListAsync(query, IssueGroups.Read, cancellationToken).ConfigureAwait(false);
        return past is null ? groups : groups.ConvertAll(group => Named(group, grouping, past));
    }

    /// <summary>
    /// Everybody an issue of the park waits for, each once: some hundreds, whatever the number of issues. Each is found from the one before by
    /// the index, so it costs as many steps as there are.
    /// </summary>
    public async Task<ImmutableArray<BallInCourt>> BallsAsync(ParkCode park, CancellationToken cancellationToken)
    {
        var query = reader.Query(park);
        query.Sql = """
            with recursive balls (ball) as (
              select min(i.ball) from issue_ledger i where i.park = @park
              union all
              select (select min(i.ball) from issue_ledger i where i.park = @park and i.ball > b.ball) from balls b where b.ball is not null
            )
            select ball from balls where ball is not null
            """;
        return [.. await reader.ListAsync(query, cells => cells.Json<BallInCourt>(), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Rows by number; one that is not there is left out.</summary>
    public Task<List<IssueRow>> FindAsync(ProjectId project, IReadOnlyCollection<IssueNumber> numbers, CancellationToken cancellationToken)
    {
        var query = reader.Query(project.Park).With("project", project.Code.Value);
        if (numbers.Count == 0) return Task.FromResult(new List<IssueRow>());
        query.At(past?.At).And("i.park = @park and i.project = @project").AndOneOf([.. numbers.Select(number => number.Value)], "numbers",
            sqlite: "i.number in (select value from json_each(@numbers))", postgres: "i.number = any(@numbers)");
        query.Sql = $"select {IssueTable.RowColumns} from {{issues}} i {Names} where {{where}} order by i.number";
        return RowsAsync(query, cancellationToken);
    }

    /// <summary>Rows of several projects; one that is not there is left out.</summary>
    public Task<List<IssueRow>> FindOfParkAsync(ParkCode park, IReadOnlyCollection<(ProjectCode Project, IssueNumber Number)> issues, CancellationToken cancellationToken)
    {
        if (issues.Count == 0) return Task.FromResult(new List<IssueRow>());
        var query = Query(park).And("i.park = @park").AndOneOf([.. issues.Select(issue => $"{issue.Project}/{issue.Number}")], "issues",
            sqlite: "i.project || '/' || i.number in (select value from json_each(@issues))", postgres: "i.project || '/' || i.number = any(@issues)");
        query.Sql = $"select {IssueTable.RowColumns} from {{issues}} i {Names} where {{where}} order by i.project, i.number";
        return RowsAsync(query, cancellationToken);
    }

    /// <summary>What rates are made from: every issue in the books of these projects.</summary>
    /// <param name="projects">Null for the whole park.</param>
    public IAsyncEnumerable<IssueFacts> FactsAsync(ParkCode park, IReadOnlyCollection<ProjectCode>? projects, CancellationToken cancellationToken)
    {
        var query = Query(park).And("i.park = @park").And("i.in_books");
        if (projects is not null)
            query = projects.Count == 0 ? query.And("false") : Of(query, projects);
        query.Sql = $"select {query.InOneCell(IssueTable.FactColumns)} from {{issues}} i where {{where}}";
        return reader.StreamAsync(query, IssueTable.Facts, cancellationToken);
    }

    /// <summary>Every rate of DOMAIN 6 as the ledger now stands, with quoted lists where they are.</summary>
    /// <param name="cutOff">The day due dates are judged on.</param>
    public async Task<IssueRates> RatesAsync(
        ParkCode park, ProjectCode? project, DateOnly cutOff, Policy policy, WorkCalendar calendar, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(park, project is { } only ? [only] : null, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var lists = await new ListLedger(reader, past).ListAsync(park, project, cancellationToken).ConfigureAwait(false);
        return IssueRates.Of(facts, lists.Select(list => list.AsQuoted).OfType<QuotedList>(), cutOff, policy, calendar);
    }

    /// <summary>
    /// Issues their lead unit has in hand that may have to be urged: due by a day, not accepted yet, or asked why they were accepted late.
    /// </summary>
    /// <returns>By due date, project and number.</returns>
    internal Task<List<IssueRow>> WithLeadUnitAsync(ParkCode park, ProjectCode? project, DateOnly dueBy, CancellationToken cancellationToken)
    {
        var query = reader.Query(park).With("due_by", dueBy)
            .And("i.park = @park").AndWhen(project?.Value, "project", "i.project = @project")
            .And("i.is_open and i.state in ('Registered', 'Rectifying', 'Suspended')")
            .And("""
                (i.due_order <= @due_by or i.state = 'Registered' or (i.project, i.number) in (
                  select u.project, u.number from urging_ledger u where u.park = @park and u.cause = 'LateAcceptance' and u.state in ('AwaitingReply', 'AwaitingSettlement')))
                """);
        query.Sql = $"select {IssueTable.RowColumns} from issue_ledger i {Names} where {{where}} order by i.due_order, i.project, i.number";
        return reader.ListAsync(query, IssueTable.Row, cancellationToken);
    }

    private LedgerQuery Query(ParkCode park) => reader.Query(park).At(past?.At);

    private LedgerQuery Matching(ParkCode park, IssueFilter filter, LightDays days)
    {
        var query = Query(park).With("day", days.Day).With("yellow_through", days.YellowThrough)
            .And("i.park = @park")
            .AndWhen(filter.Project?.Value, "project", "i.project = @project")
            .AndWhen(filter.List?.Value, "list", "i.list = @list")
            .AndWhen(filter.Unit?.Value, "unit", "i.unit = @unit")
            .AndWhen(filter.Leader?.Value, "leader", "i.leader = @leader")
            .AndOneOf([.. filter.Within.Select(project => project.Value)], "within",
                sqlite: "i.project in (select value from json_each(@within))", postgres: "i.project = any(@within)")
            .AndOneOf(Words(filter.Tiers), "tiers", sqlite: "i.tier in (select value from json_each(@tiers))", postgres: "i.tier = any(@tiers)")
            .AndOneOf(Words(filter.States), "states", sqlite: "i.state in (select value from json_each(@states))", postgres: "i.state = any(@states)")
            .AndOneOf(Words(filter.Grades), "grades", sqlite: "i.grade in (select value from json_each(@grades))", postgres: "i.grade = any(@grades)")
            .AndOneOf(Words(filter.Causes), "causes", sqlite: "i.root_cause in (select value from json_each(@causes))", postgres: "i.root_cause = any(@causes)");
        if (!filter.Drafts) query.And("i.state <> 'Draft'");
        if (filter.Open is false) query.And("not i.is_open");
        // Said outright where it follows from the states or lights, so that the indexes of open issues serve.
        if (IssueShare.Of(filter).IsOpen) query.And("i.is_open");
        if (filter.Overdue is { } overdue) query.And(overdue ? "i.is_open and i.due_order < @day" : "not (i.is_open and i.due_order < @day)");
        if (filter.ExtensionPending is { } pending) query.And(pending ? "i.extension_pending" : "not i.extension_pending");
        if (filter.Balls is { } balls)
            query.And("i.ball in (select value from json_each(@balls))", "i.ball = any(@balls)").WithTexts("balls", [.. balls.Select(LedgerJson.Of)]);
        if (filter.Registered is { } registered)
            query.And("i.registered_on between @registered_from and @registered_until").With("registered_from", registered.From).With("registered_until", registered.Until);
        if (filter.Closed is { } closed)
            query.And("i.last_closed_on between @closed_from and @closed_until").With("closed_from", closed.From).With("closed_until", closed.Until);
        if (filter.MovedAfter is { } moved) query.And("i.effective_on > @moved_after").With("moved_after", moved);
        filter.Rate?.Narrow(query, past);
        if (!filter.Lights.IsEmpty) query.And(LightBand.AnyOf(filter.Lights));
        query.From = "{issues} i";
        return query;
    }

    /// <summary>All that fit, to be read in any order.</summary>
    private LedgerQuery Searched(ParkCode park, IssueFilter filter, LightDays days)
    {
        var query = Matching(park, filter, days);
        return IssueTextSearch.Of(filter.Text)?.All(query, past is not null) ?? query;
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
            from (select i.* from {from} where {where} order by {{by}} limit @size) i {{Names}}
            order by {{by}}
            """;
        return RowsAsync(query, cancellationToken);
    }

    // Names are joined as they are now: the list and the project of an issue are there whenever it is.
    private async Task<List<IssueRow>> RowsAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(query, IssueTable.Row, cancellationToken).ConfigureAwait(false);
        return past is null ? rows : rows.ConvertAll(row => row with
        {
            ListName = past.NameOf(row.Facts.Project, row.Facts.List),
            ProjectName = past.NameOf(row.Facts.Project),
        });
    }

    private static IssueGroup Named(IssueGroup group, IssueGrouping grouping, PastPark past) => grouping switch
    {
        IssueGrouping.List => group with { Name = past.NameOf(group.Project!.Value, ListCode.Of(group.Key!)) },
        IssueGrouping.Project => group with { Name = past.NameOf(ProjectCode.Of(group.Key!)) },
        _ => group,
    };

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
