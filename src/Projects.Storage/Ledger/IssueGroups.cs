namespace Projects.Storage;

/// <summary>How issues are counted by group: grouped first, named after, so that names are looked up once a group.</summary>
internal static class IssueGroups
{
    private const string Counts = """
        count(*) as issues,
        sum(case when i.is_open and i.due_order < @day then 1 else 0 end) as red,
        sum(case when i.is_open and i.due_order >= @day and i.due_order <= @yellow_through then 1 else 0 end) as yellow
        """;

    public static string SqlOf(IssueGrouping grouping) => grouping switch
    {
        IssueGrouping.Unit => By("i.unit"),
        IssueGrouping.State => By("i.state"),
        IssueGrouping.Cause => By("i.root_cause"),
        IssueGrouping.List => $$"""
            select g.list, g.project, l.name, g.issues, g.red, g.yellow
            from (select i.project, i.list, {{Counts}} from {from} where {where} group by i.project, i.list) g
            join list_ledger l on l.park = @park and l.project = g.project and l.list = g.list
            order by g.issues desc, g.project, g.list
            """,
        IssueGrouping.Project => $$"""
            select g.project, null, p.name, g.issues, g.red, g.yellow
            from (select i.project, {{Counts}} from {from} where {where} group by i.project) g
            join project_ledger p on p.park = @park and p.project = g.project
            order by g.issues desc, g.project
            """,
        _ => $$"""
            select g.light, null, null, count(*), sum(case when g.light = 'Red' then 1 else 0 end), sum(case when g.light = 'Yellow' then 1 else 0 end)
            from (select {{LightBand.Case}} as light from {from} where {where}) g
            group by g.light order by count(*) desc, g.light
            """,
    };

    public static IssueGroup Read(LedgerCells cells) => new(cells.TextOrNull(), cells.IdOrNull<ProjectCode>(), cells.TextOrNull(), cells.Count(), cells.Count(), cells.Count());

    private static string By(string column) => $$"""
        select {{column}}, null, null, {{Counts}} from {from} where {where} group by {{column}} order by issues desc, {{column}}
        """;
}
