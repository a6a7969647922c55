using Projects.Web.Layout;

namespace Projects.Web.Board;

/// <summary>Where the rows behind a number are. Names and values are those of the ledger page's address.</summary>
public static class RowLinks
{
    public static string Issue(ProjectCode project, IssueNumber number) => $"/projects/{Uri.EscapeDataString(project.Value)}/issues/{Uri.EscapeDataString(number.Value)}";

    /// <param name="past">The days that are looked back to, as on the page that leads there.</param>
    /// <param name="tab">A section of its card; empty for the first.</param>
    public static string Project(ProjectCode project, PastDays past = default, string tab = "") => $"/projects/{Uri.EscapeDataString(project.Value)}{Query(past, ("tab", tab))}";

    /// <summary>The projects of one light with the reasons for it.</summary>
    /// <inheritdoc cref="Project"/>
    public static string Projects(Light light, PastDays past) => $"/board{Query(past, ("light", light))}#projects";

    /// <inheritdoc cref="Project"/>
    public static string Ledger(PastDays past, params ReadOnlySpan<(string Name, object Value)> conditions) => $"/ledger{Query(past, conditions)}";

    private static string Query(PastDays past, params ReadOnlySpan<(string Name, object Value)> conditions)
    {
        var query = new List<string>();
        foreach (var (name, value) in conditions)
            if ((value is bool flag ? flag ? "true" : "false" : value.ToString()!) is { Length: > 0 } said)
                query.Add($"{name}={Uri.EscapeDataString(said)}");
        query.AddRange(past.Said().Where(day => day.Value is not null).Select(day => $"{day.Key}={day.Value}"));
        return query.Count == 0 ? "" : "?" + string.Join('&', query);
    }
}
