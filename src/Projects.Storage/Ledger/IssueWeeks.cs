using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>What a board counts over all issues of a park.</summary>
public sealed partial class IssueLedger
{
    /// <summary>新增 and 销号 by week: the day an issue was registered, and the day it was last closed.</summary>
    /// <param name="within">Only of these projects; null for all of the park.</param>
    /// <param name="from">The first day of the first week.</param>
    /// <param name="weeks">How many weeks, 1 or more; each is returned, empty ones too.</param>
    public async Task<ImmutableArray<IssueWeek>> WeeksAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode>? within, DateOnly from, int weeks, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var (registered, closed) = (new int[weeks], new int[weeks]);
        if (within is not { Count: 0 })
        {
            var query = Of(park, within).And("i.in_books").With("from", from).With("until", from.AddDays(7 * weeks - 1));
            query.Sql = """
                select d.day, sum(d.registered), sum(d.closed) from (
                  select i.registered_on as day, 1 as registered, 0 as closed from issue_ledger i where {where} and i.registered_on between @from and @until
                  union all
                  select i.last_closed_on, 0, 1 from issue_ledger i where {where} and i.last_closed_on between @from and @until
                ) d group by d.day
                """;
            foreach (var (day, fresh, done) in await reader.ListAsync(query, cells => (cells.Day(), cells.Count(), cells.Count()), cancellationToken).ConfigureAwait(false))
            {
                var week = (day.DayNumber - from.DayNumber) / 7;
                registered[week] += fresh;
                closed[week] += done;
            }
        }
        return [.. Enumerable.Range(0, weeks).Select(week => new IssueWeek(from.AddDays(7 * week), registered[week], closed[week]))];
    }

    /// <summary>Open issues past their current due date by root cause, most first; a cause without any is left out.</summary>
    /// <inheritdoc cref="WeeksAsync" path="/param[@name='within']"/>
    public async Task<ImmutableArray<CauseCount>> LateByCauseAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode>? within, DateOnly day, CancellationToken cancellationToken)
    {
        if (within is { Count: 0 })
            return [];
        var query = Of(park, within).And("i.is_open").And("i.due_order < @day").With("day", day);
        query.Sql = "select i.root_cause, count(*) as late from issue_ledger i where {where} group by i.root_cause order by late desc, i.root_cause";
        return [.. await reader.ListAsync(query, cells => new CauseCount(cells.Word<RootCause>(), cells.Count()), cancellationToken).ConfigureAwait(false)];
    }

    private LedgerQuery Of(ParkCode park, IReadOnlyCollection<ProjectCode>? within) => reader.Query(park).And("i.park = @park")
        .AndOneOf([.. (within ?? []).Select(project => project.Value)], "within",
            sqlite: "i.project in (select value from json_each(@within))", postgres: "i.project = any(@within)");
}

/// <param name="From">The week's first day.</param>
public sealed record IssueWeek(DateOnly From, int Registered, int Closed)
{
    public DaySpan Days => new(From, From.AddDays(6));
}

public sealed record CauseCount(RootCause Cause, int Issues);
