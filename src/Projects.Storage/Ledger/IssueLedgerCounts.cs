using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>
/// Issues counted. What is asked of the whole park is told from its totals (<see cref="IssueTotalTable"/>); a project, a person's issues or a search
/// are few rows, and these are counted. The totals are of now: as of another time issues are counted one by one.
/// </summary>
public sealed partial class IssueLedger
{
    private const string Tallied = """
        i.state, count(*),
        sum(case when i.is_open and i.due_order < @day then 1 else 0 end),
        sum(case when i.is_open and i.due_order >= @day and i.due_order <= @yellow_through then 1 else 0 end)
        """;

    private static readonly string AnyState = string.Join(", ", Enum.GetNames<IssueState>().Select(state => $"'{state}'"));

    /// <summary>How many issues fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, IssueFilter filter, LightDays days, CancellationToken cancellationToken) =>
        await ToldAsync(park, filter, days, cancellationToken).ConfigureAwait(false)
        ?? await CountAsync(Searched(park, filter, days), "select count(*) from {from} where {where}", cancellationToken).ConfigureAwait(false);

    /// <summary>How many fit the filter, counted no further than <paramref name="atMost"/> and one more.</summary>
    public async Task<int> CountAsync(ParkCode park, IssueFilter filter, LightDays days, int atMost, CancellationToken cancellationToken) =>
        await ToldAsync(park, filter, days, cancellationToken).ConfigureAwait(false) is { } told
            ? Math.Min(told, atMost + 1)
            : await CountAsync(
                Searched(park, filter, days).With("at_most", atMost + 1),
                "select count(*) from (select 1 from {from} where {where} limit @at_most) counted", cancellationToken).ConfigureAwait(false);

    /// <summary>Every issue of the park counted.</summary>
    public Task<IssueCounts> CountsAsync(ParkCode park, LightDays days, CancellationToken cancellationToken) =>
        TotalAsync(park, new IssueFilter(), days, cancellationToken);

    /// <inheritdoc cref="CountsAsync(ParkCode, LightDays, CancellationToken)"/>
    /// <returns>By lead unit; null stands for drafts that name none yet.</returns>
    public Task<ImmutableArray<CountGroup<UnitCode?>>> CountsByUnitAsync(ParkCode park, LightDays days, CancellationToken cancellationToken) =>
        GroupsAsync(
            past is null ? Totals(reader.Query(park), days, "nullif(t.unit, ''), ", "t.unit, ") : Counted(park, new IssueFilter(), days, "i.unit, "),
            cells => cells.IdOrNull<UnitCode>(), cancellationToken);

    /// <inheritdoc cref="CountsAsync(ParkCode, LightDays, CancellationToken)"/>
    public Task<ImmutableArray<CountGroup<Tier>>> CountsByTierAsync(ParkCode park, LightDays days, CancellationToken cancellationToken) =>
        GroupsAsync(
            past is null ? Totals(reader.Query(park), days, "t.tier, ", "t.tier, ") : Counted(park, new IssueFilter(), days, "i.tier, "),
            cells => cells.Word<Tier>(), cancellationToken);

    /// <summary>Every issue of these projects counted.</summary>
    /// <returns>By list and lead unit; a null unit stands for drafts that name none yet.</returns>
    public async Task<ImmutableArray<CountGroup<(ProjectCode Project, ListCode List, UnitCode? Unit)>>> CountsByListAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode> projects, LightDays days, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return [];
        var query = Of(Query(park).And("i.park = @park"), projects).With("day", days.Day).With("yellow_through", days.YellowThrough);
        query.Sql = $"select i.project, i.list, i.unit, {Tallied} from {{issues}} i where {{where}} group by i.project, i.list, i.unit, i.state";
        return await GroupsAsync(query, cells => (cells.Id<ProjectCode>(), cells.Id<ListCode>(), cells.IdOrNull<UnitCode>()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Which of these projects have open issues past their due date or near it, and how many. Every other project's issues are green, or it has none.
    /// Only such issues are looked at, in the index of each project's open ones.
    /// </summary>
    public async Task<IReadOnlyDictionary<ProjectCode, DueIssues>> DueAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode> projects, LightDays days, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return ImmutableDictionary<ProjectCode, DueIssues>.Empty;
        var query = Of(Query(park).And("i.park = @park"), projects)
            .And("i.is_open").And("i.due_order <= @yellow_through").With("day", days.Day).With("yellow_through", days.YellowThrough);
        query.Sql = """
            select i.project, sum(case when i.due_order < @day then 1 else 0 end), sum(case when i.due_order < @day then 0 else 1 end)
            from {issues} i where {where} group by i.project
            """;
        var due = await reader.ListAsync(query, cells => (Project: cells.Id<ProjectCode>(), Issues: new DueIssues(cells.Count(), cells.Count())), cancellationToken).ConfigureAwait(false);
        return due.ToDictionary(row => row.Project, row => row.Issues);
    }

    /// <summary>How many issues of each of these projects are open, and past their due date; a project without open issues is left out.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, OpenIssues>> OpenAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode> projects, DateOnly day, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return ImmutableDictionary<ProjectCode, OpenIssues>.Empty;
        var query = Of(Query(park).And("i.park = @park"), projects).And("i.is_open").With("day", day);
        query.Sql = "select i.project, count(*), sum(case when i.due_order < @day then 1 else 0 end) from {issues} i where {where} group by i.project";
        var open = await reader.ListAsync(query, cells => (Project: cells.Id<ProjectCode>(), Issues: new OpenIssues(cells.Count(), cells.Count())), cancellationToken).ConfigureAwait(false);
        return open.ToDictionary(row => row.Project, row => row.Issues);
    }

    /// <summary>What came in and what was closed, week by week.</summary>
    /// <param name="projects">Only of these; null for the whole park.</param>
    /// <param name="unit">Only of this lead unit.</param>
    /// <param name="through">The last day of the last week.</param>
    /// <returns>The oldest first.</returns>
    public async Task<ImmutableArray<IssueWeek>> WeeksAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode>? projects, UnitCode? unit, DateOnly through, int weeks, CancellationToken cancellationToken)
    {
        var query = Query(park).With("after", through.AddDays(-7 * weeks)).With("through", through);
        if (projects is null && past is null)
        {
            query.And("t.park = @park").AndWhen(unit?.Value, "unit", "t.unit = @unit").Sql = """
                select t.mark, t.day, cast(sum(t.issues) as bigint) from issue_total t
                where {where} and t.mark in ('RegisteredOn', 'ClosedOn') and t.day > @after and t.day <= @through group by t.mark, t.day
                """;
        }
        else
        {
            Of(query.And("i.park = @park"), projects ?? []).AndWhen(unit?.Value, "unit", "i.unit = @unit").Sql = """
                select 'RegisteredOn', i.registered_on, count(*) from {issues} i
                where {where} and i.registered_on > @after and i.registered_on <= @through group by i.registered_on
                union all
                select 'ClosedOn', i.last_closed_on, count(*) from {issues} i
                where {where} and i.last_closed_on > @after and i.last_closed_on <= @through group by i.last_closed_on
                """;
        }
        var happened = projects is { Count: 0 } ? [] : await reader.ListAsync(query,
            cells => (Mark: cells.Text(), Week: (through.DayNumber - cells.Day().DayNumber) / 7, Issues: cells.Count()), cancellationToken).ConfigureAwait(false);
        return
        [
            .. Enumerable.Range(1, weeks).Select(i => weeks - i)
                .Select(ago => new IssueWeek(through.AddDays(-7 * ago - 6), through.AddDays(-7 * ago), Sum(IssueMark.RegisteredOn, ago), Sum(IssueMark.ClosedOn, ago))),
        ];

        int Sum(string mark, int week) => happened.Where(day => day.Mark == mark && day.Week == week).Sum(day => day.Issues);
    }

    private static LedgerQuery Of(LedgerQuery query, IReadOnlyCollection<ProjectCode> projects) => query.AndOneOf([.. projects.Select(project => project.Value)], "within",
        sqlite: "i.project in (select value from json_each(@within))", postgres: "i.project = any(@within)");

    private async Task<ImmutableArray<CountGroup<TKey>>> GroupsAsync<TKey>(LedgerQuery query, Func<LedgerCells, TKey> key, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(query, cells => (Key: key(cells), Tally: IssueTally.Read(cells)), cancellationToken).ConfigureAwait(false);
        return [.. rows.GroupBy(row => row.Key, row => row.Tally).OrderBy(group => group.Key).Select(group => new CountGroup<TKey>(group.Key, IssueCounts.Of(group)))];
    }

    /// <summary>What the totals of the park say; null where the filter asks what they cannot tell.</summary>
    private async Task<int?> ToldAsync(ParkCode park, IssueFilter filter, LightDays days, CancellationToken cancellationToken) =>
        past is null && filter.IsOfTotals && IssueShare.Of(filter) is { IsCountable: true } share
            ? share.Of(await TotalAsync(park, filter, days, cancellationToken).ConfigureAwait(false))
            : null;

    private async Task<int> CountAsync(LedgerQuery query, string sql, CancellationToken cancellationToken)
    {
        query.Sql = sql;
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    private async Task<IssueCounts> TotalAsync(ParkCode park, IssueFilter filter, LightDays days, CancellationToken cancellationToken)
    {
        var query = past is not null ? Counted(park, filter, days, "") : Totals(reader.Query(park), days, "", "").AndWhen(filter.Unit?.Value, "unit", "t.unit = @unit")
            .AndOneOf(Words(filter.Tiers), "tiers", sqlite: "t.tier in (select value from json_each(@tiers))", postgres: "t.tier = any(@tiers)")
            .AndOneOf(Words(filter.Grades), "grades", sqlite: "t.grade in (select value from json_each(@grades))", postgres: "t.grade = any(@grades)");
        return IssueCounts.Of(await reader.ListAsync(query, IssueTally.Read, cancellationToken).ConfigureAwait(false));
    }

    private LedgerQuery Counted(ParkCode park, IssueFilter filter, LightDays days, string by)
    {
        var query = Searched(park, filter with { Drafts = true }, days);
        query.Sql = $"select {by}{Tallied} from {{from}} where {{where}} group by {by}i.state";
        return query;
    }

    // Overdue are those due in the months before this one, and on the days of this one before today.
    private static LedgerQuery Totals(LedgerQuery query, LightDays days, string columns, string by)
    {
        query.With("day", days.Day).With("month", IssueTotalTable.MonthOf(days.Day)).With("yellow_through", days.YellowThrough).And("t.park = @park").Sql = $$"""
            select {{columns}}t.mark, cast(sum(t.issues) as bigint), 0, 0
            from issue_total t where {where} and t.mark in ({{AnyState}}) group by {{by}}t.mark
            union all
            select {{columns}}null, 0, cast(sum(t.issues) as bigint), 0
            from issue_total t where {where} and t.mark = 'DueIn' and t.day < @month group by {{by}}t.mark
            union all
            select {{columns}}null, 0, cast(sum(case when t.day < @day then t.issues else 0 end) as bigint), cast(sum(case when t.day < @day then 0 else t.issues end) as bigint)
            from issue_total t where {where} and t.mark = 'DueOn' and t.day >= @month and t.day <= @yellow_through group by {{by}}t.mark
            """;
        return query;
    }
}
