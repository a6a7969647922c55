using Projects.Storage;

namespace Projects.Grains;

/// <summary>A caller's view of their park: what a door may show them.</summary>
public sealed record Insight(Park Park, Actor Actor, DateOnly Today, WorkCalendar Calendar)
{
    /// <summary>How far the caller reads now, whatever time they look back to.</summary>
    public Reach Reach { get; private init; } = Park.ReachOf(Actor);

    /// <summary>The park's projects as they stood at the time that is looked back to; null when the present is seen.</summary>
    public PastPark? Past { get; private init; }

    /// <summary>The same caller's view of the park as it stood: by the policy, calendar, labels and names of then, on that day.</summary>
    /// <param name="then">The park as it was known then.</param>
    public Insight LookingBack(Park then, WorkCalendar calendar, PastPark past) =>
        this with { Park = then, Calendar = calendar, Today = past.At.Effective, Past = past };

    /// <summary>Whether the caller holds the role today, in their own right or lent.</summary>
    public bool Holds(Role role) => Actor.Capacities.Any(capacity => capacity.Role == role);

    public bool Reaches(Particulars? project) => Reach.Covers(project);

    /// <summary>The matter the rules are asked about when a door shows what this caller may do with a project now.</summary>
    public Matter MatterOf(Project project) =>
        new(project, new Stamp(Actor, BusinessDay.StartOf(Today).AddHours(12), Today, Today, ""), Park, Calendar);

    /// <summary>The same for one issue: the project as far as that issue's actions need it.</summary>
    public Matter MatterOf(ProjectId project, IssueSight sight) => MatterOf(Project.Unknown(project) with
    {
        Version = sight.Issue.Version,
        Particulars = sight.Project,
        Lists = Project.Unknown(project).Lists.Add(sight.List.Code, sight.List),
        Issues = Project.Unknown(project).Issues.Add(sight.Issue.Number, sight.Issue),
    });
}
