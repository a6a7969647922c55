using Projects.Domain.Tests.Issues;
using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Urging;

/// <summary>答复 and 认定: the unit answers, the urger accepts it or not, and only then the ladder goes on or rests (DOMAIN 9).</summary>
public sealed class UrgingReplyTests
{
    private static readonly ReplyToUrging Reply = new(Number, 1, "设备本周到货", new(2024, 4, 10));
    private static readonly SettleUrging Accept = new(Number, 1, true);
    private static readonly SettleUrging Decline = new(Number, 1, false, "未说明责任人");
    private static readonly UrgeIssue Letter = new(Number, UrgingTrigger.Overdue, UrgingLevel.SupervisionLetter);

    /// <summary>Overdue since 2024-03-29 and urged by a slip on Monday 2024-04-01, to be answered by Sunday the 7th, a working day.</summary>
    private static Story Urged => Rectifying().On(2024, 4, 1).Then(Supervisor, new UrgeIssue(Number, UrgingTrigger.Overdue, UrgingLevel.UrgingSlip));

    private static Story Answered => Urged.On(2024, 4, 2).Then(Head, Reply);

    [Fact]
    public void The_lead_units_head_handler_or_responsible_person_replies()
    {
        foreach (var who in new[] { Head, Handler, Responsible })
        {
            var story = Urged.When(who, Reply).Then(new UrgingReplied(Number, 1, "设备本周到货", new(2024, 4, 10), Late: false));
            Assert.Equal((UrgingState.AwaitingSettlement, who), (story.Issue.Urgings[0].StateIn(story.Issue), story.Issue.Urgings[0].Reply!.By.Person));
        }
    }

    [Fact]
    public void Nobody_else_replies_not_even_a_supporting_unit()
    {
        foreach (var who in Everyone.Except([Head, Handler, Responsible]))
            Urged.When(who, Reply).ThenRefused(new RoleMissing([Role.Handler, Role.UnitHead], Economy));
    }

    [Fact]
    public void A_reply_after_its_time_is_marked_late_by_the_day_it_is_recorded() =>
        Urged.On(2024, 4, 8).When(Head, Reply, on: new(2024, 4, 3)).Then(new UrgingReplied(Number, 1, "设备本周到货", new(2024, 4, 10), Late: true));

    [Fact]
    public void Replying_twice_is_so_already_and_with_other_words_the_first_reply_is_to_be_settled()
    {
        Answered.When(Head, Reply).ThenAlreadySo();
        Answered.When(Head, Reply with { Reply = "改口" }).ThenRefused(new UrgingNotOpen(Number, 1, UrgingState.AwaitingSettlement));
        Answered.Then(Supervisor, Accept).When(Head, Reply).ThenAlreadySo();
    }

    [Fact]
    public void The_reply_of_an_overdue_issue_promises_a_day_that_is_not_past()
    {
        Urged.When(Head, Reply with { PromisedOn = null }).ThenFaultIn("promised_date");
        Urged.When(Head, Reply with { PromisedOn = new(2024, 3, 31) }).ThenFaultIn("promised_date");
        Urged.When(Head, Reply with { PromisedOn = new(2101, 1, 1) }).ThenFaultIn("promised_date");
        Urged.When(Head, Reply with { Reply = " " }).ThenFaultIn("reply");
        Urged.When(Head, Reply with { Reply = new string('字', 2001) }).ThenFaultIn("reply");
    }

    [Fact]
    public void A_warning_is_answered_without_a_promise() =>
        Rectifying().On(2024, 3, 22).Then(Clerk, new UrgeIssue(Number, UrgingTrigger.NearDue, UrgingLevel.Reminder)).When(Head, Reply with { PromisedOn = null }).Accepted();

    [Fact]
    public void There_must_be_such_a_notice_and_it_must_await_a_reply()
    {
        Urged.When(Head, Reply with { Notice = 2 }).ThenRefused(new NotFound("urging", "2"));
        Urged.When(Supervisor, Accept with { Notice = 2 }).ThenRefused(new NotFound("urging", "2"));
        Answered.Then(Supervisor, Accept).When(Head, Reply with { Reply = "补充" }).ThenRefused(new UrgingNotOpen(Number, 1, UrgingState.Answered));
        Assert.Equal(new NoUrgingAwaits(Number, UrgingState.AwaitingReply), Rectifying().ActionsOf(Head).Single(action => action.Verb == "replyToUrging").WhyNot);
    }

    [Fact]
    public void A_notice_that_another_has_followed_comes_too_late_to_be_answered()
    {
        var story = Urged.On(2024, 4, 8).Then(Supervisor, Letter);
        story.When(Head, Reply).ThenRefused(new UrgingNotOpen(Number, 1, UrgingState.Superseded));
        Assert.Equal(Reason.TooLate, new UrgingNotOpen(Number, 1, UrgingState.Superseded).Reason);
        story.When(Head, Reply with { Notice = 2 }).Accepted();
    }

    [Fact]
    public void A_reply_that_waits_is_settled_before_the_next_level()
    {
        var story = Answered.On(2024, 4, 8);
        var refusal = story.When(Supervisor, Letter).ThenRefused<UrgingWaits>(Reason.WrongState);
        Assert.Equal((UrgingWait.Settlement, "settleUrging"), (refusal.Wait, Assert.Single(refusal.Allowed)));
    }

    [Fact]
    public void An_accepted_reply_holds_the_ladder_until_the_day_it_promises()
    {
        var story = Answered.When(Supervisor, Accept).Then(new UrgingSettled(Number, 1, true, null));
        Assert.Equal(UrgingState.Answered, story.Issue.Urgings[0].StateIn(story.Issue));
        story.On(2024, 4, 10).When(Supervisor, Letter).ThenRefused(new UrgingWaits(Number, 1, UrgingWait.Answered, new(2024, 4, 10)));
        story.On(2024, 4, 11).When(Supervisor, Letter).Accepted();
    }

    [Fact]
    public void A_reply_not_accepted_leaves_the_rest_of_the_reply_time_for_another()
    {
        var story = Answered.When(Clerk, Decline).Then(new UrgingSettled(Number, 1, false, "未说明责任人"));
        Assert.Equal(UrgingState.AwaitingReply, story.Issue.Urgings[0].StateIn(story.Issue));
        story.On(2024, 4, 7).When(Supervisor, Letter).ThenRefused(new UrgingWaits(Number, 1, UrgingWait.ReplyTime, new(2024, 4, 7)));
        story.On(2024, 4, 8).When(Supervisor, Letter).Accepted();
        var again = story.Then(Head, Reply with { Reply = "责任人张工" });
        Assert.Equal(2, again.Issue.Urgings[0].Replies.Length);
    }

    [Fact]
    public void Settling_twice_is_so_already_and_otherwise_it_was_settled_before()
    {
        Answered.Then(Supervisor, Decline).When(Clerk, Decline).ThenAlreadySo();
        Answered.Then(Supervisor, Accept).When(Supervisor, Accept).ThenAlreadySo();
        Answered.Then(Supervisor, Accept).When(Supervisor, Decline).ThenRefused(new UrgingNotOpen(Number, 1, UrgingState.Answered));
        Urged.When(Supervisor, Accept).ThenRefused(new UrgingNotOpen(Number, 1, UrgingState.AwaitingReply));
    }

    [Fact]
    public void A_reply_is_declined_with_a_reason() => Answered.When(Supervisor, Decline with { Reason = " " }).ThenRefused(new ReasonMissing("reason"));

    [Fact]
    public void Whoever_may_issue_the_level_settles_the_reply_and_nobody_else()
    {
        foreach (var who in Everyone.Except([Supervisor, Clerk]))
            Answered.When(who, Accept).ThenRefused(new RoleMissing([Role.Supervision, Role.LedgerOffice]));
        var letter = Urged.On(2024, 4, 8).Then(Supervisor, Letter).Then(Head, Reply with { Notice = 2 });
        letter.When(Clerk, Accept with { Notice = 2 }).ThenRefused(new RoleMissing([Role.Supervision]));
        letter.When(Supervisor, Accept with { Notice = 2 }, kind: ActorKind.Program).ThenRefused(new PersonNeeded());
        letter.When(Supervisor, Accept with { Notice = 2 }).Accepted();
    }

    [Fact]
    public void Nobody_settles_their_own_reply_nor_does_their_delegate()
    {
        var both = Urged.Appointing(Head, Role.LedgerOffice, Office).Then(Head, Reply);
        both.When(Head, Accept).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Replier));
        both.Lending(Head, Role.LedgerOffice, Office, Stranger).When(Stranger, Accept).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Replier));
    }

    [Fact]
    public void Who_replied_for_the_rectification_does_not_verify_it()
    {
        var story = Urged.Appointing(Responsible, Role.Verifier, Inspection).Then(Responsible, Reply).Then(Supervisor, Accept).Rectified().Then(Head, new RequestClosure(Number, "完成"));
        story.When(Clerk, new StartVerification(Number, [Responsible])).ThenRefused(new DutiesNotSeparate(Number, Responsible, Duty.Rectifier));
    }
}
