using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>Writing down and 立账 (DOMAIN 4, row 1).</summary>
public sealed class RegisteringTests
{
    [Fact]
    public void A_draft_gets_the_lists_next_number_and_says_who_wrote_it()
    {
        var story = AList.When(Clerk, new DraftIssue(List, null, Given.Particulars)).Then(new IssueDrafted(Number, List, Given.Particulars));
        Assert.Equal((IssueState.Draft, Clerk), (story.Issue.State, story.Issue.DraftedBy.Person));
    }

    [Fact]
    public void Numbers_go_on_and_skip_those_people_chose()
    {
        var story = AList.Then(Clerk,
            new DraftIssue(List, null, Given.Particulars), new DraftIssue(List, new("WZ-002"), Given.Particulars with { Remark = "二" }),
            new DraftIssue(List, null, Given.Particulars), new DraftIssue(List, new("攀整-5"), Given.Particulars), new DraftIssue(List, null, Given.Particulars));
        Assert.Equal(["WZ-001", "WZ-002", "WZ-003", "WZ-004", "攀整-5"], story.Project.Issues.Keys.Select(number => number.Value));
    }

    [Fact]
    public void A_number_is_never_used_again_not_even_a_void_one() =>
        Voided.When(Clerk, new DraftIssue(List, Number, Given.Particulars with { Remark = "另一件" })).ThenRefused(new NumberInUse(Number));

    [Fact]
    public void Drafting_the_same_under_the_same_number_twice_is_so_already() =>
        ADraft().When(Clerk, new DraftIssue(List, Number, Given.Particulars)).ThenAlreadySo();

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("with blank")]
    [InlineData("-1")]
    public void A_chosen_number_must_look_like_one(string number) =>
        AList.When(Clerk, new DraftIssue(List, new(number), Given.Particulars)).ThenFaultIn("number");

    [Fact]
    public void A_draft_needs_a_list_that_is_there_and_in_use()
    {
        AProject.When(Clerk, new DraftIssue(List, null, Given.Particulars)).ThenRefused(new NotFound("list", "wz"));
        AList.Then(Clerk, new ArchiveList(List)).When(Clerk, new DraftIssue(List, null, Given.Particulars)).ThenRefused(new ListNotIssued(List, ListStatus.Archived));
    }

    [Fact]
    public void Those_who_work_for_the_park_may_draft_and_nobody_else()
    {
        foreach (var who in new[] { Clerk, Responsible, Handler, Head, Supervisor })
            AList.When(who, new DraftIssue(List, null, Given.Particulars)).Accepted();
        foreach (var who in new[] { Ann, Chief, Auditor, Administrator, Entrepreneur, Stranger })
            AList.When(who, new DraftIssue(List, null, Given.Particulars)).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void An_enterprise_speaks_in_an_enterprise_list_and_amends_only_its_own_draft()
    {
        var said = new IssueParticulars("蒸汽供应不足");
        var story = AProject.Then(Clerk, new OpenList(List, Given.ListParticulars with { Tier = Tier.Enterprise })).Then(Entrepreneur, new DraftIssue(List, null, said));
        story.When(Entrepreneur, new AmendIssue(Number, said with { Goal = "稳定供汽" })).Accepted();
        story.When(Rival, new AmendIssue(Number, said with { Goal = "撤下" })).ThenRefused<RoleMissing>(Reason.Forbidden);
        story.When(Clerk, new AmendIssue(Number, said with { Goal = "稳定供汽" })).Accepted();
    }

    [Fact]
    public void A_unit_amends_what_it_wrote_and_leaves_other_drafts_alone()
    {
        var story = AList.Then(Handler, new DraftIssue(List, null, Given.Particulars));
        story.When(Head, new AmendIssue(Number, Given.Particulars with { Goal = "达标" })).Then(new IssueAmended(Number, Given.Particulars with { Goal = "达标" }));
        story.When(Supporter, new AmendIssue(Number, Given.Particulars with { Goal = "达标" })).ThenRefused<RoleMissing>(Reason.Forbidden);
        story.When(Handler, new AmendIssue(Number, Given.Particulars)).ThenAlreadySo();
    }

    [Fact]
    public void Only_a_draft_is_amended() =>
        Registered().When(Clerk, new AmendIssue(Number, Given.Particulars with { Goal = "达标" })).ThenRefused<WrongIssueState>(Reason.WrongState);

    [Fact]
    public void What_is_written_is_trimmed_bounded_and_checked()
    {
        var story = AList.Then(Clerk, new DraftIssue(List, null, Given.Particulars with { Description = "  漏气  ", Goal = " " }));
        Assert.Equal(("漏气", null), (story.Issue.Particulars.Description, story.Issue.Particulars.Goal));

        Faulty("description", said => said with { Description = " " });
        Faulty("description", said => said with { Description = new string('长', 4001) });
        Faulty("description", said => said with { Description = "a\0b" });
        Faulty("description", said => said with { Description = "half \ud83d" });
        Faulty("category", said => said with { Category = new string('长', 201) });
        Faulty("grade", said => said with { Grade = (Grade)9 });
        Faulty("kind", said => said with { Kind = (IssueKind)9 });
        Faulty("root_cause", said => said with { RootCause = (RootCause)9 });
        Faulty("found_date", said => said with { FoundOn = new(2024, 1, 9) });
        Faulty("leader", said => said with { Leader = new("nobody") });
        Faulty("responsible", said => said with { Responsible = new("nobody") });
        Faulty("lead_unit", said => said with { LeadUnit = new("nowhere") });
        Faulty("acceptance_unit", said => said with { AcceptanceUnit = new("nowhere") });
        Faulty("supporting_units", said => said with { SupportingUnits = [Economy] });
        Faulty("supporting_units", said => said with { SupportingUnits = [Housing, Housing] });
        Faulty("supporting_units", said => said with { SupportingUnits = [new("nowhere")] });
        Faulty("criteria[1]", said => said with { Criteria = ["好", " "] });
        Faulty("measures", said => said with { Measures = [.. Enumerable.Range(1, 51).Select(no => $"措施{no}")] });
        Faulty("due_in", said => said with { DueIn = DayCount.Working(20) });
        Faulty("due_in", said => said with { Due = null, DueIn = DayCount.Working(0) });
        Faulty("due_date", said => said with { Due = new(2999, 1, 1) });
    }

    [Fact]
    public void Registering_opens_the_first_round_on_the_terms_of_the_day()
    {
        var story = ADraft(Grade.Larger).When(Clerk, new RegisterIssue(Number))
            .Then(new IssueRegistered(Number, DueDate.Stated(Due), new ClosingTerms(2, 2, ApprovalOrder.ApproveThenNotice, 5, 10, 2, Cast.Park.Version)));
        Assert.Equal((IssueState.Registered, Start, Due), (story.Issue.State, story.Issue.RegisteredOn, story.Issue.CurrentDue));
        Assert.Equal((1, 2), (story.Issue.Round!.No, story.Issue.Round.Measures.Length));
    }

    [Fact]
    public void A_term_in_days_is_counted_by_the_calendar()
    {
        var story = AList.Then(Clerk, new DraftIssue(List, null, Given.Particulars with { Due = null, DueIn = DayCount.Working(20) }), new RegisterIssue(Number));
        // 20 working days after 2024-01-08: New Year 10 to 17 February off, Sunday 4 February worked.
        Assert.Equal(new DueDate(new(2024, 2, 4), DayBasis.Working, WorkCalendar.China.Version, false), story.Issue.OriginalDue);
    }

    [Fact]
    public void Registering_twice_is_so_already() => Registered().When(Clerk, new RegisterIssue(Number)).ThenAlreadySo();

    [Fact]
    public void Only_the_ledger_office_registers() => ADraft().When(Head, new RegisterIssue(Number)).ThenRefused(new RoleMissing([Role.LedgerOffice]));

    [Fact]
    public void Nothing_is_registered_in_a_list_not_issued() =>
        ADraftList.Then(Clerk, new DraftIssue(List, null, Given.Particulars)).When(Clerk, new RegisterIssue(Number)).ThenRefused(new ListNotIssued(List, ListStatus.Draft));

    [Fact]
    public void Registering_names_everything_that_is_missing()
    {
        var refusal = AList.Then(Clerk, new DraftIssue(List, null, new("漏气"))).When(Clerk, new RegisterIssue(Number)).ThenRefused<IssueIncomplete>(Reason.Incomplete);
        Assert.Equal(["lead_unit", "leader", "criteria", "measures", "due_date"], refusal.Fields.Select(fault => fault.Field));
    }

    [Fact]
    public void An_issue_is_not_registered_overdue()
    {
        var answer = AList.Then(Clerk, new DraftIssue(List, null, Given.Particulars with { Due = new(2024, 1, 7) })).When(Clerk, new RegisterIssue(Number));
        answer.ThenRefused<IssueIncomplete>(Reason.Incomplete);
        answer.ThenFaultIn("due_date");
        AList.Then(Clerk, new DraftIssue(List, null, Given.Particulars with { Due = Start }), new RegisterIssue(Number));
    }

    [Fact]
    public void A_provisional_due_date_moves_with_a_new_calendar_and_a_visible_event()
    {
        // 20 working days from 2026-12-21 reach into 2027, whose holidays the first edition does not know.
        var provisional = new IssueParticulars("待报批", Leader: Leader, LeadUnit: Economy, Criteria: ["好"], Measures: ["做"], DueIn: DayCount.Working(20));
        var story = (AList with { Today = new(2026, 12, 21) }).Then(Clerk, new DraftIssue(List, null, provisional), new RegisterIssue(Number));
        Assert.True(story.Issue.OriginalDue!.Value.Provisional);
        story.When(Clerk, new RecomputeDue(Number)).ThenAlreadySo();

        var later = story with { Calendar = NextEdition };
        var after = later.When(Clerk, new RecomputeDue(Number)).Then(new DueRecomputed(Number, new DueDate(new(2027, 1, 19), DayBasis.Working, "next", false), new(2027, 1, 19)));
        Assert.Equal(new DateOnly(2027, 1, 19), after.Issue.Round!.Due);
        after.When(Clerk, new RecomputeDue(Number)).ThenAlreadySo();
        later.When(Head, new RecomputeDue(Number)).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    private static WorkCalendar NextEdition => WorkCalendar.Parse("""
        version next
        2026 holidays 10-01
        2026 make-up
        2027 holidays 01-01
        2027 make-up
        """);

    private static void Faulty(string field, Func<IssueParticulars, IssueParticulars> change) =>
        AList.When(Clerk, new DraftIssue(List, null, change(Given.Particulars))).ThenFaultIn(field);
}
