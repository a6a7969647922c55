using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>中止, 恢复, 作废, 并案 (DOMAIN 4, rows 17 and 18).</summary>
public sealed class SuspendingAndVoidingTests
{
    private static readonly IssueNumber Other = new("WZ-002");
    private static readonly SuspendIssue Suspend = new(Number, "企业停产", new(2024, 3, 1));
    private static readonly VoidIssue Void = new(Number, "重复登记");
    private static readonly MergeIssue Merge = new(Number, Other, "同一问题");

    [Theory]
    [InlineData(IssueState.Registered)]
    [InlineData(IssueState.Rectifying)]
    public void A_suspended_issue_comes_back_where_it_was_and_its_clock_ran_on(IssueState state)
    {
        var story = In(state).When(Director, Suspend).Then(new IssueSuspended(Number, "企业停产", new(2024, 3, 1)));
        Assert.Equal((IssueState.Suspended, state, Due), (story.Issue.State, story.Issue.Suspension!.Left, story.Issue.CurrentDue));
        story.When(Director, Suspend).ThenAlreadySo();
        var back = story.When(Director, new ResumeIssue(Number, "已复产")).Then(new IssueResumed(Number, "已复产"));
        Assert.Equal((state, null, Due), (back.Issue.State, back.Issue.Suspension, back.Issue.CurrentDue));
        back.When(Director, new ResumeIssue(Number)).ThenRefused<WrongIssueState>(Reason.WrongState);
    }

    [Fact]
    public void A_suspension_has_a_reason_a_review_within_ninety_days_and_an_approver()
    {
        Rectifying().When(Director, Suspend with { Reason = " " }).ThenRefused(new ReasonMissing("reason"));
        Rectifying().When(Director, Suspend with { ReviewOn = Start }).ThenFaultIn("review_date");
        Rectifying().When(Director, Suspend with { ReviewOn = Start.AddDays(91) }).ThenFaultIn("review_date");
        Rectifying().When(Director, Suspend with { ReviewOn = Start.AddDays(90) }).Accepted();
        Rectifying().When(Clerk, Suspend).ThenRefused<RoleMissing>(Reason.Forbidden);
        Rectifying(Grade.Major).When(Deputy, Suspend).ThenRefused(new RoleMissing([Role.ChiefLeader]));
        Suspended.When(Clerk, new ResumeIssue(Number)).ThenRefused<RoleMissing>(Reason.Forbidden);
        Suspended.When(Director, new ResumeIssue(Number, new string('长', 2001))).ThenFaultIn("note");
    }

    [Theory]
    [InlineData(IssueState.Draft)]
    [InlineData(IssueState.Registered)]
    [InlineData(IssueState.Rectifying)]
    public void An_approver_voids_with_a_reason(IssueState state)
    {
        var story = In(state).When(Director, Void).Then(new IssueVoided(Number, "重复登记"));
        Assert.Equal(IssueState.Void, story.Issue.State);
        story.When(Director, Void).ThenAlreadySo();
        In(state).When(Director, Void with { Reason = "" }).ThenRefused(new ReasonMissing("reason"));
        In(state).When(Head, Void).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void The_ledger_office_strikes_a_draft_but_not_what_stands_in_the_books()
    {
        ADraft().When(Clerk, Void).ThenState(IssueState.Void);
        Registered().When(Clerk, Void).ThenRefused<RoleMissing>(Reason.Forbidden);
        Requested().When(Director, Void).ThenRefused<WrongIssueState>(Reason.WrongState);
    }

    [Fact]
    public void An_issue_is_merged_into_another_that_is_open()
    {
        var drafted = Rectifying().Then(Clerk, new DraftIssue(List, Other, Given.Particulars with { Remark = "二" }));
        drafted.When(Director, Merge).ThenRefused(new MergeTargetUnfit(Other, IssueState.Draft));
        var two = drafted.Then(Clerk, new RegisterIssue(Other));
        var story = two.When(Director, Merge).Then(new IssueMerged(Number, Other, "同一问题"));
        Assert.Equal((IssueState.Void, Other), (story.Issue.State, story.Issue.MergedInto));
        story.When(Director, Merge).ThenAlreadySo();
        two.When(Director, Merge with { Reason = "" }).ThenRefused(new ReasonMissing("reason"));
        two.When(Clerk, Merge).ThenRefused<RoleMissing>(Reason.Forbidden);
        two.When(Director, Merge with { Into = Number }).ThenRefused(new MergeTargetUnfit(Number, State: null));
        two.Then(Director, new VoidIssue(Other, "误报")).When(Director, Merge).ThenRefused(new MergeTargetUnfit(Other, IssueState.Void));
        Rectifying().When(Director, Merge).ThenRefused(new NotFound("issue", "WZ-002"));
    }
}
