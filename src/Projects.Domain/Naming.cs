namespace Projects;

/// <summary>
/// What words call the things a refusal is about: a park's labels, the names of its people and units, those of one project's milestones, phases and
/// lists. What has no name here is called by its code.
/// </summary>
public sealed record Naming
{
    private readonly Park? park;
    private readonly Project? project;

    private Naming(Park? park, Project? project, Labels labels) => (this.park, this.project, Labels) = (park, project, labels);

    /// <summary>Where no park is at hand: the platform's own words, and everything by its code.</summary>
    public static Naming Platform { get; } = Of(Labels.Platform);

    public static Naming Of(Labels labels) => new(null, null, labels);

    /// <param name="project">The one that is spoken of; null when none is, or it is not for the reader.</param>
    public static Naming Of(Park park, Project? project = null) => new(park, project, park.Labels);

    public Labels Labels { get; }

    /// <summary>The same park, and this project.</summary>
    public Naming About(Project one) => new(park, one, Labels);

    public string Of(PersonId person) => park?.NameOf(person) ?? person.Value;

    public string Of(UnitCode unit) => park?.NameOf(unit) ?? unit.Value;

    public string Of(MilestoneCode milestone) => project?.Milestones.GetValueOrDefault(milestone)?.Name ?? milestone.Value;

    public string Of(PhaseCode phase) => project?.Phases.GetValueOrDefault(phase)?.Name ?? phase.Value;

    public string Of(ListCode list) => project?.Lists.GetValueOrDefault(list)?.Particulars.Name ?? list.Value;
}
