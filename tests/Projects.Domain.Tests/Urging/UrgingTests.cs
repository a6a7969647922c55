using Projects.Domain.Tests.Issues;
using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Urging;

/// <summary>催办 (DOMAIN 9): who urges whom, for what, and when the next level may follow. The issue of the tests is due on Friday 2024-03-29.</summary>
public sealed class UrgingTests
{
    private static readonly UrgeIssue Slip = new(Number, UrgingTrigger.Overdue, UrgingLevel.UrgingSlip);
    private static readonly UrgeIssue Letter = new(Number, UrgingTrigger.Overdue, UrgingLevel.SupervisionLetter, "高新督〔2024〕3号", "请书面说明");
    private static readonly UrgingCondition PastDue = new(1, UrgingTrigger.Overdue, Due);

    /// <summary>Monday 2024-04-01, the first day at work after the due date.</summary>
    private static Story Overdue => Rectifying().On(2024, 4, 1);

    [Fact]
    public void An_overdue_issue_is_urged_by_a_slip_to_its_unit_and_responsible_person_with_three_working_days_to_reply()
    {
        // 清明: the third working day after 1 April is Sunday the 7th, a make-up day.
        var story = Overdue.When(Supervisor, Slip with { Message = "  请说明  " })
            .Then(new IssueUrged(Number, 1, UrgingLevel.UrgingSlip, PastDue, new(Economy, Responsible), new(2024, 4, 7), ByItself: false, null, "请说明"));
        Assert.Equal(UrgingState.AwaitingReply, Assert.Single(story.Issue.Urgings).StateIn(story.Issue));
        Assert.Equal(IssueState.Rectifying, story.Issue.State);
    }

    [Fact]
    public void The_ledger_office_sends_the_slip_too_but_the_letter_is_supervisions()
    {
        var story = Overdue.Then(Clerk, Slip).On(2024, 4, 8);
        story.When(Clerk, Letter).ThenRefused(new RoleMissing([Role.Supervision]));
        story.When(Supervisor, Letter).Then(new IssueUrged(
            Number, 2, UrgingLevel.SupervisionLetter, PastDue, new(Economy, Leader), new(2024, 4, 15), ByItself: false, "高新督〔2024〕3号", "请书面说明"));
    }

    [Fact]
    public void Nobody_else_urges()
    {
        foreach (var who in Everyone.Except([Supervisor, Clerk]))
            Overdue.When(who, Slip).ThenRefused(new RoleMissing([Role.Supervision, Role.LedgerOffice]));
    }

    [Fact]
    public void A_program_reminds_and_sends_the_slip_but_no_letter()
    {
        var story = Overdue.When(Supervisor, Slip, kind: ActorKind.Program).Accepted().On(2024, 4, 8);
        story.When(Supervisor, Letter, kind: ActorKind.Program).ThenRefused(new PersonNeeded());
    }

    [Fact]
    public void Urging_twice_is_so_already_and_with_other_words_it_was_done_before()
    {
        var story = Overdue.Then(Supervisor, Slip);
        story.When(Supervisor, Slip).ThenAlreadySo();
        story.When(Clerk, Slip).ThenAlreadySo();
        story.When(Supervisor, Slip with { Message = "另行说明" }).ThenRefused(new UrgedAlready(Number, 1, new(2024, 4, 1)));
        Assert.Equal(Reason.WrongState, new UrgedAlready(Number, 1, new(2024, 4, 1)).Reason);
    }

    [Fact]
    public void The_next_level_waits_for_the_whole_reply_time()
    {
        var story = Overdue.Then(Supervisor, Slip);
        story.On(2024, 4, 7).When(Supervisor, Letter).ThenRefused(new UrgingWaits(Number, 1, UrgingWait.ReplyTime, new(2024, 4, 7)));
        story.On(2024, 4, 8).When(Supervisor, Letter, on: new(2024, 4, 7)).ThenRefused(new UrgingWaits(Number, 1, UrgingWait.ReplyTime, new(2024, 4, 7)));
        story.On(2024, 4, 8).When(Supervisor, Letter).Accepted();
    }

    [Fact]
    public void A_notice_entered_late_gives_the_whole_reply_time_from_the_day_it_is_entered()
    {
        var story = Overdue.On(2024, 4, 3).When(Supervisor, Slip, on: new(2024, 4, 1)).Accepted();
        Assert.Equal(new DateOnly(2024, 4, 9), story.Issue.Urgings[0].ReplyBy);
    }

    [Fact]
    public void The_ladder_is_climbed_rung_by_rung_to_its_end()
    {
        Overdue.When(Supervisor, Letter).ThenRefused(new UrgingOutOfTurn(Number, UrgingLevel.SupervisionLetter, UrgingLevel.UrgingSlip));
        Overdue.When(Supervisor, Slip with { Level = UrgingLevel.Reminder }).ThenRefused(new UrgingOutOfTurn(Number, UrgingLevel.Reminder, UrgingLevel.UrgingSlip));
        var story = Overdue.Then(Supervisor, Slip)
            .On(2024, 4, 8).Then(Supervisor, Letter)
            .On(2024, 4, 16).Then(Supervisor, Slip with { Level = UrgingLevel.ListedSupervision })
            .On(2024, 4, 30).Then(Supervisor, Slip with { Level = UrgingLevel.InterviewProposal });

        Assert.Equal([UrgingState.Superseded, UrgingState.Superseded, UrgingState.Superseded, UrgingState.AwaitingReply], story.Issue.Urgings.Select(notice => notice.StateIn(story.Issue)));
        Assert.Equal([Responsible, Leader, Leader, Leader], story.Issue.Urgings.Select(notice => notice.To.Person));
        story.On(2024, 5, 31).When(Supervisor, Slip with { Level = UrgingLevel.InterviewProposal }).ThenAlreadySo();
        Assert.IsType<UrgingWaits>(story.On(2024, 5, 31).ActionsOf(Supervisor).Single(action => action.Verb == "urge").WhyNot);
    }

    [Fact]
    public void What_is_not_late_is_not_urged()
    {
        Rectifying().When(Supervisor, Slip).ThenRefused(new NothingToUrge(Number, UrgingTrigger.Overdue));
        Rectifying().On(2024, 3, 29).When(Supervisor, Slip).ThenRefused(new NothingToUrge(Number, UrgingTrigger.Overdue));
        Rectifying().On(2024, 3, 14).When(Supervisor, Reminding(UrgingTrigger.NearDue)).ThenRefused(new NothingToUrge(Number, UrgingTrigger.NearDue));
        Registered().AfterWorkingDays(3).When(Supervisor, Reminding(UrgingTrigger.LateAcceptance)).ThenRefused(new NothingToUrge(Number, UrgingTrigger.LateAcceptance));
        Assert.Equal(new NothingToUrge(Number, null), Rectifying().ActionsOf(Supervisor).Single(action => action.Verb == "urge").WhyNot);
    }

    [Theory]
    [InlineData(3, 15, 10)]
    [InlineData(3, 22, 5)]
    [InlineData(3, 28, 1)]
    [InlineData(3, 29, 1)]
    public void Near_its_limit_an_issue_is_reminded_once_at_each_warning(int month, int day, int within)
    {
        var story = Rectifying().On(2024, month, day).When(Clerk, Reminding(UrgingTrigger.NearDue)).Accepted();
        Assert.Equal(new UrgingCondition(1, UrgingTrigger.NearDue, Due, within), story.Issue.Urgings[0].Condition);
        story.When(Clerk, Reminding(UrgingTrigger.NearDue)).ThenAlreadySo();
        story.When(Clerk, Reminding(UrgingTrigger.NearDue) with { Level = UrgingLevel.UrgingSlip }).ThenRefused(new UrgingOutOfTurn(Number, UrgingLevel.UrgingSlip, UrgingLevel.Reminder));
    }

    [Fact]
    public void A_later_warning_takes_the_place_of_the_one_before_without_waiting_for_its_answer()
    {
        var story = Rectifying().On(2024, 3, 21).Then(Clerk, Reminding(UrgingTrigger.NearDue)).On(2024, 3, 22).Then(Clerk, Reminding(UrgingTrigger.NearDue));
        Assert.Equal([UrgingState.Superseded, UrgingState.AwaitingReply], story.Issue.Urgings.Select(notice => notice.StateIn(story.Issue)));
    }

    [Fact]
    public void An_issue_nobody_accepts_is_urged_level_by_level_and_its_late_acceptance_brings_no_second_reminder()
    {
        var reminded = Registered().AfterWorkingDays(4).Then(Clerk, Reminding(UrgingTrigger.LateAcceptance));
        reminded.When(Head, new AcceptIssue(Number)).Then(new IssueAccepted(Number, Late: true));
        var slipped = reminded.AfterWorkingDays(4).Then(Clerk, Reminding(UrgingTrigger.LateAcceptance) with { Level = UrgingLevel.UrgingSlip });
        Assert.Equal(UrgingState.Superseded, slipped.Issue.Urgings[0].StateIn(slipped.Issue));
    }

    [Fact]
    public void A_late_acceptance_nobody_explains_is_urged_further_and_an_explained_one_is_not()
    {
        var late = Registered().AfterWorkingDays(4).Then(Head, new AcceptIssue(Number));
        var slip = Reminding(UrgingTrigger.LateAcceptance) with { Level = UrgingLevel.UrgingSlip };
        late.AfterWorkingDays(3).When(Clerk, slip).ThenRefused<UrgingWaits>(Reason.WrongState);
        late.AfterWorkingDays(4).When(Clerk, slip).Accepted();
        var explained = late.Then(Head, new ReplyToUrging(Number, 1, "经办人休假")).Then(Clerk, new SettleUrging(Number, 1, true));
        explained.AfterWorkingDays(4).When(Clerk, slip).ThenRefused(new NothingToUrge(Number, UrgingTrigger.LateAcceptance));
    }

    [Fact]
    public void An_extension_makes_another_condition_and_lays_the_notice_of_the_old_day_to_rest()
    {
        var story = Overdue.Then(Supervisor, Slip).Then(Head, new RequestExtension(Number, new(2024, 4, 12), "设备晚到")).Then(Chief, new DecideExtension(Number, true));
        Assert.Equal(UrgingState.AtRest, story.Issue.Urgings[0].StateIn(story.Issue));
        story.When(Supervisor, Slip).ThenRefused(new NothingToUrge(Number, UrgingTrigger.Overdue));
        var again = story.On(2024, 4, 15).When(Supervisor, Slip).Accepted();
        Assert.Equal(PastDue with { Due = new(2024, 4, 12) }, again.Issue.Urgings[1].Condition);
    }

    [Fact]
    public void A_new_round_is_urged_anew_from_the_first_level()
    {
        var story = Reopened.On(2024, 5, 6).When(Supervisor, Slip).Accepted();
        Assert.Equal(new UrgingCondition(2, UrgingTrigger.Overdue, new(2024, 4, 30)), story.Issue.Urgings[0].Condition);
    }

    [Fact]
    public void From_the_request_to_close_on_nothing_is_late_with_the_unit()
    {
        var story = Overdue.Then(Supervisor, Slip).Rectified().Then(Head, new RequestClosure(Number, "完成")).On(2024, 4, 8);
        var refusal = story.When(Supervisor, Letter).ThenRefused<WrongIssueState>(Reason.WrongState);
        Assert.DoesNotContain("urge", refusal.Allowed);
        Assert.Equal(UrgingState.AtRest, story.Issue.Urgings[0].StateIn(story.Issue));
        var returned = story.Named().Then(Ann, new ReturnForRework(Number, "佐证不足"));
        returned.When(Supervisor, Letter).Accepted();
    }

    [Fact]
    public void A_suspended_issue_is_still_urged_for_its_clock_keeps_running() =>
        Suspended.On(2024, 4, 1).When(Supervisor, Slip).ThenState(IssueState.Suspended);

    [Fact]
    public void A_delegate_urges_in_supervisions_place() =>
        Overdue.Lending(Supervisor, Role.Supervision, Inspection, Stranger).When(Stranger, Slip).Accepted();

    [Fact]
    public void The_papers_number_and_message_are_bounded()
    {
        Overdue.When(Supervisor, Slip with { Document = new string('号', 201) }).ThenFaultIn("document");
        Overdue.When(Supervisor, Slip with { Message = new string('字', 2001) }).ThenFaultIn("message");
    }

    [Fact]
    public void The_park_sets_reply_times_addressees_and_warnings()
    {
        var ladder = UrgingPolicy.Default.Ladder.SetItem(UrgingLevel.UrgingSlip, new(ReplyWorkingDays: 1, ToLeader: true));
        var story = Overdue.In(park => park.With(Policy.Default with { Urging = new(ladder, [2]) }));
        var notice = story.Then(Supervisor, Slip).Issue.Urgings[0];
        Assert.Equal((Leader, new DateOnly(2024, 4, 2)), (notice.To.Person!.Value, notice.ReplyBy));
        story.On(2024, 3, 26).When(Clerk, Reminding(UrgingTrigger.NearDue)).ThenRefused<NothingToUrge>(Reason.WrongState);
        story.On(2024, 3, 27).When(Clerk, Reminding(UrgingTrigger.NearDue)).Accepted();
    }

    private static UrgeIssue Reminding(UrgingTrigger trigger) => new(Number, trigger, UrgingLevel.Reminder);
}
