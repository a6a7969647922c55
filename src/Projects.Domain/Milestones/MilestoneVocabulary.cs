using System.Collections.Immutable;

namespace Projects;

/// <summary>An order about a milestone 节点 of the project.</summary>
public abstract record MilestoneCommand(MilestoneCode Milestone) : ProjectCommand;

/// <summary>Plans a milestone.</summary>
/// <param name="Phase">The phase it belongs to; null for the whole project.</param>
/// <param name="Baseline">The agreed day; from now on changed only by approval.</param>
/// <param name="Predecessors">Milestones that must be verified before this one may be reported.</param>
public sealed record PlanMilestone(MilestoneCode Milestone, string Name, PhaseCode? Phase, DateOnly Baseline, ImmutableArray<MilestoneCode> Predecessors)
    : MilestoneCommand(Milestone);

/// <summary>倒排工期: plans a chain of milestones back from the last one's day.</summary>
/// <param name="Production">The day of the last step.</param>
/// <param name="Steps">In order of work; each waits for the one before it.</param>
public sealed record BackSchedule(PhaseCode? Phase, DateOnly Production, ImmutableArray<BackScheduleStep> Steps) : ProjectCommand;

/// <param name="Takes">Time from the step before to this one; the first step's is not used.</param>
public sealed record BackScheduleStep(MilestoneCode Milestone, string Name, DayCount Takes);

/// <summary>Says when it is now expected; free, the reason is kept.</summary>
public sealed record ForecastMilestone(MilestoneCode Milestone, DateOnly Forecast, string Reason) : MilestoneCommand(Milestone);

public sealed record RequestBaselineChange(MilestoneCode Milestone, DateOnly Baseline, string Reason) : MilestoneCommand(Milestone);

/// <summary>Approves or declines the pending change of baseline; never by the person who asked.</summary>
public sealed record DecideBaselineChange(MilestoneCode Milestone, bool Approve, string? Reason = null) : MilestoneCommand(Milestone);

/// <summary>Reports it done on a day, with evidence.</summary>
/// <param name="Evidence">Digests of the files that show it; at least one.</param>
public sealed record ReportMilestone(MilestoneCode Milestone, DateOnly Actual, ImmutableArray<string> Evidence, string? Note = null) : MilestoneCommand(Milestone);

/// <summary>Confirms the report; by someone other than its reporter.</summary>
public sealed record VerifyMilestone(MilestoneCode Milestone, string? Note = null) : MilestoneCommand(Milestone);

/// <summary>Sends the report back: the milestone is planned again.</summary>
public sealed record RejectMilestone(MilestoneCode Milestone, string Reason) : MilestoneCommand(Milestone);

/// <summary>Anything that happened to a milestone.</summary>
public abstract record MilestoneEvent(MilestoneCode Milestone) : ProjectEvent;

[JournalName("milestone.planned")]
public sealed record MilestonePlanned(MilestoneCode Milestone, string Name, PhaseCode? Phase, DateOnly Baseline, ImmutableArray<MilestoneCode> Predecessors)
    : MilestoneEvent(Milestone);

[JournalName("milestone.forecast")]
public sealed record MilestoneForecast(MilestoneCode Milestone, DateOnly Forecast, string Reason) : MilestoneEvent(Milestone);

[JournalName("milestone.baseline-change-requested")]
public sealed record BaselineChangeRequested(MilestoneCode Milestone, DateOnly Baseline, string Reason) : MilestoneEvent(Milestone);

[JournalName("milestone.baseline-change-decided")]
public sealed record BaselineChangeDecided(MilestoneCode Milestone, bool Approved, DateOnly Baseline, string? Reason) : MilestoneEvent(Milestone);

[JournalName("milestone.reported")]
public sealed record MilestoneReported(MilestoneCode Milestone, DateOnly Actual, ImmutableArray<string> Evidence, string? Note) : MilestoneEvent(Milestone);

[JournalName("milestone.verified")]
public sealed record MilestoneVerified(MilestoneCode Milestone, string? Note) : MilestoneEvent(Milestone);

[JournalName("milestone.rejected")]
public sealed record MilestoneRejected(MilestoneCode Milestone, string Reason) : MilestoneEvent(Milestone);
