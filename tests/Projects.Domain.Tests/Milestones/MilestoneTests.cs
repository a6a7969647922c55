using CsCheck;

namespace Projects.Domain.Tests.Milestones;

/// <summary>节点: three dates, predecessors first, and somebody else's eyes (DOMAIN 5).</summary>
public sealed class MilestoneTests
{
    private static readonly MilestoneCode Start = new("start");
    private static readonly MilestoneCode Civil = new("civil");
    private static readonly DateOnly Baseline = new(2023, 10, 20);
    private static readonly string Paper = new('a', 64);

    private readonly Told told = Told.AProject()
        .Did("officer", new AddPhase(new("p1"), "首期", null))
        .Did("officer", new PlanMilestone(Start, "开工", new("p1"), Baseline, []))
        .Did("officer", new PlanMilestone(Civil, "土建", null, Baseline.AddDays(30), [Start]));

    private static ReportMilestone Report(MilestoneCode code) => new(code, Told.Monday, [Paper]);

    [Fact]
    public void A_milestone_is_planned_once_after_what_is_there()
    {
        told.AlreadySo("officer", new PlanMilestone(Civil, " 土建", null, Baseline.AddDays(30), [Start]));
        told.Refused<NameTaken>("officer", new PlanMilestone(Civil, "土建", null, Baseline, [Start]));
        told.Refused<NotFound>("officer", new PlanMilestone(new("x"), "x", new("p9"), Baseline, []));
        told.Refused<NotFound>("officer", new PlanMilestone(new("x"), "x", null, Baseline, [new("y")]));
        told.Refused<InvalidFields>("officer", new PlanMilestone(new("x"), "x", null, Baseline, [new("x")]));
        told.Refused<InvalidFields>("officer", new PlanMilestone(new("x"), "", null, default, [Start, Start]));
        told.Refused<RoleMissing>("head", new PlanMilestone(new("x"), "x", null, Baseline, []));
        told.Refused<NotFound>("officer", Report(new("x")));
        told.Refused<ChangedMeanwhile>("officer", Report(Start) with { Expected = 1 });
    }

    [Fact]
    public void Back_scheduling_counts_from_the_day_of_production()
    {
        var chain = new BackSchedule(null, new(2024, 2, 7),
        [
            new(new("a"), "设备到货", DayCount.Working(99)), new(new("b"), "安装", DayCount.Calendar(10)), new(new("c"), "投产", DayCount.Working(5)),
        ]);
        told.Did("officer", chain);
        told.AlreadySo("officer", chain);
        // 5 working days from 2024-02-01 end on 2024-02-07, a Sunday made up among them (DOMAIN 5).
        Assert.Equal([new(2024, 1, 22), new(2024, 2, 1), new(2024, 2, 7)], new[] { "a", "b", "c" }.Select(code => told.Project.Milestones[new(code)].Baseline));
        Assert.Equal([new MilestoneCode("b")], told.Project.Milestones[new("c")].Predecessors);
        told.Refused<NameTaken>("officer", chain with { Production = new(2024, 2, 8) });
        told.Refused<InvalidFields>("officer", chain with { Steps = [] });
        told.Refused<InvalidFields>("officer", chain with { Steps = [chain.Steps[0], chain.Steps[0]] });
        told.Refused<InvalidFields>("officer", chain with { Steps = [new(new("d"), "d", default), new(new("e"), "e", DayCount.Calendar(3661))] });
    }

    [Fact]
    public void A_forecast_keeps_its_reason_and_moves_no_baseline()
    {
        told.Refused<ReasonMissing>("officer", new ForecastMilestone(Start, Baseline, ""));
        told.Refused<InvalidFields>("officer", new ForecastMilestone(Start, Told.Monday.AddDays(-1), "x"));
        told.Refused<RoleMissing>("planning-handler", new ForecastMilestone(Start, Baseline, "x"));
        told.Twice("officer", new ForecastMilestone(Start, Baseline.AddDays(5), "雨季")).Did("head", new ForecastMilestone(Start, Baseline.AddDays(7), "雨季"));
        told.Did("officer", new ForecastMilestone(Start, Baseline.AddDays(8), "x"), kind: ActorKind.Program);
        var milestone = told.Project.Milestones[Start];
        Assert.Equal((Baseline, Baseline.AddDays(8), 3), (milestone.Baseline, milestone.Forecast, milestone.Forecasts.Length));
        Assert.Equal(new Slip(5, 8, false), Slip.Of(milestone, WorkCalendar.China));
    }

    [Fact]
    public void The_baseline_moves_by_a_leader_who_did_not_ask()
    {
        var ask = new RequestBaselineChange(Start, Baseline.AddDays(10), "雨季");
        told.Refused<NoBaselineChangePending>("deputy", new DecideBaselineChange(Start, true));
        told.Refused<ReasonMissing>("officer", ask with { Reason = "" });
        told.Twice("deputy", ask);
        told.Refused<BaselineChangePending>("officer", ask with { Baseline = Baseline.AddDays(11) });
        told.Refused<RoleMissing>("director", new DecideBaselineChange(Start, true));
        told.Refused<MilestoneDutiesNotSeparate>("deputy", new DecideBaselineChange(Start, true));
        told.Refused<PersonNeeded>("chief", new DecideBaselineChange(Start, true), kind: ActorKind.Program);
        told.Refused<ReasonMissing>("chief", new DecideBaselineChange(Start, false));
        told.Twice("chief", new DecideBaselineChange(Start, true));
        Assert.Equal([Baseline, Baseline.AddDays(10)], told.Project.Milestones[Start].Baselines.Select(version => version.Baseline));
        told.Twice("officer", ask with { Baseline = Baseline }).Twice("chief", new DecideBaselineChange(Start, false, "不同意"));
        Assert.Equal(Baseline.AddDays(10), told.Project.Milestones[Start].Baseline);
    }

    [Fact]
    public void Once_reported_the_agreed_day_moves_only_after_the_report_is_sent_back()
    {
        told.Did("officer", new RequestBaselineChange(Start, Told.Monday, "雨季")).Did("officer", Report(Start));
        told.Refused<WrongMilestoneState>("chief", new DecideBaselineChange(Start, true));
        told.Did("officer-b", new RejectMilestone(Start, "佐证不清")).Did("chief", new DecideBaselineChange(Start, true));
        Assert.Equal(Told.Monday, told.Project.Milestones[Start].Baseline);
    }

    [Fact]
    public void A_leaders_delegate_inherits_that_the_leader_asked()
    {
        told.Did("deputy", new Delegate(Role.DeputyLeader, new("committee"), new("nobody"), Told.Monday, Told.Monday.AddDays(9)));
        told.Did("deputy", new RequestBaselineChange(Start, Baseline.AddDays(10), "雨季"));
        told.Refused<MilestoneDutiesNotSeparate>("nobody", new DecideBaselineChange(Start, true));
    }

    [Fact]
    public void A_milestone_waits_for_the_one_before_it()
    {
        Assert.Equal([Start], told.Refused<PredecessorsOpen>("officer", Report(Civil)).Open);
        told.Did("officer", Report(Start));
        told.Refused<PredecessorsOpen>("officer", Report(Civil));
        told.Did("officer-b", new VerifyMilestone(Start)).Did("officer", Report(Civil));
    }

    [Fact]
    public void A_report_needs_evidence_and_a_day_gone_by()
    {
        told.Refused<NoMilestoneEvidence>("officer", Report(Start) with { Evidence = [] });
        told.Refused<InvalidFields>("officer", Report(Start) with { Evidence = ["paper"] });
        told.Refused<DayInFuture>("officer", Report(Start) with { Actual = Told.Monday.AddDays(1) });
        told.Refused<RoleMissing>("auditor", Report(Start));
        told.Refused<WrongMilestoneState>("verifier", new VerifyMilestone(Start));
        told.Twice("officer", Report(Start));
        Assert.Equal(["verify", "reject"], told.Refused<WrongMilestoneState>("officer", Report(Start) with { Actual = Told.Monday.AddDays(-1) }).Allowed);
        told.Refused<WrongMilestoneState>("officer", new ForecastMilestone(Start, Baseline, "x"));
        told.Refused<WrongMilestoneState>("officer", new RequestBaselineChange(Start, Baseline.AddDays(1), "x"));
    }

    [Fact]
    public void Nobody_verifies_what_they_reported_or_had_reported()
    {
        told.Did("officer", new Delegate(Role.ProjectOfficer, new("economy"), new("verifier"), Told.Monday, Told.Monday.AddDays(9)));
        told.Did("officer", Report(Start));
        told.Refused<MilestoneDutiesNotSeparate>("officer", new VerifyMilestone(Start));
        told.Refused<RoleMissing>("auditor", new VerifyMilestone(Start));
        told.Refused<PersonNeeded>("officer-b", new VerifyMilestone(Start), kind: ActorKind.Program);
        told.Twice("verifier", new VerifyMilestone(Start, "属实"));
        // In their own right, not in the capacity the reporter lent them.
        Assert.Equal(new By(new("verifier"), Role.Verifier, new("planning")), told.Project.Milestones[Start].VerifiedBy);
        told.Refused<WrongMilestoneState>("chief", new RejectMilestone(Start, "x"));
    }

    [Fact]
    public void A_delegate_with_no_right_of_their_own_inherits_the_reporters_conflict()
    {
        told.Did("officer", new Delegate(Role.ProjectOfficer, new("economy"), new("nobody"), Told.Monday, Told.Monday.AddDays(9)));
        told.Did("nobody", Report(Start));
        told.Refused<MilestoneDutiesNotSeparate>("officer", new VerifyMilestone(Start));
        told.Refused<MilestoneDutiesNotSeparate>("nobody", new VerifyMilestone(Start));
    }

    [Fact]
    public void A_rejected_report_leaves_the_milestone_planned()
    {
        told.Did("officer", Report(Start));
        told.Refused<ReasonMissing>("officer-b", new RejectMilestone(Start, ""));
        told.Refused<PersonNeeded>("officer-b", new RejectMilestone(Start, "x"), kind: ActorKind.Program);
        told.Twice("officer-b", new RejectMilestone(Start, "缺监理签认"));
        var milestone = told.Project.Milestones[Start];
        Assert.Equal((MilestoneState.Planned, null, null, "缺监理签认"), (milestone.State, milestone.Actual, milestone.ReportedBy, milestone.RejectedFor));
        Assert.Empty(milestone.Evidence);
        told.Did("officer", Report(Start));
        Assert.Null(told.Project.Milestones[Start].RejectedFor);
    }

    [Theory]
    [InlineData("2023-10-20", "按期", "on the day")]
    [InlineData("2023-10-26", "晚4个工作日（6日）", "4 working days late (6 days)")]
    [InlineData("2023-10-19", "早1个工作日（1日）", "1 working day early (1 day)")]
    [InlineData("2023-10-22", "晚0个工作日（2日）", "0 working days late (2 days)")]
    public void A_slip_is_said_in_both_kinds_of_day(string done, string zh, string en) =>
        Assert.Equal(new Text(zh, en), MilestoneWords.Of(Slip.Of(Baseline, null, DateOnly.Parse(done), WorkCalendar.China)!));

    [Fact]
    public void What_a_page_offers_is_what_the_rules_allow()
    {
        told.Did("officer", Report(Start));
        var officer = new Stamp(told.Park.ActorOn(new("officer"), ActorKind.Person, Told.Monday)!, default, Told.Monday, Told.Monday, "r");
        var offered = MilestoneActions.For(new Matter(told.Project, officer, told.Park, WorkCalendar.China), Start);
        Assert.Equal(["reject"], offered.Where(action => action.Allowed).Select(action => action.Verb));
        Assert.Equal(6, offered.Length);
    }

    /// <summary>Whatever is said by whom in whatever order: what is verified was verified by somebody else, after all before it.</summary>
    [Fact]
    public void Verified_means_by_another_and_after_its_predecessors() =>
        Gen.Select(Gen.Int[0, 4].Select(who => new[] { "officer", "officer-b", "ledger", "head", "nobody" }[who]), Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 40].Sample(steps =>
        {
            var story = Told.AProject().Did("officer", new BackSchedule(null, Baseline, [.. "abcd".Select(code => new BackScheduleStep(new($"{code}"), $"{code}", DayCount.Working(2)))]));
            story.Did("officer", new Delegate(Role.ProjectOfficer, new("economy"), new("nobody"), Told.Monday, Told.Monday.AddDays(9)));
            foreach (var (person, verb, which) in steps)
            {
                var code = new MilestoneCode($"{"abcd"[which]}");
                ProjectCommand command = verb switch { 0 or 1 => Report(code), 2 => new VerifyMilestone(code), _ => new RejectMilestone(code, "x") };
                if (story.Try(person, command) is Decision.Accepted yes)
                    story.Recorded(yes);
            }
            return story.Project.Milestones.Values.Where(milestone => milestone.State is MilestoneState.Verified).All(milestone =>
                !milestone.ReportedBy!.Involves(milestone.VerifiedBy!.Person)
                && !(milestone.VerifiedBy.For is { } lender && milestone.ReportedBy.Involves(lender))
                && milestone.Predecessors.All(before => story.Project.Milestones[before].State is MilestoneState.Verified));
        }, iter: 200);
}
