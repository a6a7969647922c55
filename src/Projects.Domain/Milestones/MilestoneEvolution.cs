namespace Projects;

public sealed partial record Project
{
    private Project EvolveMilestones(Recorded recorded) => recorded.Event switch
    {
        MilestonePlanned e => this with { Milestones = Milestones.SetItem(e.Milestone, Milestone.Planned(e, recorded)) },
        MilestoneEvent e when Milestones.TryGetValue(e.Milestone, out var milestone) =>
            this with { Milestones = Milestones.SetItem(e.Milestone, milestone.Evolve(e, recorded) with { Version = recorded.Version }) },
        _ => this,
    };
}

public sealed partial record Milestone
{
    internal static Milestone Planned(MilestonePlanned e, Recorded recorded) => new()
    {
        Code = e.Milestone,
        Name = e.Name,
        Phase = e.Phase,
        Predecessors = e.Predecessors,
        Baseline = e.Baseline,
        Baselines = [new BaselineVersion(e.Baseline, recorded.Effective, recorded.By, null)],
        Version = recorded.Version,
    };

    internal Milestone Evolve(MilestoneEvent happened, Recorded recorded) => happened switch
    {
        MilestoneForecast e => this with { Forecast = e.Forecast, Forecasts = Forecasts.Add(new ForecastEntry(e.Forecast, e.Reason, recorded.By, recorded.Effective)) },
        BaselineChangeRequested e => this with { Proposal = new BaselineProposal(e.Baseline, e.Reason, recorded.By, recorded.Effective) },
        BaselineChangeDecided e => Settled(e, recorded),
        MilestoneReported e => this with
        {
            State = MilestoneState.Reported,
            Actual = e.Actual,
            Evidence = e.Evidence,
            ReportedBy = recorded.By,
            ReportedOn = recorded.Effective,
            Note = e.Note,
            RejectedFor = null,
        },
        MilestoneVerified e => this with { State = MilestoneState.Verified, VerifiedBy = recorded.By, VerifiedOn = recorded.Effective, Note = e.Note ?? Note },
        MilestoneRejected e => this with
        {
            State = MilestoneState.Planned,
            Actual = null,
            Evidence = [],
            ReportedBy = null,
            ReportedOn = null,
            Note = null,
            RejectedFor = e.Reason,
        },
        _ => this,
    };

    private Milestone Settled(BaselineChangeDecided e, Recorded recorded)
    {
        var settled = this with { Proposal = null, Decided = new BaselineDecision(e.Approved, e.Baseline, e.Reason, recorded.By, recorded.Effective) };
        return e.Approved
            ? settled with { Baseline = e.Baseline, Baselines = Baselines.Add(new BaselineVersion(e.Baseline, recorded.Effective, recorded.By, Proposal?.Reason ?? e.Reason)) }
            : settled;
    }
}
