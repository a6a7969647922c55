namespace Projects.Web.Issues;

/// <summary>Where an issue is found.</summary>
public static class IssueLinks
{
    public static string To(ProjectCode project, IssueNumber number) => $"/projects/{project}/issues/{Uri.EscapeDataString(number.Value)}";

    /// <summary>The issue with the form of a verb open.</summary>
    public static string To(ProjectCode project, IssueNumber number, string verb) => $"{To(project, number)}?do={verb}";

    public static string ClosureSheet(ProjectCode project, IssueNumber number) => $"{To(project, number)}/closure-sheet";

    public static string New(ProjectCode project, ListCode? list = null) => $"/projects/{project}/issues/new{(list is { } known ? $"?list={known}" : "")}";
}
