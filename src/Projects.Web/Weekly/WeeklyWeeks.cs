using System.Globalization;

namespace Projects.Web.Weekly;

/// <summary>Which week a page's address names.</summary>
internal static class WeeklyWeeks
{
    /// <summary>The week that ends on this day; null when the day is none, no cut-off's, or the week is not over.</summary>
    public static ReportWeek? Read(string? last, DateTimeOffset now) =>
        DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && ReportWeek.IsCutOffDay(day) && new ReportWeek(day).CutOff <= now
            ? new ReportWeek(day)
            : null;

    /// <summary>Where a row of a figure is found on the pages; null for what has no page of its own.</summary>
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
