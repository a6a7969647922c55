using Projects.Web.Layout;
using Projects.Web.Seats;

namespace Projects.Web.Board;

/// <summary>Where the rows behind a number are. Names and values are those of the ledger page's address.</summary>
public static class RowLinks
{
    public static string Issue(ProjectCode project, IssueNumber number) => $"/projects/{Uri.EscapeDataString(project.Value)}/issues/{Uri.EscapeDataString(number.Value)}";

    /// <param name="asOf">The day that is looked back to, as on the page that leads there; null for the present.</param>
    public static string Project(ProjectCode project, DateOnly? asOf = null) => $"/projects/{Uri.EscapeDataString(project.Value)}{(asOf is { } day ? $"?{LookBackBar.Day}={Speech.Day(day)}" : "")}";

    /// <summary>The projects of one light with the reasons for it.</summary>
    /// <inheritdoc cref="Project"/>
    public static string Projects(Light light, DateOnly? asOf) => $"/board?light={light}{(asOf is { } day ? $"&{LookBackBar.Day}={Speech.Day(day)}" : "")}#projects";

    /// <inheritdoc cref="Project"/>
    public static string Ledger(DateOnly? asOf, params ReadOnlySpan<(string Name, object Value)> conditions)
    {
        var query = new List<string>();
        foreach (var (name, value) in conditions)
            query.Add($"{name}={Uri.EscapeDataString(value is bool flag ? flag ? "true" : "false" : value.ToString()!)}");
        if (asOf is { } day)
            query.Add($"{LookBackBar.Day}={Speech.Day(day)}");
        return "/ledger?" + string.Join('&', query);
    }
}
