namespace Projects;

/// <summary>
/// The light of a project on a day, by Yinchuan's published rule (DOMAIN 5): a start missed is yellow, missed for three months
/// running red; investment behind its time by 10 to 30 percentage points is yellow, by more red. Both limits are the park's policy.
/// </summary>
public static class ProjectLight
{
    /// <summary>The worst of its starts, investment (形象进度), milestones and issues; green when nothing can be told.</summary>
    /// <param name="project">A project loaded without its issues is judged without them.</param>
    public static Light Of(Project project, DateOnly day, Policy policy, WorkCalendar calendar) => Worst(
    [
        .. StartsOf(project, day, policy).Select(start => start.Light),
        OfProgress(InvestmentFigures.Of(project.Investment, InvestmentBasis.Works, day).Ahead, policy),
        .. project.Milestones.Values.Select(milestone => (Light?)MilestoneLight.Of(milestone, day, policy, calendar)),
        .. project.Issues.Values.Select(issue => IssueLight.Of(issue, day, policy, calendar)),
    ]) ?? Light.Green;

    /// <summary>The worst of them; null when none is lit.</summary>
    public static Light? Worst(IEnumerable<Light?> lights) => lights.Max();

    /// <summary>Null when no start was agreed.</summary>
    /// <param name="planned">The last day on which a start is in time.</param>
    /// <param name="isStarted">A start that came late is a start: what is missed is over.</param>
    public static Light? OfStart(DateOnly? planned, bool isStarted, DateOnly day, Policy policy)
    {
        if (planned is not { } due) return null;
        if (isStarted || day <= due) return Light.Green;
        return day >= due.AddMonths(policy.StartMissedRedMonths) ? Light.Red : Light.Yellow;
    }

    /// <summary>Null when there is no plan to be behind of.</summary>
    /// <param name="ahead">进度差, unrounded; negative is behind.</param>
    public static Light? OfProgress(PercentPoints? ahead, Policy policy)
    {
        if (ahead is not { } difference) return null;
        var behind = -difference.Value;
        if (behind > policy.ProgressRedPoints) return Light.Red;
        return behind >= policy.ProgressYellowPoints && behind > 0 ? Light.Yellow : Light.Green;
    }

    /// <summary>
    /// Of the milestones that stand for a start of construction 开工: by convention their code is <c>start</c>, or ends in
    /// <c>-start</c> where there are several.
    /// </summary>
    internal static IEnumerable<(Milestone Milestone, Light? Light)> StartsOf(Project project, DateOnly day, Policy policy) => project.Milestones.Values
        .Where(milestone => milestone.Code.Value is "start" || milestone.Code.Value.EndsWith("-start", StringComparison.Ordinal))
        .Select(milestone => (milestone, OfStart(milestone.Baseline, HasStarted(project, milestone), day, policy)));

    private static bool HasStarted(Project project, Milestone start) => start.State is not MilestoneState.Planned
        || (start.Phase is { } code && project.Phases.TryGetValue(code, out var phase)
            && StagePath.PlaceOf(project.Kind, phase.Stage) >= StagePath.PlaceOf(project.Kind, Stage.Started) && StagePath.PlaceOf(project.Kind, Stage.Started) >= 0);
}
