using System.Collections.Immutable;
using Projects.Domain.Tests.Issues;
using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Visits;

/// <summary>走访 (DOMAIN 3): who went where, what they saw, and the issues that came of it. The day is Monday 2024-01-08.</summary>
public sealed class VisitTests
{
    private static readonly VisitCode Code = new("v-1");
    private static readonly VisitParticulars Seen = new(new(2024, 1, 5), [Deputy, Responsible], "某某化工", null, "净化塔停运", ["用电增容"]);
    private static readonly RecordVisit Visit = new(Code, Seen);
    private static readonly DraftIssue Draft = new(List, null, Given.Particulars with { Description = "净化塔停运" });

    [Fact]
    public void An_officer_records_who_went_where_and_what_they_saw()
    {
        var story = AProject.When(Responsible, Visit).Then(new VisitRecorded(Code, Seen, [], null, null));
        var visit = story.Project.Visits[Code];
        Assert.Equal((Responsible, Start, null), (visit.By.Person, visit.RecordedOn, visit.CorrectedBy));
        Assert.Empty(story.Project.AsCard().Visits);
    }

    [Fact]
    public void Officers_ledger_office_unit_heads_and_leaders_record_visits_and_nobody_else()
    {
        PersonId[] recorders = [Responsible, Clerk, Head, Director, Deputy, Leader, Chief];
        foreach (var who in recorders)
            AProject.When(who, Visit).Accepted();
        foreach (var who in Everyone.Except(recorders))
            AProject.When(who, Visit).ThenRefused(new RoleMissing([Role.ProjectOfficer, Role.LedgerOffice, Role.UnitHead, Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader]));
    }

    [Fact]
    public void A_visit_names_the_issues_it_found_and_drafts_others_in_the_same_command()
    {
        var story = ADraft().When(Deputy, Visit with { Issues = [Number], Drafts = [Draft, Draft with { Particulars = Draft.Particulars with { Description = "围墙破损" } }] })
            .Then(
                new IssueDrafted(new("WZ-002"), List, Draft.Particulars),
                new IssueDrafted(new("WZ-003"), List, Draft.Particulars with { Description = "围墙破损" }),
                new VisitRecorded(Code, Seen, [Number, new("WZ-002"), new("WZ-003")], null, null));
        Assert.Equal((IssueState.Draft, Deputy), (story.Project.Issues[new("WZ-003")].State, story.Project.Issues[new("WZ-003")].DraftedBy.Person));
        story.When(Clerk, new RegisterIssue(new("WZ-002"))).Accepted();
    }

    [Fact]
    public void Recording_twice_is_so_already_and_another_record_needs_another_code()
    {
        var visit = Visit with { Drafts = [Draft] };
        var story = AList.Then(Deputy, visit);
        story.When(Deputy, visit).ThenAlreadySo();
        story.When(Clerk, visit).ThenAlreadySo();
        story.When(Deputy, Visit).ThenRefused(new NameTaken("visit", "v-1"));
        story.When(Deputy, visit with { Drafts = [Draft with { Particulars = Draft.Particulars with { Goal = "恢复运行" } }] }).ThenRefused(new NameTaken("visit", "v-1"));
        story.When(Deputy, visit with { Particulars = Seen with { Demands = [] } }).ThenRefused(new NameTaken("visit", "v-1"));
    }

    [Fact]
    public void Nothing_is_recorded_when_one_draft_cannot_be()
    {
        AList.When(Deputy, Visit with { Drafts = [Draft, Draft with { Particulars = Draft.Particulars with { Description = " " } }] }).ThenFaultIn("drafts[1].description");
        AList.When(Deputy, Visit with { Drafts = [Draft with { Number = new("X-1") }, Draft with { Number = new("X-1") }] }).ThenRefused(new NumberInUse(new("X-1")));
        AList.When(Deputy, Visit with { Drafts = [Draft with { List = new("nowhere") }] }).ThenRefused(new NotFound("list", "nowhere"));
        AList.Then(Clerk, new ArchiveList(List)).When(Deputy, Visit with { Drafts = [Draft] }).ThenRefused(new ListNotIssued(List, ListStatus.Archived));
    }

    [Fact]
    public void An_issue_it_names_must_stand_in_the_project_and_be_named_once()
    {
        AList.When(Deputy, Visit with { Issues = [Number] }).ThenRefused(new NotFound("issue", "WZ-001"));
        ADraft().When(Deputy, Visit with { Issues = [Number, Number] }).ThenFaultIn("issues");
        AList.When(Deputy, Visit with { Drafts = [.. Enumerable.Repeat(Draft, 51)] }).ThenFaultIn("issues");
    }

    [Fact]
    public void A_record_says_who_where_when_and_what()
    {
        Faulty("visit", Visit with { Visit = new("走访") });
        Faulty("visitors", Saying(Seen with { Visitors = [] }));
        Faulty("visitors", Saying(Seen with { Visitors = [Deputy, Deputy] }));
        Faulty("visitors[1]", Saying(Seen with { Visitors = [Deputy, new("nobody")] }));
        Faulty("place", Saying(Seen with { Enterprise = " " }));
        Faulty("seen", Saying(Seen with { Seen = "" }));
        Faulty("seen", Saying(Seen with { Seen = new string('字', 4001) }));
        Faulty("demands[0]", Saying(Seen with { Demands = [" "] }));
        Faulty("visit_date", Saying(Seen with { On = new(1989, 1, 1) }));
        AProject.When(Deputy, Saying(Seen with { On = new(2024, 1, 9) })).ThenRefused(new DayInFuture("visit_date", new(2024, 1, 9), Start));
        AProject.When(Deputy, Saying(Seen with { Enterprise = null, Place = "北园" })).Accepted();
    }

    [Fact]
    public void A_wrong_record_is_corrected_by_another_that_names_it_and_stays_as_it_was()
    {
        var right = Visit with { Visit = new("v-2"), Particulars = Seen with { Seen = "净化塔检修" }, Corrects = Code, Reason = "记错" };
        var story = AProject.Then(Deputy, Visit).When(Responsible, right).Then(new VisitRecorded(new("v-2"), right.Particulars, [], Code, "记错"));
        Assert.Equal(("净化塔停运", new VisitCode("v-2")), (story.Project.Visits[Code].Particulars.Seen, story.Project.Visits[Code].CorrectedBy));
        story.When(Responsible, right).ThenAlreadySo();
        story.When(Responsible, right with { Visit = new("v-3") }).ThenRefused(new CorrectedAlready("visit", "v-1", "v-2"));
        story.When(Responsible, right with { Visit = new("v-3"), Corrects = new("v-2") }).Accepted();
    }

    [Fact]
    public void A_correction_names_a_record_that_is_there_and_gives_its_reason()
    {
        AProject.When(Deputy, Visit with { Corrects = new("v-9"), Reason = "记错" }).ThenRefused(new NotFound("visit", "v-9"));
        AProject.Then(Deputy, Visit).When(Deputy, Visit with { Visit = new("v-2"), Corrects = Code }).ThenRefused(new ReasonMissing("reason"));
        AProject.When(Deputy, Visit with { Corrects = Code, Reason = "记错" }).ThenRefused(new NotFound("visit", "v-1"));
    }

    private static RecordVisit Saying(VisitParticulars particulars) => Visit with { Particulars = particulars };

    private static void Faulty(string field, RecordVisit visit) => AProject.When(Deputy, visit).ThenFaultIn(field);
}
