using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>Which issues of a park; every field given must fit, one left alone fits all.</summary>
/// <param name="Text">Every word of it stands in number, description, category, source, goal or remark; case and full width do not matter.</param>
/// <param name="Open">Only open ones, or only those that are not.</param>
/// <param name="Overdue">Only those open and past their current due date, or only the others.</param>
/// <param name="Drafts">Whether drafts are shown too.</param>
public sealed record IssueFilter(
    ProjectCode? Project = null,
    ListCode? List = null,
    ImmutableArray<Tier> Tiers = default,
    ImmutableArray<IssueState> States = default,
    ImmutableArray<Light> Lights = default,
    ImmutableArray<Grade> Grades = default,
    UnitCode? Unit = null,
    PersonId? Leader = null,
    bool? Open = null,
    bool? Overdue = null,
    string? Text = null,
    bool Drafts = false)
{
    /// <summary>Only of these projects: those the reader may see. Empty for all.</summary>
    public ImmutableArray<ProjectCode> Within { get; init; } = [];

    /// <summary>Only what waits for one of these; null for all, empty for none.</summary>
    public ImmutableArray<BallInCourt>? Balls { get; init; }

    /// <summary>Only of these root causes; empty for all.</summary>
    public ImmutableArray<RootCause> Causes { get; init; } = [];

    /// <summary>Only those with an extension that waits for its decision, or only the others.</summary>
    public bool? ExtensionPending { get; init; }

    /// <summary>Only those registered in these days, those void by now among them.</summary>
    public DaySpan? Registered { get; init; }

    /// <summary>Only those whose last closing fell in these days; one reopened since is among them.</summary>
    public DaySpan? Closed { get; init; }

    /// <summary>Only those of which something happened after this day, drafts begun since among them.</summary>
    public DateOnly? MovedAfter { get; init; }

    /// <summary>Only those behind one number of a rate.</summary>
    public RateRows? Rate { get; init; }

    /// <summary>It asks nothing but what <see cref="IssueTotalTable"/> tells apart. A field that is not named here is not told.</summary>
    internal bool IsOfTotals => this with
    {
        Tiers = [], States = [], Lights = [], Grades = [], Unit = null, Open = null, Overdue = null, Drafts = false,
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text,
        Within = Within.IsEmpty ? [] : Within,
        Causes = Causes.IsEmpty ? [] : Causes,
    } == new IssueFilter();

    public ImmutableArray<Tier> Tiers { get; init; } = Tiers.IsDefault ? [] : Tiers;
    public ImmutableArray<IssueState> States { get; init; } = States.IsDefault ? [] : States;
    public ImmutableArray<Light> Lights { get; init; } = Lights.IsDefault ? [] : Lights;
    public ImmutableArray<Grade> Grades { get; init; } = Grades.IsDefault ? [] : Grades;
}

/// <summary>The day lights are seen on, and the last due date that is yellow on it.</summary>
public readonly record struct LightDays(DateOnly Day, DateOnly YellowThrough)
{
    public static LightDays Of(DateOnly day, Policy policy, WorkCalendar calendar) => new(day, IssueLight.YellowThrough(day, policy, calendar));

    /// <summary>The same light as <see cref="IssueLight"/> gives.</summary>
    public Light? Of(in IssueFacts issue) => LightBand.Of(issue, this).Light;
}

/// <summary>The orders of a page; ties go by project and number.</summary>
public enum IssueOrder
{
    /// <summary>Current due date, issues without one last.</summary>
    Due,
    Number,

    /// <summary>Red, yellow, green, none; within a light by due date.</summary>
    Light,
}

/// <summary>What issues may be counted by.</summary>
public enum IssueGrouping
{
    Unit,
    List,
    Project,
    State,
    Cause,
    Light,
}

/// <summary>The issues of one group, counted.</summary>
/// <param name="Key">The unit's, list's or project's code, or the member's name; null where there is no unit or light.</param>
/// <param name="Project">The project a list belongs to; null in other groupings.</param>
/// <param name="Name">A list's or project's name; null in other groupings.</param>
/// <param name="Red">Of them, open and past their due date.</param>
/// <param name="Yellow">Of them, open and near it.</param>
public sealed record IssueGroup(string? Key, ProjectCode? Project, string? Name, int Issues, int Red, int Yellow);

/// <summary>A page of issues.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record IssuePage(ImmutableArray<IssueRow> Rows, IssuePlace? Next);

/// <summary>
/// A place between two rows: the last row shown, by its own keys. Rows that come, go or move do not shift it, so no other row is
/// shown twice or left out.
/// </summary>
public sealed record IssuePlace(Light? Light, DateOnly Due, ProjectCode Project, IssueNumber Number)
{
    internal static IssuePlace Of(IssueRow row, LightDays days) => new(days.Of(row.Facts), row.DueOrder, row.Facts.Project, row.Number);

    /// <summary>For a page token: light, due date, project and number.</summary>
    public override string ToString() => $"{Light?.ToString() ?? "-"}/{SqliteText.Of(Due)}/{Project}/{Number}";

    public static bool TryParse(string? text, out IssuePlace? place)
    {
        place = null;
        if (text?.Split('/') is not [var light, var due, { Length: > 0 } project, { Length: > 0 } number]) return false;
        if (!DateOnly.TryParseExact(due, "yyyy-MM-dd", out var day)) return false;
        if (!Enum.TryParse<Light>(light, out var shown) && light != "-") return false;
        place = new(light == "-" ? null : shown, day, ProjectCode.Of(project), IssueNumber.Of(number));
        return true;
    }
}
