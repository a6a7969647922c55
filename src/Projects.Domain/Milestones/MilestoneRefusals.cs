using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in the life of a milestone.</summary>
public abstract record MilestoneRefusal : Refusal;

/// <summary>The milestone's state does not allow the step.</summary>
/// <param name="AllowedNow">The verbs the state allows, whoever may give them.</param>
public sealed record WrongMilestoneState(MilestoneCode Milestone, MilestoneState State, ImmutableArray<string> AllowedNow) : MilestoneRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => AllowedNow;
}

/// <summary>Milestones that come before it are not verified.</summary>
public sealed record PredecessorsOpen(MilestoneCode Milestone, ImmutableArray<MilestoneCode> Open) : MilestoneRefusal
{
    public override Reason Reason => Reason.PredecessorOpen;
}

/// <summary>Nothing is reported done without a file that shows it.</summary>
public sealed record NoMilestoneEvidence(MilestoneCode Milestone) : MilestoneRefusal
{
    public override Reason Reason => Reason.NoEvidence;
    public override ImmutableArray<FieldFault> Fields => [new("evidence", new Text("请上传至少一份佐证", "name at least one file that shows it"))];
}

/// <summary>What a person did with a milestone that keeps them from judging it.</summary>
public enum MilestoneDuty
{
    /// <summary>Reported it done.</summary>
    Reporter,

    /// <summary>Asked for the change of baseline.</summary>
    Applicant,
}

/// <summary>The person judges what they did, or what was done in their place (SEPARATION_OF_DUTIES).</summary>
public sealed record MilestoneDutiesNotSeparate(MilestoneCode Milestone, PersonId Person, MilestoneDuty Duty) : MilestoneRefusal
{
    public override Reason Reason => Reason.SeparationOfDuties;
}

/// <summary>Another change of baseline waits for its decision; there is one at a time.</summary>
public sealed record BaselineChangePending(MilestoneCode Milestone, DateOnly Proposed) : MilestoneRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => ["decideBaselineChange"];
}

/// <summary>No change of baseline waits for a decision.</summary>
public sealed record NoBaselineChangePending(MilestoneCode Milestone) : MilestoneRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => ["requestBaselineChange"];
}
