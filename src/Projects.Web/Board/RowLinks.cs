namespace Projects.Web.Board;

/// <summary>Where the rows behind a number are. Names and values are those of the ledger page's address.</summary>
public static class RowLinks
{
    public static string Issue(ProjectCode project, IssueNumber number) => $"/projects/{Uri.EscapeDataString(project.Value)}/issues/{Uri.EscapeDataString(number.Value)}";

    public static string Project(ProjectCode project) => $"/projects/{Uri.EscapeDataString(project.Value)}";

    /// <summary>The projects of one light with the reasons for it.</summary>
    public static string Projects(Light light) => $"/board?light={light}#projects";

    public static string Ledger(params ReadOnlySpan<(string Name, object Value)> conditions)
    {
        var query = new List<string>();
        foreach (var (name, value) in conditions)
            query.Add($"{name}={Uri.EscapeDataString(value is bool flag ? flag ? "true" : "false" : value.ToString()!)}");
        return "/ledger?" + string.Join('&', query);
    }
}
