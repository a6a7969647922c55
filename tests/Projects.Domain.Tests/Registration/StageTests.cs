namespace Projects.Domain.Tests.Registration;

/// <summary>Stages advance, and are taken back only with a reason (DOMAIN 5).</summary>
public sealed class StageTests
{
    private static readonly PhaseCode P1 = new("p1");

    [Fact]
    public void A_phase_begins_at_the_head_of_its_path_or_where_it_stands()
    {
        var told = Told.AProject().Twice("officer", new AddPhase(P1, "首期", null)).Twice("officer", new AddPhase(new("p2"), "二期", null, Stage.Signed));
        Assert.Equal((Stage.Idea, Stage.Signed), (told.Project.Phases[P1].Stage, told.Project.Phases[new("p2")].Stage));
        told.Refused<NameTaken>("officer", new AddPhase(P1, "别的", null));
        told.Refused<StageOffPath>("officer", new AddPhase(new("p3"), "三期", null, Stage.Insolvent));
        told.Refused<StageOffPath>("officer", new AddPhase(new("p3"), "三期", null, Stage.Suspended));
        told.Refused<RoleMissing>("head", new AddPhase(new("p3"), "三期", null));
    }

    [Fact]
    public void Every_stage_leads_to_every_later_one_and_to_no_earlier()
    {
        foreach (var kind in new[] { ProjectKind.New, ProjectKind.Restart })
        {
            var path = StagePath.Of(kind);
            foreach (var from in path)
            {
                foreach (var to in path)
                {
                    var decision = Told.AProject(kind).Did("officer", new AddPhase(P1, "首期", null, from)).Try("officer", new AdvanceStage(P1, to));
                    Assert.IsType(StagePath.IsAhead(kind, from, to) ? typeof(Decision.Accepted) : from == to ? typeof(Decision.AlreadySo) : typeof(Decision.Refused), decision);
                }
            }
        }
    }

    [Fact]
    public void A_restart_goes_on_to_production_as_every_works()
    {
        var told = Told.AProject(ProjectKind.Restart).Did("officer", new AddPhase(P1, "复产", null));
        foreach (var stage in new[] { Stage.Restructured, Stage.RestartPrep, Stage.Restarted, Stage.InProduction, Stage.AtCapacity, Stage.AtBenefit })
            told.Twice("officer", new AdvanceStage(P1, stage));
        told.Refused<StageOffPath>("officer", new AdvanceStage(P1, Stage.UnderConstruction));
        Assert.Equal(7, told.Project.Phases[P1].Path.Length);
    }

    [Fact]
    public void No_stage_is_entered_before_the_one_left()
    {
        var told = Told.AProject().Did("officer", new AddPhase(P1, "首期", null));
        told.Today = Told.Monday.AddDays(3);
        Assert.Equal(Told.Monday, told.Refused<StageTooEarly>("officer", new AdvanceStage(P1, Stage.Started), Told.Monday.AddDays(-1)).Since);
        told.Did("officer", new AdvanceStage(P1, Stage.Started), Told.Monday.AddDays(1));
        Assert.Equal(Told.Monday.AddDays(1), told.Project.Phases[P1].Since);
        told.Refused<DayInFuture>("officer", new AdvanceStage(P1, Stage.Completed), told.Today.AddDays(1));
        told.Refused<DayTooFarBack>("officer", new AdvanceStage(P1, Stage.Completed), told.Today.AddDays(-40));
        told.Refused<InvalidFields>("officer", new AdvanceStage(P1, Stage.Completed, null, "not-a-digest"));
        told.Refused<ChangedMeanwhile>("officer", new AdvanceStage(P1, Stage.Completed) { Expected = 1 });
        told.Refused<NotFound>("officer", new AdvanceStage(new("p9"), Stage.Completed));
    }

    [Fact]
    public void A_mistaken_stage_is_taken_back_by_somebody_else_than_the_officer()
    {
        var told = Told.AProject().Did("officer", new AddPhase(P1, "首期", null, Stage.Started));
        told.Today = Told.Monday.AddDays(1);
        told.Did("officer", new AdvanceStage(P1, Stage.Completed));
        var correct = new CorrectStage(P1, Stage.Started, "误报竣工");
        told.Refused<RoleMissing>("officer", correct);
        told.Refused<PersonNeeded>("ledger", correct, kind: ActorKind.Program);
        told.Refused<ReasonMissing>("ledger", correct with { Reason = " " });
        told.Refused<StageGoesForward>("ledger", correct with { To = Stage.InProduction });
        told.Refused<StageGoesBack>("officer", new AdvanceStage(P1, Stage.Started));
        told.Twice("ledger", correct);
        Assert.Equal((Stage.Started, Told.Monday, 3), (told.Project.Phases[P1].Stage, told.Project.Phases[P1].Since, told.Project.Phases[P1].Path.Length));
    }

    [Fact]
    public void A_suspended_phase_comes_back_to_the_stage_it_left()
    {
        var told = Told.AProject().Did("officer", new AddPhase(P1, "首期", null, Stage.UnderConstruction));
        told.AlreadySo("officer", new ResumePhase(P1));
        told.Refused<ReasonMissing>("officer", new SuspendPhase(P1, ""));
        told.Twice("officer", new SuspendPhase(P1, "资金"));
        Assert.Equal(["resume", "terminate"], told.Refused<WrongStage>("officer", new AdvanceStage(P1, Stage.Completed)).Allowed);
        told.Refused<WrongStage>("ledger", new CorrectStage(P1, Stage.Started, "误报"));
        told.Twice("officer", new ResumePhase(P1));
        Assert.Equal((Stage.UnderConstruction, null), (told.Project.Phases[P1].Stage, told.Project.Phases[P1].Left));
    }

    [Fact]
    public void A_terminated_phase_is_over()
    {
        var told = Told.AProject().Did("officer", new AddPhase(P1, "首期", null));
        var end = new TerminatePhase(P1, "撤资");
        told.Refused<RoleMissing>("officer", end);
        told.Refused<PersonNeeded>("deputy", end, kind: ActorKind.Program);
        told.Refused<ReasonMissing>("deputy", end with { Reason = "" });
        told.Twice("deputy", end);
        told.Refused<WrongStage>("officer", new AdvanceStage(P1, Stage.Started));
        told.Refused<WrongStage>("officer", new SuspendPhase(P1, "x"));
        told.Refused<WrongStage>("officer", new ResumePhase(P1));
    }

    [Fact]
    public void A_project_shows_its_most_advanced_phase_and_names_the_laggard()
    {
        var told = Told.AProject(ProjectKind.Restart);
        Assert.Null(ProjectStage.Of(told.Project));
        told.Did("officer", new AddPhase(P1, "一", null, Stage.InProduction)).Did("officer", new AddPhase(new("p2"), "二", null, Stage.Restarted));
        var stage = ProjectStage.Of(told.Project)!;
        Assert.Equal((Stage.InProduction, "p2"), (stage.Stage, stage.Laggard!.Code.Value));
        told.Did("officer", new SuspendPhase(new("p2"), "x"));
        Assert.Null(ProjectStage.Of(told.Project)!.Laggard);
        told.Did("deputy", new TerminatePhase(P1, "x"));
        Assert.Equal(Stage.Suspended, ProjectStage.Of(told.Project)!.Stage);
    }
}
