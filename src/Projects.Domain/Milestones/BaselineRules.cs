namespace Projects;

/// <summary>The agreed day moves only by approval, and every version is kept (DOMAIN 5). Once it is reported done, nothing is agreed anew.</summary>
internal static class BaselineRules
{
    public static Way MayRequest(Matter matter, Milestone milestone) =>
        MilestoneRights.Reporter(matter).Unless(() => milestone.State is MilestoneState.Planned ? null : MilestoneProgress.Wrong(milestone));

    public static Decision Request(Matter matter, Milestone milestone, RequestBaselineChange command)
    {
        var check = new FieldCheck();
        var requested = new BaselineChangeRequested(milestone.Code, command.Baseline, check.Reason("reason", command.Reason));
        check.Plausible("baseline_date", command.Baseline);
        return MayRequest(matter, milestone).Then(capacity => milestone.Proposal switch
        {
            _ when check.Refusal is { } fault => Matter.No(fault),
            { } pending when (pending.Baseline, pending.Reason) == (requested.Baseline, requested.Reason) => Matter.Already,
            { } pending => Matter.No(new BaselineChangePending(milestone.Code, pending.Baseline)),
            null when milestone.Baseline == command.Baseline => Matter.Already,
            _ => matter.Yes(capacity, requested),
        });
    }

    public static Way MayDecide(Matter matter, Milestone milestone) =>
        MilestoneRights.Judge(matter, milestone, MilestoneRights.BaselineDeciders, milestone.Proposal?.By, MilestoneDuty.Applicant)
            .Unless(() => milestone.Proposal is null ? new NoBaselineChangePending(milestone.Code) : null)
            .Unless(() => milestone.State is MilestoneState.Planned ? null : MilestoneProgress.Wrong(milestone));

    public static Decision Judge(Matter matter, Milestone milestone, DecideBaselineChange command)
    {
        if (milestone is { Proposal: null, Decided: { } last } && last.Approved == command.Approve && last.By.Person == matter.Stamp.Actor.Person)
            return Matter.Already;
        var check = new FieldCheck();
        var reason = command.Approve ? check.Optional("reason", command.Reason, FieldCheck.Statement) : check.Reason("reason", command.Reason);
        return MayDecide(matter, milestone)
            .Unless(() => check.Refusal)
            .Then(capacity => matter.Yes(capacity, new BaselineChangeDecided(milestone.Code, command.Approve, milestone.Proposal!.Baseline, reason)));
    }
}
