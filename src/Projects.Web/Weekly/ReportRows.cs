namespace Projects.Web.Weekly;

/// <summary>Where the rows of a report's figure are found on the pages.</summary>
internal static class ReportRows
{
    /// <summary>Null for what has no page of its own.</summary>
    public static string? LinkTo(string row) => row.Split('/') switch
    {
        ["parks", _, "projects", var project, "issues", var number] => $"/projects/{project}/issues/{Uri.EscapeDataString(number)}",
        ["parks", _, "projects", var project, "milestones", var milestone] => $"/projects/{project}/milestones/{milestone}",
        ["parks", _, "projects", var project, "investments", _] => $"/projects/{project}?tab=investment",
        ["parks", _, "projects", var project, "visits", _] => $"/projects/{project}?tab=visits",
        ["parks", _, "projects", var project, "lists", _] => $"/projects/{project}?tab=issues",
        ["parks", _, "projects", var project] => $"/projects/{project}",
        ["parks", _] => "/board",
        _ => null,
    };
}
