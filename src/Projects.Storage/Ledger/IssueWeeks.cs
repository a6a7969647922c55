namespace Projects.Storage;

/// <summary>What a board counts over the issues of a park.</summary>
public sealed partial class IssueLedger
{
    /// <summary>Open issues of these projects past their current due date or near it, by project and root cause; a cause without any is left out.</summary>
    public Task<List<CauseDue>> DueByCauseAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, LightDays days, CancellationToken cancellationToken)
    {
        if (projects.Count == 0) return Task.FromResult(new List<CauseDue>());
        var query = Of(Query(park).And("i.park = @park"), projects)
            .And("i.is_open").And("i.due_order <= @yellow_through").With("day", days.Day).With("yellow_through", days.YellowThrough);
        query.Sql = """
            select i.project, i.root_cause, sum(case when i.due_order < @day then 1 else 0 end), sum(case when i.due_order < @day then 0 else 1 end)
            from {issues} i where {where} group by i.project, i.root_cause order by i.project, i.root_cause
            """;
        return reader.ListAsync(query, cells => new CauseDue(cells.Id<ProjectCode>(), cells.Word<RootCause>(), new(cells.Count(), cells.Count())), cancellationToken);
    }

    /// <summary>Open issues whose current due date lies in these days, the latest first.</summary>
    /// <param name="within">Only of these projects; null for all of the park.</param>
    public Task<List<IssueDue>> DueInAsync(ParkCode park, IReadOnlyCollection<ProjectCode>? within, DaySpan days, int limit, CancellationToken cancellationToken)
    {
        if (within is { Count: 0 }) return Task.FromResult(new List<IssueDue>());
        var query = Of(Query(park).And("i.park = @park"), within ?? [])
            .And("i.is_open").And("i.due_order between @from and @until").With("from", days.From).With("until", days.Until).With("limit", limit);
        query.Sql = "select i.project, i.number, i.due_order from {issues} i where {where} order by i.due_order desc, i.project desc, i.number desc limit @limit";
        return reader.ListAsync(query, cells => new IssueDue(cells.Id<ProjectCode>(), cells.Id<IssueNumber>(), cells.Day()), cancellationToken);
    }
}

/// <summary>Open issues of a project and of one cause, as they are due.</summary>
public sealed record CauseDue(ProjectCode Project, RootCause Cause, DueIssues Issues);

/// <summary>An open issue and its current due date.</summary>
public sealed record IssueDue(ProjectCode Project, IssueNumber Number, DateOnly Due);
