using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>What a board counts over all issues of a park.</summary>
public sealed partial class IssueLedger
{
    /// <summary>Open issues past their current due date by root cause, most first; a cause without any is left out.</summary>
    /// <param name="within">Only of these projects; null for all of the park.</param>
    public async Task<ImmutableArray<CauseCount>> LateByCauseAsync(
        ParkCode park, IReadOnlyCollection<ProjectCode>? within, DateOnly day, CancellationToken cancellationToken)
    {
        if (within is { Count: 0 })
            return [];
        var query = Of(park, within).And("i.is_open").And("i.due_order < @day").With("day", day);
        query.Sql = "select i.root_cause, count(*) as late from {issues} i where {where} group by i.root_cause order by late desc, i.root_cause";
        return [.. await reader.ListAsync(query, cells => new CauseCount(cells.Word<RootCause>(), cells.Count()), cancellationToken).ConfigureAwait(false)];
    }

    private LedgerQuery Of(ParkCode park, IReadOnlyCollection<ProjectCode>? within) => Query(park).And("i.park = @park")
        .AndOneOf([.. (within ?? []).Select(project => project.Value)], "within",
            sqlite: "i.project in (select value from json_each(@within))", postgres: "i.project = any(@within)");
}

public sealed record CauseCount(RootCause Cause, int Issues);
