using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>签收 and disputes (DOMAIN 4, rows 2 and 3).</summary>
public sealed class AssigningTests
{
    private static readonly ReassignIssue ToHousing = new(Number, Housing, [Economy], Leader, null, "职责调整");

    [Fact]
    public void The_head_of_the_lead_unit_accepts()
    {
        var story = Registered().AfterWorkingDays(3).When(Head, new AcceptIssue(Number)).Then(new IssueAccepted(Number, Late: false));
        Assert.Equal((IssueState.Rectifying, new DateOnly(2024, 1, 11)), (story.Issue.State, story.Issue.AcceptedOn));
    }

    [Fact]
    public void Accepting_after_the_policys_days_is_late_says_so_and_urges_by_itself() =>
        Registered().AfterWorkingDays(4).When(Head, new AcceptIssue(Number)).Then(
            new IssueAccepted(Number, Late: true),
            new IssueUrged(Number, 1, UrgingLevel.Reminder, new(1, UrgingTrigger.LateAcceptance), new(Economy, Responsible), new(2024, 1, 17), ByItself: true, null, null));

    [Fact]
    public void Accepting_twice_is_so_already() => Rectifying().When(Head, new AcceptIssue(Number)).ThenAlreadySo();

    [Fact]
    public void Nobody_accepts_for_another_unit()
    {
        foreach (var who in new[] { Handler, Supporter, Clerk, Chief })
            Registered().When(who, new AcceptIssue(Number)).ThenRefused(new RoleMissing([Role.UnitHead], Economy));
    }

    [Fact]
    public void A_delegate_accepts_in_the_heads_place_and_the_history_says_for_whom()
    {
        var story = Registered().Lending(Head, Role.UnitHead, Economy, Stranger).Then(Stranger, new AcceptIssue(Number));
        Assert.Equal(new By(Stranger, Role.UnitHead, Economy, Head), story.Journal[^1].By);
    }

    [Fact]
    public void A_draft_is_not_accepted() => ADraft().When(Head, new AcceptIssue(Number)).ThenRefused(
        new WrongIssueState(Number, IssueState.Draft, ["amend", "register", "void", "merge"]));

    [Fact]
    public void The_lead_unit_disputes_with_a_reason_and_the_issue_stays_registered()
    {
        var story = Registered().When(Head, new DisputeAssignment(Number, "不属本单位职责")).Then(new AssignmentDisputed(Number, "不属本单位职责"));
        Assert.Equal((IssueState.Registered, "不属本单位职责"), (story.Issue.State, story.Issue.Dispute));
        story.When(Head, new DisputeAssignment(Number, "不属本单位职责")).ThenAlreadySo();
        Registered().When(Head, new DisputeAssignment(Number, " ")).ThenRefused(new ReasonMissing("reason"));
        Registered().When(Handler, new DisputeAssignment(Number, "不属本单位职责")).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void The_ledger_office_assigns_anew_and_that_settles_the_dispute()
    {
        var story = Registered().Then(Head, new DisputeAssignment(Number, "不属本单位职责"))
            .When(Clerk, ToHousing).Then(new IssueReassigned(Number, Housing, [Economy], Leader, null, "职责调整"));
        Assert.Equal((Housing, null), (story.Issue.Particulars.LeadUnit, story.Issue.Dispute));
        story.When(Head, new AcceptIssue(Number)).ThenRefused<RoleMissing>(Reason.Forbidden);
        story.When(Clerk, ToHousing).ThenAlreadySo();
    }

    [Fact]
    public void Assigning_the_same_unit_again_settles_a_dispute_against_it()
    {
        var same = new ReassignIssue(Number, Economy, [Housing], Leader, Responsible, "职责清单第3条");
        Registered().When(Clerk, same).ThenAlreadySo();
        Assert.Null(Registered().Then(Head, new DisputeAssignment(Number, "不属本单位职责")).Then(Clerk, same).Issue.Dispute);
    }

    [Fact]
    public void An_assignment_names_a_unit_a_leader_and_a_reason()
    {
        Registered().When(Clerk, ToHousing with { LeadUnit = new("nowhere") }).ThenFaultIn("lead_unit");
        Registered().When(Clerk, ToHousing with { Leader = new("nobody") }).ThenFaultIn("leader");
        Registered().When(Clerk, ToHousing with { Reason = "" }).ThenRefused(new ReasonMissing("reason"));
        Registered().When(Head, ToHousing).ThenRefused<RoleMissing>(Reason.Forbidden);
        Rectifying().When(Clerk, ToHousing).ThenRefused<WrongIssueState>(Reason.WrongState);
    }
}
