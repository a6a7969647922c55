using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>The notices of urging 催办 of a park, and what is due to be urged.</summary>
public sealed class UrgingLedger(LedgerReader reader, IssueLedger issues)
{
    /// <summary>In the order of their reply days.</summary>
    public async Task<UrgingPage> PageAsync(ParkCode park, UrgingFilter filter, int size, UrgingPlace? after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var query = Matching(park, filter).With("size", size + 1);
        if (after is not null)
            query.And("(u.reply_by, u.project, u.number, u.notice) > (@after_day, @after_project, @after_number, @after_notice)")
                .With("after_day", after.ReplyBy).With("after_project", after.Project.Value).With("after_number", after.Number.Value).With("after_notice", after.Notice);
        query.Sql = $"select {UrgingTable.RowColumns} from urging_ledger u where {{where}} order by u.reply_by, u.project, u.number, u.notice limit @size";
        var rows = await reader.ListAsync(query, UrgingTable.Row, cancellationToken).ConfigureAwait(false);
        return rows.Count > size ? new([.. rows.Take(size)], UrgingPlace.Of(rows[size - 1])) : new([.. rows], null);
    }

    /// <summary>How many notices fit the filter.</summary>
    public async Task<int> CountAsync(ParkCode park, UrgingFilter filter, CancellationToken cancellationToken)
    {
        var query = Matching(park, filter);
        query.Sql = "select count(*) from urging_ledger u where {where}";
        return (await reader.ListAsync(query, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>
    /// Every notice that may be issued on a day: the rule of the command (<see cref="UrgingTurn"/>) over the issues that are near or late.
    /// </summary>
    /// <param name="project">Null for all projects of the park.</param>
    /// <returns>By due date, project and number.</returns>
    public async Task<IReadOnlyList<DueUrging>> DueAsync(
        ParkCode park, ProjectCode? project, DateOnly day, Policy policy, WorkCalendar calendar, CancellationToken cancellationToken)
    {
        var near = calendar.AddWorkingDays(day, policy.Urging.WarnAtWorkingDays.DefaultIfEmpty(0).Max() + 1);
        var candidates = await issues.WithLeadUnitAsync(park, project, near, cancellationToken).ConfigureAwait(false);
        var notices = await InForceAsync(park, project, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from issue in candidates
               let given = notices[(issue.Facts.Project, issue.Number)].Select(row => row.Notice).ToImmutableArray()
               from turn in UrgingTurn.Of(issue.Facts, given, day, policy, calendar)
               where turn.IsDue
               select new DueUrging(issue, turn),
        ];
    }

    // A notice at rest is of another round, another due date or another state: no turn of today looks at it.
    private async Task<ILookup<(ProjectCode, IssueNumber), UrgingRow>> InForceAsync(ParkCode park, ProjectCode? project, CancellationToken cancellationToken)
    {
        var query = reader.Query(park).And("u.park = @park").AndWhen(project?.Value, "project", "u.project = @project").And("u.state <> 'AtRest'");
        query.Sql = $"select {UrgingTable.RowColumns} from urging_ledger u where {{where}} order by u.project, u.number, u.notice";
        return (await reader.ListAsync(query, UrgingTable.Row, cancellationToken).ConfigureAwait(false)).ToLookup(row => (row.Project, row.Number));
    }

    private LedgerQuery Matching(ParkCode park, UrgingFilter filter)
    {
        var query = reader.Query(park).And("u.park = @park")
            .AndWhen(filter.Project?.Value, "project", "u.project = @project")
            .AndWhen(filter.Number?.Value, "number", "u.number = @number")
            .AndWhen(filter.Unit?.Value, "unit", "u.unit = @unit")
            .AndOneOf([.. filter.Within.Select(project => project.Value)], "within",
                sqlite: "u.project in (select value from json_each(@within))", postgres: "u.project = any(@within)")
            .AndOneOf(Words(filter.Levels), "levels", sqlite: "u.level in (select value from json_each(@levels))", postgres: "u.level = any(@levels)")
            .AndOneOf(Words(filter.Triggers), "causes", sqlite: "u.cause in (select value from json_each(@causes))", postgres: "u.cause = any(@causes)")
            .AndOneOf(Words(filter.States), "states", sqlite: "u.state in (select value from json_each(@states))", postgres: "u.state = any(@states)");
        return query.AndWhen(filter.ReplyOverdueOn, "day", "u.state = 'AwaitingReply' and u.reply_by < @day");
    }

    private static ImmutableArray<string> Words<TEnum>(ImmutableArray<TEnum> values) where TEnum : struct, Enum => [.. values.Select(value => value.ToString())];
}
