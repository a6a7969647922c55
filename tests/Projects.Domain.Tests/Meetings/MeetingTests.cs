using Projects.Domain.Tests.Issues;
using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Meetings;

/// <summary>调度会 (DOMAIN 3): what is decided becomes an issue, or is laid upon one. The day is Monday 2024-01-08.</summary>
public sealed class MeetingTests
{
    private static readonly MeetingCode Code = new("m-1");
    private static readonly MeetingParticulars Held = new(new(2024, 1, 5), Deputy, [Head, Responsible], "尾气治理");
    private static readonly Resolution Drafted = new("一周内提出净化塔更换方案", Economy, new(2024, 1, 12), List);
    private static readonly RecordMeeting Meeting = new(Code, Held, [Drafted]);

    [Fact]
    public void Every_resolution_is_drafted_as_an_issue_of_its_unit_and_day()
    {
        var other = Drafted with { Text = "补建台账", Unit = Housing };
        var story = AList.When(Responsible, Meeting with { Resolutions = [Drafted, other] }).Then(
            new IssueDrafted(new("WZ-001"), List, new("一周内提出净化塔更换方案", Source: "调度会 m-1（2024-01-05）：尾气治理", LeadUnit: Economy, Due: new(2024, 1, 12))),
            new IssueDrafted(new("WZ-002"), List, new("补建台账", Source: "调度会 m-1（2024-01-05）：尾气治理", LeadUnit: Housing, Due: new(2024, 1, 12))),
            new MeetingRecorded(Code, Held, [new("一周内提出净化塔更换方案", Economy, new(2024, 1, 12), new("WZ-001"), List), new("补建台账", Housing, new(2024, 1, 12), new("WZ-002"), List)], null, null));
        Assert.Equal((Responsible, Start), (story.Project.Meetings[Code].By.Person, story.Project.Meetings[Code].RecordedOn));
        Assert.Empty(story.Project.AsCard().Meetings);
    }

    [Fact]
    public void A_resolution_drafted_is_an_issue_like_any_other()
    {
        var story = AList.Then(Deputy, Meeting);
        Assert.Equal((IssueState.Draft, Deputy), (story.Issue.State, story.Issue.DraftedBy.Person));
        story.When(Clerk, new RegisterIssue(Number)).ThenRefused<IssueIncomplete>(Reason.Incomplete);
        story.Then(Clerk, new AmendIssue(Number, story.Issue.Particulars with { Leader = Leader, Criteria = ["方案通过"], Measures = ["编制方案"] }), new RegisterIssue(Number))
            .When(Head, new AcceptIssue(Number)).ThenState(IssueState.Rectifying);
    }

    [Fact]
    public void A_resolution_may_be_laid_upon_an_issue_that_stands_already()
    {
        var standing = Drafted with { List = null, Issue = Number };
        var story = Rectifying().When(Chief, Meeting with { Resolutions = [standing, Drafted] }).Accepted();
        Assert.Equal([(Number, null), (new("WZ-002"), List)], story.Project.Meetings[Code].Resolutions.Select(item => (item.Issue, item.DraftedInto)));
        AList.When(Chief, Meeting with { Resolutions = [standing] }).ThenRefused(new NotFound("issue", "WZ-001"));
    }

    [Fact]
    public void What_had_ended_before_the_meeting_carries_no_resolution()
    {
        var laid = Meeting with { Resolutions = [Drafted with { List = null, Issue = Number, Due = new(2024, 3, 29) }] };
        RecordMeeting On(DateOnly day) => laid with { Particulars = Held with { On = day } };
        var closed = Closed();
        var refusal = closed.AfterWorkingDays(1).When(Responsible, On(closed.Today.AddDays(1))).ThenRefused<WrongIssueState>(Reason.WrongState);
        Assert.Contains("reopen", refusal.Allowed);
        // Recorded late: it stood open on the day of the meeting.
        closed.AfterWorkingDays(1).When(Responsible, On(closed.Today)).Accepted();
        Voided.When(Responsible, On(Voided.Today)).Accepted();
        Voided.AfterWorkingDays(1).When(Responsible, On(Voided.Today.AddDays(1))).ThenRefused<WrongIssueState>(Reason.WrongState);
        Reopened.When(Responsible, On(Reopened.Today)).Accepted();
    }

    [Fact]
    public void In_a_park_with_a_list_of_sources_the_remark_names_the_meeting_and_the_source_is_chosen_later()
    {
        var story = AList.Keeping(Vocabulary.IssueSource, ["督查", "会议"]).Then(Responsible, Meeting);
        Assert.Equal((null, "调度会 m-1（2024-01-05）：尾气治理"), (story.Issue.Particulars.Source, story.Issue.Particulars.Remark));
        story.When(Responsible, Meeting).ThenAlreadySo();
        story.Then(Clerk, new AmendIssue(Number, story.Issue.Particulars with { Source = "会议", Leader = Leader, Criteria = ["方案通过"], Measures = ["编制方案"] }), new RegisterIssue(Number));
    }

    [Fact]
    public void Officers_ledger_office_unit_heads_and_leaders_record_meetings_and_nobody_else()
    {
        PersonId[] recorders = [Responsible, Clerk, Head, Director, Deputy, Leader, Chief];
        foreach (var who in recorders)
            AList.When(who, Meeting).Accepted();
        foreach (var who in Everyone.Except(recorders))
            AList.When(who, Meeting).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void Recording_twice_is_so_already_and_another_meeting_needs_another_code()
    {
        var story = AList.Then(Responsible, Meeting);
        story.When(Responsible, Meeting).ThenAlreadySo();
        story.When(Clerk, Meeting).ThenAlreadySo();
        story.When(Responsible, Meeting with { Resolutions = [] }).ThenRefused(new NameTaken("meeting", "m-1"));
        story.When(Responsible, Meeting with { Resolutions = [Drafted with { Due = new(2024, 1, 19) }] }).ThenRefused(new NameTaken("meeting", "m-1"));
        story.When(Responsible, Meeting with { Particulars = Held with { Attendees = [Head] } }).ThenRefused(new NameTaken("meeting", "m-1"));
        // What is done with the issue afterwards makes the meeting no other.
        story.Then(Clerk, new AmendIssue(Number, story.Issue.Particulars with { Goal = "达标" })).When(Responsible, Meeting).ThenAlreadySo();
    }

    [Fact]
    public void Nothing_is_recorded_when_a_resolution_cannot_be_drafted()
    {
        AList.When(Responsible, Meeting with { Resolutions = [Drafted, Drafted with { List = new("nowhere") }] }).ThenRefused(new NotFound("list", "nowhere"));
        AList.Then(Clerk, new ArchiveList(List)).When(Responsible, Meeting).ThenRefused(new ListNotIssued(List, ListStatus.Archived));
    }

    [Fact]
    public void A_resolution_says_what_who_and_when_and_becomes_exactly_one_item()
    {
        Faulty("resolutions[0].text", Resolving(Drafted with { Text = " " }));
        Faulty("resolutions[0].text", Resolving(Drafted with { Text = new string('字', 2001) }));
        Faulty("resolutions[0].unit", Resolving(Drafted with { Unit = new("nowhere") }));
        Faulty("resolutions[0].due_date", Resolving(Drafted with { Due = new(2024, 1, 4) }));
        Faulty("resolutions[0].due_date", Resolving(Drafted with { Due = new(2100, 1, 4) }));
        Faulty("resolutions[0].list", Resolving(Drafted with { List = null }));
        Faulty("resolutions[0].list", Resolving(Drafted with { Issue = Number }));
        Faulty("resolutions", Meeting with { Resolutions = [.. Enumerable.Repeat(Drafted, 51)] });
    }

    [Fact]
    public void A_record_says_when_who_and_about_what()
    {
        Faulty("meeting", Meeting with { Meeting = new("会议") });
        Faulty("chair", About(Held with { Chair = new("nobody") }));
        Faulty("attendees", About(Held with { Attendees = [] }));
        Faulty("attendees", About(Held with { Attendees = [Head, Head] }));
        Faulty("attendees", About(Held with { Attendees = [Deputy] }));
        Faulty("attendees[0]", About(Held with { Attendees = [new("nobody")] }));
        Faulty("topic", About(Held with { Topic = "" }));
        Faulty("topic", About(Held with { Topic = new string('字', 101) }));
        Faulty("meeting_date", About(Held with { On = new(1989, 1, 1) }));
        AList.When(Responsible, About(Held with { On = new(2024, 1, 9) })).ThenRefused(new DayInFuture("meeting_date", new(2024, 1, 9), Start));
        AList.When(Responsible, Meeting with { Resolutions = [] }).Accepted();
    }

    [Fact]
    public void A_wrong_record_is_corrected_by_another_that_lays_its_resolutions_upon_the_issues_drafted()
    {
        var right = new RecordMeeting(new("m-2"), Held with { Chair = Chief }, [Drafted with { List = null, Issue = Number }], Code, "主持人记错");
        var story = AList.Then(Responsible, Meeting).When(Clerk, right).Accepted();
        Assert.Equal((Deputy, new MeetingCode("m-2")), (story.Project.Meetings[Code].Particulars.Chair, story.Project.Meetings[Code].CorrectedBy));
        Assert.Single(story.Project.Issues);
        story.When(Clerk, right).ThenAlreadySo();
        story.When(Clerk, right with { Meeting = new("m-3") }).ThenRefused(new CorrectedAlready("meeting", "m-1", "m-2"));
        story.When(Clerk, right with { Meeting = new("m-3"), Corrects = new("m-9") }).ThenRefused(new NotFound("meeting", "m-9"));
        story.When(Clerk, right with { Meeting = new("m-3"), Corrects = new("m-2"), Reason = " " }).ThenRefused(new ReasonMissing("reason"));
    }

    private static RecordMeeting Resolving(Resolution resolution) => Meeting with { Resolutions = [resolution] };

    private static RecordMeeting About(MeetingParticulars particulars) => Meeting with { Particulars = particulars };

    private static void Faulty(string field, RecordMeeting meeting) => AList.When(Responsible, meeting).ThenFaultIn(field);
}
