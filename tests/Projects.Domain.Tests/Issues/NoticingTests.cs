using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>公示 (DOMAIN 4, rows 12 and 13). It begins on Monday 2024-01-08.</summary>
public sealed class NoticingTests
{
    private static readonly EndNotice End = new(Number);
    private static readonly RaiseObjection Smell = new(Number, "群众", "仍有异味");

    [Fact]
    public void Five_working_days_after_its_start_a_notice_ends_and_the_issue_is_closed()
    {
        OnNotice().AfterWorkingDays(4).When(Clerk, End).ThenRefused(new NoticeRunning(Number, 4, 5, [], []));
        var story = OnNotice().AfterWorkingDays(5).When(Clerk, End).Then(new NoticeEnded(Number, 5), new IssueClosed(Number));
        Assert.Equal((IssueState.Closed, new DateOnly(2024, 1, 15), ClosureOutcome.Done), (story.Issue.State, story.Issue.ClosedOn, story.Issue.Round!.Requests[0].Outcome));
        Assert.Equal(story.Issue.ClosedOn, story.Issue.Round.ClosedOn);
        story.When(Clerk, End).ThenAlreadySo();
        OnNotice().AfterWorkingDays(5).When(Chief, End).ThenRefused(new RoleMissing([Role.LedgerOffice]));
    }

    [Fact]
    public void Holidays_do_not_count_and_make_up_days_do()
    {
        // Started Wednesday 7 February; 8, 9 February and 18 (a Sunday worked), 19, 20 count.
        var story = Verified().On(2024, 2, 7).Then(Chief, new ApproveClosure(Number));
        story.On(2024, 2, 19).When(Clerk, End).ThenRefused(new NoticeRunning(Number, 4, 5, [], []));
        story.On(2024, 2, 20).When(Clerk, End).ThenState(IssueState.Closed);
    }

    [Fact]
    public void Backdating_the_approval_starts_no_notice_in_the_past()
    {
        var story = Verified().On(2024, 1, 15).When(Chief, new ApproveClosure(Number), on: Start).Accepted();
        Assert.Equal(Start, story.Issue.Request!.Approval!.On);
        story.When(Clerk, End).ThenRefused(new NoticeRunning(Number, 0, 5, [], []));
        story.On(2024, 1, 22).When(Clerk, End).ThenState(IssueState.Closed);
    }

    [Fact]
    public void An_open_objection_keeps_the_notice_from_ending()
    {
        var story = OnNotice().AfterWorkingDays(2).When(Clerk, Smell).Then(new ObjectionRaised(Number, 1, "群众", "仍有异味"));
        story.When(Clerk, Smell).ThenAlreadySo();
        story.AfterWorkingDays(10).When(Clerk, End).ThenRefused(new NoticeRunning(Number, 2, 5, [1], []));
    }

    [Fact]
    public void The_clock_is_held_while_objections_are_open_and_overlapping_ones_hold_it_once()
    {
        // Raised Wednesday 10 and Thursday 11, settled Friday 12 and Tuesday 16: 11 to 16 are held.
        var story = OnNotice().On(2024, 1, 10).Then(Clerk, Smell).On(2024, 1, 11).Then(Clerk, Smell with { Objection = "噪声" })
            .On(2024, 1, 12).Then(Clerk, new SettleObjection(Number, 1, false, "经查不实"))
            .On(2024, 1, 16).Then(Clerk, new SettleObjection(Number, 2, false, "经查不实"));
        story.On(2024, 1, 18).When(Clerk, End).ThenRefused(new NoticeRunning(Number, 4, 5, [], []));
        story.On(2024, 1, 19).When(Clerk, End).Then(new NoticeEnded(Number, 5), new IssueClosed(Number));
    }

    [Fact]
    public void Backdating_a_settlement_sets_no_held_day_free()
    {
        var story = OnNotice().Then(Clerk, Smell).On(2024, 1, 15).When(Clerk, new SettleObjection(Number, 1, false, "经查不实"), on: Start).Accepted();
        story.When(Clerk, End).ThenRefused(new NoticeRunning(Number, 0, 5, [], []));
        story.On(2024, 1, 22).When(Clerk, End).ThenState(IssueState.Closed);
    }

    [Fact]
    public void An_upheld_objection_leaves_only_the_way_back()
    {
        var story = OnNotice().Then(Clerk, Smell).When(Clerk, new SettleObjection(Number, 1, true, "属实")).Then(new ObjectionSettled(Number, 1, true, "属实"));
        story.AfterWorkingDays(9).When(Clerk, End).ThenRefused(new NoticeRunning(Number, 9, 5, [], [1]));
        story.When(Clerk, new ReturnForRework(Number, "异议成立")).ThenState(IssueState.Rectifying);
    }

    [Fact]
    public void A_settlement_is_final()
    {
        var story = OnNotice().Then(Clerk, Smell, new SettleObjection(Number, 1, false, "经查不实"));
        story.When(Clerk, new SettleObjection(Number, 1, false, "经查不实")).ThenAlreadySo();
        story.When(Clerk, new SettleObjection(Number, 1, true, "属实")).ThenRefused(new ObjectionAlreadySettled(Number, 1, false));
        story.When(Clerk, new SettleObjection(Number, 2, true, "属实")).ThenRefused(new NotFound("objection", "2"));
        OnNotice().Then(Clerk, Smell).When(Clerk, new SettleObjection(Number, 1, true, "")).ThenFaultIn("outcome");
    }

    [Fact]
    public void Objections_go_through_the_ledger_office_and_say_who_and_what()
    {
        OnNotice().When(Clerk, Smell with { RaisedBy = "" }).ThenFaultIn("raised_by");
        OnNotice().When(Clerk, Smell with { Objection = "" }).ThenFaultIn("objection");
        OnNotice().When(Handler, Smell).ThenRefused<RoleMissing>(Reason.Forbidden);
        Closed().When(Clerk, Smell).ThenRefused<WrongIssueState>(Reason.WrongState);
    }
}
