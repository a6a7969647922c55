using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>审批 and 退回 (DOMAIN 4, rows 10 and 11).</summary>
public sealed class ApprovingTests
{
    private static readonly ApproveClosure Approve = new(Number, "同意");

    [Fact]
    public void Approval_starts_the_notice()
    {
        var story = Verified().When(Director, Approve).Then(new ClosureApproved(Number, "同意"), new NoticeStarted(Number, 5));
        Assert.Equal((IssueState.OnNotice, Director), (story.Issue.State, story.Issue.Request!.Approval!.By.Person));
        story.When(Director, Approve).ThenAlreadySo();
        story.When(Chief, Approve).ThenRefused<WrongIssueState>(Reason.WrongState);
        Verified().When(Director, Approve with { Opinion = new string('长', 2001) }).ThenFaultIn("opinion");
    }

    [Theory]
    [InlineData(Grade.Ordinary, true, true, true)]
    [InlineData(Grade.Larger, false, true, true)]
    [InlineData(Grade.Major, false, false, true)]
    public void The_grade_asks_for_a_level(Grade grade, bool director, bool deputy, bool chief)
    {
        foreach (var (who, may) in new[] { (Director, director), (Deputy, deputy), (Chief, chief) })
        {
            if (may)
                Verified(grade).When(who, Approve).ThenState(IssueState.OnNotice);
            else
                Verified(grade).When(who, Approve).ThenRefused<RoleMissing>(Reason.Forbidden);
        }
        Verified(grade).When(Clerk, Approve).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void The_accountable_leader_does_not_approve() =>
        Verified().When(Leader, Approve).ThenRefused(new DutiesNotSeparate(Number, Leader, Duty.AccountableLeader));

    [Fact]
    public void Nor_does_their_delegate_in_their_place() =>
        Verified().Lending(Leader, Role.DeputyLeader, Committee, Stranger).When(Stranger, Approve).ThenRefused(new DutiesNotSeparate(Number, Leader, Duty.AccountableLeader));

    [Fact]
    public void Nor_do_verifier_requester_or_rectifier()
    {
        Verified().Appointing(Ann, Role.LedgerDirector, Office).When(Ann, Approve).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.Verifier));
        Verified().Appointing(Head, Role.LedgerDirector, Office).When(Head, Approve).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Requester));
        Verified().Appointing(Handler, Role.LedgerDirector, Office).When(Handler, Approve).ThenRefused(new DutiesNotSeparate(Number, Handler, Duty.Rectifier));
    }

    [Fact]
    public void Nor_whoever_verified_in_anothers_place_nor_the_one_replaced()
    {
        var story = BeingVerified().Lending(Ann, Role.Verifier, Inspection, Director).Then(Director, new RecordVerification(Number, BothMet, "达到"));
        story.When(Director, Approve).ThenRefused(new DutiesNotSeparate(Number, Director, Duty.Verifier));
        story.Appointing(Ann, Role.LedgerDirector, Office).When(Ann, Approve).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.Verifier));
    }

    [Fact]
    public void A_delegate_of_the_chief_who_worked_on_it_does_not_approve() =>
        Verified().Lending(Chief, Role.ChiefLeader, Committee, Handler).When(Handler, Approve).ThenRefused(new DutiesNotSeparate(Number, Handler, Duty.Rectifier));

    [Fact]
    public void Where_a_lent_capacity_conflicts_ones_own_does_not()
    {
        var story = Verified().Lending(Leader, Role.DeputyLeader, Committee, Deputy).When(Deputy, Approve).Accepted();
        Assert.Null(story.Issue.Request!.Approval!.By.For);
        // And the other way round: only the capacity lent by one without conflict is left.
        var lent = Verified(Grade.Larger).Lending(Leader, Role.DeputyLeader, Committee, Stranger).Lending(Deputy, Role.DeputyLeader, Committee, Stranger).When(Stranger, Approve).Accepted();
        Assert.Equal(Deputy, lent.Issue.Request!.Approval!.By.For);
    }

    [Fact]
    public void Notice_may_come_before_the_approval()
    {
        var story = WithPolicy(policy => policy with { Approval = ApprovalOrder.NoticeThenApprove });
        Assert.Equal(IssueState.OnNotice, story.Issue.State);
        var ended = story.AfterWorkingDays(5).When(Clerk, new EndNotice(Number)).Then(new NoticeEnded(Number, 5));
        Assert.Equal(IssueState.AwaitingApproval, ended.Issue.State);
        ended.When(Clerk, new EndNotice(Number)).ThenAlreadySo();
        Assert.Equal(IssueState.Closed, ended.When(Director, Approve).Then(new ClosureApproved(Number, "同意"), new IssueClosed(Number)).Issue.State);
    }

    [Theory]
    [InlineData(ApprovalOrder.ApproveThenNotice)]
    [InlineData(ApprovalOrder.NoticeThenApprove)]
    public void Without_a_notice_the_approval_closes(ApprovalOrder order)
    {
        var story = WithPolicy(policy => policy with { Approval = order, NoticeWorkingDays = 0 });
        Assert.Equal(IssueState.AwaitingApproval, story.Issue.State);
        var closed = story.When(Director, Approve).Then(new ClosureApproved(Number, "同意"), new IssueClosed(Number));
        Assert.Equal((IssueState.Closed, Start), (closed.Issue.State, closed.Issue.ClosedOn));
        closed.When(Director, Approve).ThenAlreadySo();
    }

    [Fact]
    public void The_policy_of_the_day_the_round_opened_binds_it_whatever_is_decided_later()
    {
        // Toggle, approve, toggle back does not work (SECURITY 2).
        var lax = Policy.Default with
        {
            Closing = Policy.Default.Closing.SetItem(Grade.Major, new ClosingRule(1, 1)), NoticeWorkingDays = 0, Approval = ApprovalOrder.NoticeThenApprove, ExtensionsAtMost = 9,
        };
        var story = Requested(Grade.Major).In(park => park.With(lax));
        story.When(Clerk, new StartVerification(Number, [Ann])).ThenRefused(new VerifierCountWrong(Number, 3, 1));
        var verified = story.Named().Passed();
        verified.When(Director, Approve).ThenRefused(new RoleMissing([Role.ChiefLeader]));
        verified.When(Chief, Approve).Then(new ClosureApproved(Number, "同意"), new NoticeStarted(Number, 5));

        var next = verified.Then(Chief, Approve).AfterWorkingDays(5).Then(Clerk, new EndNotice(Number), new ReopenIssue(Number, ReopenCause.Rebound, "反弹", new(2024, 4, 30)));
        Assert.Equal((1, 1, 0), (next.Issue.Round!.Terms.Verifiers, next.Issue.Round.Terms.ApproverLevel, next.Issue.Round.Terms.NoticeWorkingDays));
    }

    [Theory]
    [InlineData(IssueState.Verifying)]
    [InlineData(IssueState.AwaitingApproval)]
    [InlineData(IssueState.OnNotice)]
    public void A_judge_returns_it_for_rework_with_a_reason(IssueState state)
    {
        foreach (var who in new[] { Ann, Director, Clerk })
        {
            In(state).When(who, new ReturnForRework(Number, " ")).ThenRefused(new ReasonMissing("reason"));
            var story = In(state).When(who, new ReturnForRework(Number, "佐证不足")).Then(new ClosureReturned(Number, state, "佐证不足"));
            Assert.Equal((IssueState.Rectifying, ClosureOutcome.Returned), (story.Issue.State, story.Issue.Round!.Requests[0].Outcome));
            story.When(who, new ReturnForRework(Number, "佐证不足")).ThenAlreadySo();
        }
        foreach (var who in new[] { Bo, Head, Handler, Upper })
            In(state).When(who, new ReturnForRework(Number, "佐证不足")).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void The_next_request_is_a_new_record_and_is_verified_anew()
    {
        var story = Verified().Then(Director, new ReturnForRework(Number, "佐证不足")).Then(Head, new RequestClosure(Number, "已补充"));
        Assert.Equal((2, 0), (story.Issue.Round!.Requests.Length, story.Issue.Request!.Verifications.Length));
        Assert.Single(story.Issue.Round.Requests[0].Verifications);
        story.Named().When(Director, Approve).ThenRefused<WrongIssueState>(Reason.WrongState);
    }

    private static Story WithPolicy(Func<Policy, Policy> change) => ADraft().In(park => park.With(change(Policy.Default)))
        .Then(Clerk, new RegisterIssue(Number)).Then(Head, new AcceptIssue(Number)).Rectified().Then(Head, new RequestClosure(Number, "完成")).Named().Passed();
}
