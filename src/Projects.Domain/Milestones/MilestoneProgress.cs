using System.Collections.Immutable;

namespace Projects;

/// <summary>What is expected, what is reported, and that somebody else has looked.</summary>
internal static class MilestoneProgress
{
    public static Way MayForecast(Matter matter, Milestone milestone) =>
        MilestoneRights.Reporter(matter).Unless(() => milestone.State is MilestoneState.Planned ? null : Wrong(milestone));

    public static Decision Forecast(Matter matter, Milestone milestone, ForecastMilestone command)
    {
        var check = new FieldCheck();
        var forecast = new MilestoneForecast(milestone.Code, command.Forecast, check.Reason("reason", command.Reason));
        check.Plausible("forecast_date", command.Forecast);
        check.Require(command.Forecast >= matter.On, "forecast_date", "预计日期不得早于填报日", "must not lie before the day it is forecast on");
        return MayForecast(matter, milestone).Then(capacity => check.Refusal switch
        {
            _ when milestone.Forecasts is [.., var last] && (last.Forecast, last.Reason) == (forecast.Forecast, forecast.Reason) => Matter.Already,
            { } fault => Matter.No(fault),
            _ => matter.Yes(capacity, forecast),
        });
    }

    public static Way MayReport(Matter matter, Milestone milestone) => MilestoneRights.Reporter(matter)
        .Unless(() => milestone.State is MilestoneState.Planned ? null : Wrong(milestone))
        .Unless(() => OpenPredecessors(matter.Project, milestone) is { IsEmpty: false } open ? new PredecessorsOpen(milestone.Code, open) : null);

    public static Decision Report(Matter matter, Milestone milestone, ReportMilestone command)
    {
        ImmutableArray<string> evidence = command.Evidence.IsDefault ? [] : [.. command.Evidence.Distinct(StringComparer.Ordinal)];
        if (milestone.State is not MilestoneState.Planned && milestone.Actual == command.Actual && milestone.Evidence.SequenceEqual(evidence))
            return MilestoneRights.Reporter(matter).Then(_ => Matter.Already);
        var check = new FieldCheck();
        check.Past("actual_date", command.Actual, matter.Today);
        check.Plausible("actual_date", command.Actual);
        check.Require(evidence.Length <= FieldCheck.Items, "evidence", $"不得超过{FieldCheck.Items}份", $"must not exceed {FieldCheck.Items} files");
        foreach (var digest in evidence.Take(FieldCheck.Items))
            check.Digest("evidence", digest);
        var reported = new MilestoneReported(milestone.Code, command.Actual, evidence, check.Optional("note", command.Note, FieldCheck.Statement));
        return MayReport(matter, milestone)
            .Unless(() => evidence.IsEmpty ? new NoMilestoneEvidence(milestone.Code) : check.Refusal)
            .Then(capacity => matter.Yes(capacity, reported));
    }

    public static Way MayVerify(Matter matter, Milestone milestone) =>
        MilestoneRights.Judge(matter, milestone, MilestoneRights.Verifiers, milestone.ReportedBy, MilestoneDuty.Reporter)
            .Unless(() => milestone.State is MilestoneState.Reported ? null : Wrong(milestone));

    public static Decision Verify(Matter matter, Milestone milestone, VerifyMilestone command)
    {
        var check = new FieldCheck();
        var verified = new MilestoneVerified(milestone.Code, check.Optional("note", command.Note, FieldCheck.Statement));
        if (milestone.State is MilestoneState.Verified && milestone.VerifiedBy?.Person == matter.Stamp.Actor.Person)
            return Matter.Already;
        return MayVerify(matter, milestone).Unless(() => check.Refusal).Then(capacity => matter.Yes(capacity, verified));
    }

    /// <summary>The reporter may send back their own report: that is how a mistaken one is taken back.</summary>
    public static Way MayReject(Matter matter, Milestone milestone) =>
        MilestoneRights.Judge(matter, milestone, MilestoneRights.Verifiers, doneBy: null, MilestoneDuty.Reporter)
            .Unless(() => milestone.State is MilestoneState.Reported ? null : Wrong(milestone));

    public static Decision Reject(Matter matter, Milestone milestone, RejectMilestone command)
    {
        var check = new FieldCheck();
        var rejected = new MilestoneRejected(milestone.Code, check.Reason("reason", command.Reason));
        var right = MilestoneRights.Judge(matter, milestone, MilestoneRights.Verifiers, doneBy: null, MilestoneDuty.Reporter);
        if (right.As is not null && milestone.State is MilestoneState.Planned && milestone.RejectedFor == rejected.Reason)
            return Matter.Already;
        return MayReject(matter, milestone).Unless(() => check.Refusal).Then(capacity => matter.Yes(capacity, rejected));
    }

    public static WrongMilestoneState Wrong(Milestone milestone) => new(milestone.Code, milestone.State, milestone.State switch
    {
        MilestoneState.Planned => ["forecast", "report", "requestBaselineChange"],
        MilestoneState.Reported => ["verify", "reject"],
        _ => [],
    });

    private static ImmutableArray<MilestoneCode> OpenPredecessors(Project project, Milestone milestone) =>
        [.. milestone.Predecessors.Where(code => project.Milestones.GetValueOrDefault(code) is not { State: MilestoneState.Verified })];
}
