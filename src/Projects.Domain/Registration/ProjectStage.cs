namespace Projects;

/// <summary>Where a project stands: the stage of its most advanced phase, and who lags (DOMAIN 5).</summary>
/// <param name="Stage">Of <paramref name="Leader"/>.</param>
/// <param name="Leader">The phase furthest on; the first by code among equals.</param>
/// <param name="Laggard">The phase furthest behind; null when none is behind the leader.</param>
public sealed record ProjectStage(Stage Stage, Phase Leader, Phase? Laggard)
{
    /// <summary>
    /// A phase standing aside (停工, 终止) neither leads nor lags while another is at work; when none is, the project is
    /// suspended as long as one phase may still be resumed. Null without phases: a campaign, or a project just registered.
    /// </summary>
    public static ProjectStage? Of(Project project) => Of(project.Kind, project.Phases.Values);

    /// <inheritdoc cref="Of(Project)"/>
    public static ProjectStage? Of(ProjectKind kind, IEnumerable<Phase> phases)
    {
        var byPlace = phases.OrderBy(phase => phase.Code).ToLookup(phase => phase.Stage is not (Stage.Suspended or Stage.Terminated));
        var leader = byPlace[true].MaxBy(phase => StagePath.PlaceOf(kind, phase.Stage))
            ?? byPlace[false].MinBy(phase => phase.Stage);
        if (leader is null)
            return null;
        var laggard = byPlace[true].MinBy(phase => StagePath.PlaceOf(kind, phase.Stage));
        return new(leader.Stage, leader, laggard is null || laggard.Stage == leader.Stage ? null : laggard);
    }
}
