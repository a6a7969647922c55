using System.Collections.Immutable;

namespace Projects.Host.Gateway;

/// <summary>Orders about milestones, from the wire to the domain.</summary>
internal static class MilestoneCommandsFromWire
{
    public static PlanMilestone ToCommand(this V1.CreateMilestoneRequest r, ProjectId project, WireFields fields)
    {
        var planned = fields.Given(r.Milestone, "milestone");
        return new(
            MilestoneCode.Of(fields.NewId(r.MilestoneId, "milestone_id")),
            planned.DisplayName,
            fields.PhaseOf(project, planned.Phase, "milestone.phase"),
            fields.RequiredDay(planned.BaselineDate, "milestone.baseline_date"),
            [.. planned.Predecessors.Select((name, place) => fields.MilestoneOf(project, name, $"milestone.predecessors[{place}]"))]);
    }

    public static BackSchedule ToCommand(this V1.BackScheduleMilestonesRequest r, ProjectId project, WireFields fields) => new(
        fields.PhaseOf(project, r.Phase, "phase"),
        fields.RequiredDay(r.ProductionDate, "production_date"),
        [.. r.Steps.Select((step, place) => StepOf(step, place, fields))]);

    public static ForecastMilestone ToCommand(this V1.ForecastMilestoneRequest r, MilestoneCode milestone, WireFields fields) =>
        new(milestone, fields.RequiredDay(r.ForecastDate, "forecast_date"), r.Reason);

    public static RequestBaselineChange ToCommand(this V1.RequestBaselineChangeRequest r, MilestoneCode milestone, WireFields fields) =>
        new(milestone, fields.RequiredDay(r.BaselineDate, "baseline_date"), r.Reason);

    public static DecideBaselineChange ToCommand(this V1.DecideBaselineChangeRequest r, MilestoneCode milestone, WireFields fields) =>
        new(milestone, r.Approve, r.Reason);

    /// <param name="evidence">Digests of files the park's store holds.</param>
    public static ReportMilestone ToCommand(this V1.ReportMilestoneRequest r, MilestoneCode milestone, ImmutableArray<string> evidence, WireFields fields) =>
        new(milestone, fields.RequiredDay(r.ActualDate, "actual_date"), evidence, r.Note);

    public static VerifyMilestone ToCommand(this V1.VerifyMilestoneRequest r, MilestoneCode milestone, WireFields fields) => new(milestone, r.Note);

    public static RejectMilestone ToCommand(this V1.RejectMilestoneRequest r, MilestoneCode milestone, WireFields fields) => new(milestone, r.Reason);

    /// <summary>The first step's time is not used; every other step must say how long it takes.</summary>
    private static BackScheduleStep StepOf(V1.BackScheduleStep step, int place, WireFields fields)
    {
        var field = $"steps[{place}].duration";
        var takes = fields.DayCount(place == 0 ? step.Duration : fields.Given(step.Duration, field), field);
        return new(MilestoneCode.Of(fields.NewId(step.MilestoneId, $"steps[{place}].milestone_id")), step.DisplayName, takes ?? default);
    }
}
