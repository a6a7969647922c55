using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// Everything one week's report is made from: a park and its projects as they stood at the end of a week. Figures are counted here, so that the report,
/// its comparison with the last one and its corrections count alike. Pure.
/// </summary>
public sealed class WeekBook
{
    /// <param name="projects">As of the week's last day, by what was known at some instant; those that did not exist yet are passed over.</param>
    public WeekBook(Park park, IEnumerable<Project> projects, ReportWeek week, WorkCalendar calendar)
    {
        (Park, Week, Calendar) = (park, week, calendar);
        Projects = [.. projects.Where(project => project.Exists).OrderBy(project => project.Id.Code)];
        Issues =
        [
            .. from project in Projects
               from issue in project.Issues.Values
               let list = project.Lists[issue.List]
               let facts = IssueFacts.Of(project.Id.Code, issue, list)
               select new WeekIssue(project, list, issue, facts, IssueLight.Of(facts, week.Last, park.Policy, calendar)),
        ];
        InBooks = Issues.RemoveAll(issue => !issue.Facts.State.IsInBooks());
    }

    public Park Park { get; }
    public ReportWeek Week { get; }
    public WorkCalendar Calendar { get; }

    /// <summary>By code, campaigns included.</summary>
    public ImmutableArray<Project> Projects { get; }

    /// <summary>Projects that are built or brought back to work: no campaigns.</summary>
    public IEnumerable<Project> Works => Projects.Where(project => project.Kind is not ProjectKind.Campaign);

    /// <summary>By project and number, drafts and void ones included.</summary>
    public ImmutableArray<WeekIssue> Issues { get; }

    /// <summary>Registered and not void.</summary>
    public ImmutableArray<WeekIssue> InBooks { get; }

    public ImmutableArray<LightReason> ReasonsOf(Project project) => ProjectLight.ReasonsOf(project, Week.Last, Park.Policy, Calendar);

    public Light LightOf(Project project) => ProjectLight.Of(project, Week.Last, Park.Policy, Calendar);

    public string NameOf(PersonId? person) => person is { } known ? Park.NameOf(known) : "";

    public string NameOf(UnitCode? unit) => unit is { } known ? Park.NameOf(known) : "";

    public static string RowOf(Project project) => ResourceName.Of(project.Id);

    public static string RowOf(Project project, Milestone milestone) => ResourceName.Of(project.Id, milestone.Code);

    /// <summary>The issues counted.</summary>
    public static ReportFigure Count(string id, Text name, IEnumerable<WeekIssue> issues) => ReportFigure.Count(id, name, issues.Select(issue => issue.Row));

    /// <inheritdoc cref="Count(string, Text, IEnumerable{WeekIssue})"/>
    public static ReportFigure Count(string id, Text name, IEnumerable<Project> projects) => ReportFigure.Count(id, name, projects.Select(RowOf));
}

/// <summary>An issue as it stood at the end of the week, and what happened to it in the week.</summary>
/// <param name="Light">Null when it is not in the books.</param>
public sealed record WeekIssue(Project Project, IssueList List, Issue Issue, IssueFacts Facts, Light? Light)
{
    /// <summary>Its resource name.</summary>
    public string Row { get; } = ResourceName.Of(Project.Id, Issue.Number);

    public bool IsOpen => Facts.IsOpen;

    public bool IsOverdueAt(ReportWeek week) => Facts.IsOverdueOn(week.Last);

    /// <summary>Fell overdue in the week: its due date passed within it.</summary>
    public bool FellOverdueIn(ReportWeek week) => IsOverdueAt(week) && Facts.CurrentDue >= week.First.AddDays(-1);

    public bool RegisteredIn(ReportWeek week) => week.Contains(Issue.RegisteredOn);

    public bool ClosedIn(ReportWeek week) => Issue.Rounds.Any(round => week.Contains(round.ClosedOn));

    public bool ReturnedIn(ReportWeek week) => Issue.Rounds.Any(round => round.Requests.Any(request => request.Outcome is ClosureOutcome.Returned && week.Contains(request.OutcomeOn)));

    public bool ExtendedIn(ReportWeek week) => Issue.Extensions.Any(extension => extension.Granted is true && week.Contains(extension.DecidedOn));

    public bool ReopenedIn(ReportWeek week) => Issue.Rounds.Any(round => round.Cause is not null && week.Contains(round.OpenedOn));

    public bool UrgedIn(ReportWeek week) => Issue.Urgings.Any(notice => week.Contains(notice.On));

    /// <summary>What was reported of the present round in the week; null when nothing was.</summary>
    public ProgressEntry? ProgressIn(ReportWeek week) => Issue.Round?.Progress.LastOrDefault(entry => week.Contains(entry.On));

    /// <summary>The difficulty last reported in the present round; null when the last report names none.</summary>
    public string? Difficulty => Issue.Round?.Progress is [.., { Difficulty: { Length: > 0 } said }] ? said : null;
}
