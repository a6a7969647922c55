using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// The light of a project on a day, by Yinchuan's published rule (DOMAIN 5): a start missed is yellow, missed for three months
/// running red; investment behind its time by 10 to 30 percentage points is yellow, by more red. Both limits are the park's policy.
/// </summary>
public static class ProjectLight
{
    /// <summary>The worst of its starts, investment (形象进度), milestones and issues; green when nothing can be told.</summary>
    /// <param name="project">A project loaded without its issues is judged without them.</param>
    public static Light Of(Project project, DateOnly day, Policy policy, WorkCalendar calendar) =>
        Worst(ReasonsOf(project, day, policy, calendar)) ?? Light.Green;

    /// <summary>Why it is yellow or red, the worst first; empty when it is green.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<LightReason> ReasonsOf(Project project, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        var lights = project.Issues.Values.Select(issue => IssueLight.Of(issue, day, policy, calendar)).ToList();
        return Sorted(
        [
            .. StartsMissed(project, day, policy),
            .. BehindTime(InvestmentFigures.Of(project.Investment, InvestmentBasis.Works, day).Ahead, policy),
            .. project.Milestones.Values.Select(milestone => OfMilestone(milestone, day, policy, calendar)).OfType<LightReason>(),
            .. IssuesDue(lights.Count(light => light is Light.Red), lights.Count(light => light is Light.Yellow)),
        ]);
    }

    /// <summary>The worst first, in the order given within a light.</summary>
    public static ImmutableArray<LightReason> Sorted(IEnumerable<LightReason> reasons) => [.. reasons.OrderByDescending(reason => reason.Light)];

    /// <summary>Null when there is none.</summary>
    public static Light? Worst(IEnumerable<LightReason> reasons) => Worst(reasons.Select(reason => (Light?)reason.Light));

    /// <summary>What overdue issues and those near their due date say.</summary>
    public static IEnumerable<LightReason> IssuesDue(int overdue, int near)
    {
        if (overdue > 0)
            yield return new LightReason.IssuesDue(Light.Red, overdue);
        if (near > 0)
            yield return new LightReason.IssuesDue(Light.Yellow, near);
    }

    /// <summary>What investment behind its time says.</summary>
    /// <inheritdoc cref="OfProgress" path="/param[@name='ahead']"/>
    public static IEnumerable<LightReason> BehindTime(PercentPoints? ahead, Policy policy) =>
        ahead is { } difference && OfProgress(ahead, policy) is { } light and not Light.Green ? [new LightReason.InvestmentBehind(light, new(-difference.Value))] : [];

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
    private static IEnumerable<LightReason> StartsMissed(Project project, DateOnly day, Policy policy) =>
        from milestone in project.Milestones.Values
        where milestone.Code.Value is "start" || milestone.Code.Value.EndsWith("-start", StringComparison.Ordinal)
        let light = OfStart(milestone.Baseline, HasStarted(project, milestone), day, policy)
        where light is Light.Yellow or Light.Red
        select new LightReason.StartMissed(light.Value, milestone.Name, milestone.Baseline);

    private static LightReason? OfMilestone(Milestone milestone, DateOnly day, Policy policy, WorkCalendar calendar) =>
        MilestoneLight.Of(milestone, day, policy, calendar) is var light and not Light.Green
            ? new LightReason.MilestoneDue(light, milestone.Name, milestone.Baseline, milestone.Forecast)
            : null;

    private static bool HasStarted(Project project, Milestone start) => start.State is not MilestoneState.Planned
        || (start.Phase is { } code && project.Phases.TryGetValue(code, out var phase)
            && StagePath.PlaceOf(project.Kind, phase.Stage) >= StagePath.PlaceOf(project.Kind, Stage.Started) && StagePath.PlaceOf(project.Kind, Stage.Started) >= 0);
}
