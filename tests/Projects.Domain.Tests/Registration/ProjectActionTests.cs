namespace Projects.Domain.Tests.Registration;

/// <summary>What a page offers is what the rules allow: every answer is held to what the rules then decide.</summary>
public sealed class ProjectActionTests
{
    private static readonly PhaseCode First = new("p1");
    private static readonly ListCode List = new("wz");
    private static readonly string[] Everyone = ["officer", "officer-b", "ledger", "head", "verifier", "director", "deputy", "chief", "auditor", "enterprise", "nobody"];

    [Fact]
    public void What_is_offered_on_a_phase_is_decided_so()
    {
        var told = Told.AProject().Did("officer", new AddPhase(First, "首期", null, Stage.Started));
        AgreesOnPhase(told, ["advanceStage", "correctStage", "suspend", "terminate"]);
        AgreesOnPhase(told.Did("officer", new SuspendPhase(First, "停")), ["advanceStage", "correctStage", "resume", "terminate"]);
        AgreesOnPhase(told.Did("chief", new TerminatePhase(First, "终止")), ["advanceStage", "correctStage"]);
    }

    [Fact]
    public void What_is_offered_on_a_project_is_decided_so()
    {
        var told = Told.AProject();
        foreach (var person in Everyone)
        {
            var offered = ProjectActions.For(MatterOf(told, person));
            Assert.Equal(
                ["amend", "stateBenefit", "planMilestone", "backSchedule", "addPhase", "setInvestmentPlan", "recordInvestment", "reverseInvestment", "openList", "recordVisit", "recordMeeting"],
                offered.Select(action => action.Verb));
            Same(offered.Single(action => action.Verb == "addPhase").WhyNot, told.Try(person, new AddPhase(First, "首期", null)));
            Same(offered.Single(action => action.Verb == "openList").WhyNot, told.Try(person, new OpenList(List, new("清单", Tier.Unit, "自查", Measure.Closed))));
            var today = MatterOf(told, person).Today;
            Same(offered.Single(action => action.Verb == "recordVisit").WhyNot, told.Try(person, new RecordVisit(new("v-1"), new(today, [new("officer")], null, "工地", "所见"))));
            Same(offered.Single(action => action.Verb == "recordMeeting").WhyNot, told.Try(person, new RecordMeeting(new("m-1"), new(today, new("deputy"), [new("officer")], "推进"))));
            Same(ProjectActions.WhyNotRegister(MatterOf(told, person)), Told.APark().Try(person, new RegisterProject(ProjectKind.New, Told.Particulars)));
        }
        Assert.Equal(["officer", "officer-b", "ledger", "head", "director", "deputy", "chief"], Everyone.Where(person => ProjectActions.MayFillIn(MatterOf(told, person).Stamp.Actor)));
        Assert.DoesNotContain(ProjectActions.For(MatterOf(Told.AProject(ProjectKind.Campaign), "officer")), action => action.Verb == "addPhase");
    }

    [Fact]
    public void What_is_offered_on_a_list_is_decided_so()
    {
        var told = Told.AProject().Did("officer", new OpenList(List, new("清单", Tier.Unit, "自查", Measure.Closed)));
        AgreesOnList(told, ["issue", "archive", "quoteTotals"]);
        AgreesOnList(told.Did("ledger", new IssueTheList(List)), ["archive", "quoteTotals"]);
        AgreesOnList(told.Did("ledger", new ArchiveList(List)), []);
    }

    [Fact]
    public void A_list_that_holds_an_open_issue_is_not_archived_though_the_card_has_no_issues()
    {
        var told = Told.AProject().Did("officer", new OpenList(List, new("清单", Tier.Unit, "自查", Measure.Closed))).Did("ledger", new IssueTheList(List));
        var archive = ProjectActions.For(MatterOf(told, "ledger"), List, [new(List, new("WZ-1"), IssueState.Rectifying), new(new("other"), new("WZ-2"), IssueState.Draft)])
            .Single(action => action.Verb == "archive");
        Assert.Equal([new IssueNumber("WZ-1")], Assert.IsType<ListNotEmpty>(archive.WhyNot).Open);
    }

    [Fact]
    public void Every_verb_offered_or_allowed_after_a_refusal_has_a_label()
    {
        var told = Told.AProject().Did("officer", new AddPhase(First, "首期", null));
        var offered = ProjectActions.For(MatterOf(told, "officer")).Concat(ProjectActions.For(MatterOf(told, "officer"), First)).Select(action => action.Verb);
        Assert.All(offered, verb => Assert.NotEqual("", ProjectVerbs.LabelOf(verb).Zh));
        Assert.Equal(["复工", "终止"], Words.PossibleBy(new WrongStage(First, Stage.Suspended, ["resume", "terminate"])).Select(label => label.Zh));
        Assert.Equal(["核实完成"], Words.PossibleBy(new WrongMilestoneState(new("start"), MilestoneState.Reported, ["verify"])).Select(label => label.Zh));
        Assert.Equal(["恢复"], Words.PossibleBy(new WrongIssueState(new("WZ-1"), IssueState.Suspended, ["resume"])).Select(label => label.Zh));
    }

    private static void AgreesOnPhase(Told told, string[] verbs)
    {
        foreach (var person in Everyone)
        {
            var offered = ProjectActions.For(MatterOf(told, person), First);
            Assert.Equal(verbs.Order(), offered.Select(action => action.Verb).Order());
            foreach (var action in offered)
                Same(action.WhyNot, told.Try(person, action.Verb switch
                {
                    "advanceStage" => new AdvanceStage(First, Stage.Completed),
                    "correctStage" => new CorrectStage(First, Stage.Signed, "误报"),
                    "suspend" => new SuspendPhase(First, "停"),
                    "resume" => new ResumePhase(First),
                    _ => new TerminatePhase(First, "终止"),
                }));
        }
    }

    private static void AgreesOnList(Told told, string[] verbs)
    {
        foreach (var person in Everyone)
        {
            var offered = ProjectActions.For(MatterOf(told, person), List, []);
            Assert.Equal(verbs, offered.Select(action => action.Verb));
            foreach (var action in offered)
                Same(action.WhyNot, told.Try(person, action.Verb switch
                {
                    "issue" => new IssueTheList(List),
                    "archive" => new ArchiveList(List),
                    _ => new QuoteTotals(List, Figure.Parse("90余"), Figure.Parse("70余"), "报道"),
                }));
        }
    }

    private static void Same(Refusal? whyNot, Decision decision)
    {
        if (whyNot is null)
            Assert.IsType<Decision.Accepted>(decision);
        else
            Assert.Equal(Words.Of(whyNot), Words.Of(Assert.IsType<Decision.Refused>(decision).Refusal));
    }

    private static Matter MatterOf(Told told, string person) =>
        new(told.Project, new Stamp(told.Park.ActorOn(new(person), ActorKind.Person, Told.Monday)!, default, Told.Monday, Told.Monday, "r"), told.Park, WorkCalendar.China);
}
