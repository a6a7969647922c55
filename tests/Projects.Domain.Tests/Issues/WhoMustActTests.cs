using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>Ball-in-court: who must act now (DOMAIN 3).</summary>
public sealed class WhoMustActTests
{
    [Fact]
    public void A_registered_issue_waits_for_the_head_of_its_lead_unit_and_a_disputed_one_for_the_ledger_office()
    {
        Waits(Registered(), [Role.UnitHead], Economy);
        Waits(Registered().Then(Head, new DisputeAssignment(Number, "不属本单位职责")), [Role.LedgerOffice]);
    }

    [Fact]
    public void Rectification_waits_for_the_lead_unit_and_the_responsible_person() => Waits(Rectifying(), [Role.Handler, Role.UnitHead], Economy, Responsible);

    [Fact]
    public void An_extension_asked_for_waits_for_those_who_may_decide_it() =>
        Waits(Rectifying(Grade.Larger).Then(Head, new RequestExtension(Number, new(2024, 4, 30), "延迟")), [Role.DeputyLeader, Role.ChiefLeader]);

    [Fact]
    public void Verification_waits_for_the_verifiers_not_yet_heard() =>
        Waits(BeingVerified(Grade.Larger).Then(Ann, new RecordVerification(Number, BothMet, "达到")), [Role.Verifier], null, Bo);

    [Fact]
    public void Approval_waits_for_the_level_of_its_grade() => Waits(Verified(Grade.Major), [Role.ChiefLeader]);

    [Theory]
    [InlineData(IssueState.Draft)]
    [InlineData(IssueState.ClosureRequested)]
    [InlineData(IssueState.OnNotice)]
    [InlineData(IssueState.Closed)]
    [InlineData(IssueState.StandingWatch)]
    public void The_ledger_office_keeps_the_rest_going(IssueState state) => Waits(In(state), [Role.LedgerOffice]);

    [Theory]
    [InlineData(IssueState.Filed)]
    [InlineData(IssueState.Void)]
    public void What_is_over_waits_for_nobody(IssueState state) => Waits(In(state), []);

    [Fact]
    public void A_suspended_issue_waits_for_an_approver() => Waits(Suspended, [Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader]);

    [Fact]
    public void It_waits_for_whoever_holds_the_role_in_the_unit_for_the_person_named_and_for_who_stands_in_for_them()
    {
        var ball = BallInCourt.Of(Rectifying().Issue);

        Assert.True(ball.WaitsFor(Cast.Park.Actor(Head, Start)));
        Assert.True(ball.WaitsFor(Cast.Park.Actor(Responsible, Start)));
        Assert.True(ball.WaitsFor(new Actor(Stranger, ActorKind.Person, [new Capacity(Role.ProjectOfficer, Office, For: Responsible)])));
        Assert.False(ball.WaitsFor(Cast.Park.Actor(Supporter, Start)));
        Assert.False(ball.WaitsFor(Cast.Park.Actor(Clerk, Start)));
    }

    [Fact]
    public void Of_the_verifiers_it_waits_for_those_named_alone()
    {
        var ball = BallInCourt.Of(BeingVerified(Grade.Larger).Then(Ann, new RecordVerification(Number, BothMet, "达到")).Issue);

        Assert.True(ball.WaitsFor(Cast.Park.Actor(Bo, Start)));
        Assert.False(ball.WaitsFor(Cast.Park.Actor(Ann, Start)));
        Assert.False(ball.WaitsFor(Cast.Park.Actor(Cai, Start)));
    }

    private static void Waits(Story story, Role[] roles, UnitCode? unit = null, params PersonId[] people)
    {
        var ball = BallInCourt.Of(story.Issue);
        Assert.Equal(roles, ball.Roles);
        Assert.Equal(unit, ball.Unit);
        Assert.Equal(people, ball.People);
    }
}
