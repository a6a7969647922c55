using System.Collections.Immutable;

namespace Projects;

/// <summary>The rules of milestones 节点 (DOMAIN 5): PLANNED → REPORTED → VERIFIED, and the agreed day that moves only by approval.</summary>
internal static class MilestoneRules
{
    public static Decision Decide(Matter matter, ProjectCommand command) => command switch
    {
        PlanMilestone c => matter.InOneOf(MilestoneRights.Planners, capacity => MilestonePlanning.Plan(matter, c, capacity)),
        BackSchedule c => matter.InOneOf(MilestoneRights.Planners, capacity => MilestonePlanning.BackSchedule(matter, c, capacity)),
        MilestoneCommand c when matter.Project.Milestones.TryGetValue(c.Milestone, out var milestone) => Decide(matter, milestone, c),
        MilestoneCommand c => Matter.No(new NotFound("milestone", c.Milestone.Value)),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    };

    private static Decision Decide(Matter matter, Milestone milestone, MilestoneCommand command)
    {
        if (Matter.StaleWhen(command, milestone.Version) is { } stale)
            return Matter.No(stale);
        return command switch
        {
            ForecastMilestone c => MilestoneProgress.Forecast(matter, milestone, c),
            ReportMilestone c => MilestoneProgress.Report(matter, milestone, c),
            VerifyMilestone c => MilestoneProgress.Verify(matter, milestone, c),
            RejectMilestone c => MilestoneProgress.Reject(matter, milestone, c),
            RequestBaselineChange c => BaselineRules.Request(matter, milestone, c),
            DecideBaselineChange c => BaselineRules.Judge(matter, milestone, c),
            _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
        };
    }
}
