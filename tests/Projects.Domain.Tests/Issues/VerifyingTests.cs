using System.Collections.Immutable;
using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>核查 (DOMAIN 4, rows 8 and 9), and who may not.</summary>
public sealed class VerifyingTests
{
    private static readonly RecordVerification Pass = new(Number, BothMet, "达到标准");

    [Theory]
    [InlineData(Grade.Ordinary, 1)]
    [InlineData(Grade.Larger, 2)]
    [InlineData(Grade.Major, 3)]
    public void The_grade_says_how_many_verify(Grade grade, int needed)
    {
        ImmutableArray<PersonId> all = [Ann, Bo, Cai];
        foreach (var named in new[] { 0, 1, 2, 3 }.Where(count => count != needed))
            Requested(grade).When(Clerk, new StartVerification(Number, all[..named])).ThenRefused(new VerifierCountWrong(Number, needed, named));
        var story = Requested(grade).When(Clerk, new StartVerification(Number, all[..needed])).Then(new VerificationStarted(Number, all[..needed]));
        Assert.Equal(IssueState.Verifying, story.Issue.State);
        story.When(Clerk, new StartVerification(Number, [.. all[..needed].Reverse()])).ThenAlreadySo();
    }

    [Fact]
    public void Who_stands_in_for_a_unit_concerned_verifies_nothing_of_it()
    {
        Requested().Lending(Head, Role.UnitHead, Economy, Ann)
            .When(Clerk, new StartVerification(Number, [Ann])).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned));
        BeingVerified().Lending(Supporter, Role.Handler, Housing, Ann)
            .When(Ann, new RecordVerification(Number, BothMet, "达到标准")).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned));
    }

    [Fact]
    public void Naming_one_person_twice_is_not_two_verifiers()
    {
        Requested(Grade.Larger).When(Clerk, new StartVerification(Number, [Ann, Ann])).ThenRefused(new VerifierCountWrong(Number, 2, 1));
        Requested().When(Clerk, new StartVerification(Number, default)).ThenFaultIn("verifiers");
    }

    [Fact]
    public void Only_appointed_verifiers_are_named_and_only_by_the_ledger_office()
    {
        Requested().When(Clerk, new StartVerification(Number, [Chief])).ThenRefused(new VerifierNotAppointed(Number, [Chief]));
        Requested().When(Clerk, new StartVerification(Number, [new("nobody")])).ThenFaultIn("verifiers");
        Requested().When(Head, new StartVerification(Number, [Ann])).ThenRefused<RoleMissing>(Reason.Forbidden);
        var left = Requested().In(park => park.Knowing(new AppointmentEnded(Ann, Role.Verifier, Inspection, new(2024, 1, 5))));
        left.When(Clerk, new StartVerification(Number, [Ann])).ThenRefused(new VerifierNotAppointed(Number, [Ann]));
    }

    [Theory]
    [InlineData("economy")]
    [InlineData("housing")]
    public void A_verifier_belongs_to_no_unit_concerned(string unit)
    {
        var story = Requested().Appointing(Ann, Role.Handler, new(unit));
        story.When(Clerk, new StartVerification(Number, [Ann])).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned));
        Assert.Equal(Reason.SeparationOfDuties, new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned).Reason);
    }

    [Fact]
    public void A_verifier_rectified_nothing_in_this_round()
    {
        var story = Requested().Appointing(Responsible, Role.Verifier, Inspection);
        story.When(Clerk, new StartVerification(Number, [Responsible])).Accepted();
        var worked = Rectified().Then(Responsible, new ReportProgress(Number, "已督促")).Then(Head, new RequestClosure(Number, "完成")).Appointing(Responsible, Role.Verifier, Inspection);
        worked.When(Clerk, new StartVerification(Number, [Responsible])).ThenRefused(new DutiesNotSeparate(Number, Responsible, Duty.Rectifier));
    }

    [Fact]
    public void Having_asked_for_the_closing_in_the_heads_place_bars_from_verifying()
    {
        var story = Rectified().Lending(Head, Role.UnitHead, Economy, Ann).Then(Ann, new RequestClosure(Number, "完成"));
        story.When(Clerk, new StartVerification(Number, [Ann])).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.Requester));
    }

    [Fact]
    public void Work_of_an_earlier_round_bars_nobody_from_this_one()
    {
        var story = Closed().Then(Clerk, new ReopenIssue(Number, ReopenCause.Rebound, "反弹", new(2024, 4, 30)))
            .Rectified().Then(Head, new RequestClosure(Number, "再次完成"));
        Assert.Equal([Handler, Head], story.Issue.Round!.Rectifiers);
        story.When(Clerk, new StartVerification(Number, [Ann])).Accepted();
    }

    [Fact]
    public void The_last_finding_passes_it_on_to_the_approval()
    {
        var first = BeingVerified(Grade.Larger).When(Ann, Pass).Then(new VerificationRecorded(Number, Ann, BothMet, "达到标准"));
        Assert.Equal(IssueState.Verifying, first.Issue.State);
        first.When(Ann, Pass).ThenAlreadySo();
        first.When(Ann, Pass with { Opinion = "改口" }).ThenRefused(new VerifierDoneAlready(Number, Ann));
        var second = first.When(Bo, Pass).Then(new VerificationRecorded(Number, Bo, BothMet, "达到标准"), new VerificationPassed(Number));
        Assert.Equal(IssueState.AwaitingApproval, second.Issue.State);
        second.When(Bo, Pass).ThenAlreadySo();
    }

    [Fact]
    public void Every_criterion_is_judged_once_and_met()
    {
        BeingVerified().When(Ann, Pass with { Judgements = [new(1, true)] }).ThenRefused(new CriteriaUnjudged(Number, [2]));
        BeingVerified().When(Ann, Pass with { Judgements = default }).ThenRefused(new CriteriaUnjudged(Number, [1, 2]));
        BeingVerified().When(Ann, Pass with { Judgements = [new(1, true), new(2, false, "台账缺页")] }).ThenRefused(new CriteriaNotMet(Number, [2]));
        BeingVerified().When(Ann, Pass with { Judgements = [new(1, true), new(1, true), new(2, true)] }).ThenFaultIn("judgements");
        BeingVerified().When(Ann, Pass with { Judgements = [.. BothMet, new(3, true)] }).ThenFaultIn("judgements");
        BeingVerified().When(Ann, Pass with { Opinion = " " }).ThenFaultIn("opinion");
        Assert.Equal((Reason.CriteriaOpen, Reason.CriteriaOpen), (new CriteriaUnjudged(Number, [2]).Reason, new CriteriaNotMet(Number, [2]).Reason));
    }

    [Fact]
    public void Only_the_named_verifier_records_a_finding()
    {
        BeingVerified().When(Bo, Pass).ThenRefused(new NotNamedVerifier(Number, [Ann]));
        Assert.Equal(Reason.Forbidden, new NotNamedVerifier(Number, [Ann]).Reason);
        BeingVerified().When(Clerk, Pass).ThenRefused(new RoleMissing([Role.Verifier]));
    }

    [Fact]
    public void A_delegate_records_in_the_verifiers_place()
    {
        var story = BeingVerified().Lending(Ann, Role.Verifier, Inspection, Stranger).When(Stranger, Pass)
            .Then(new VerificationRecorded(Number, Ann, BothMet, "达到标准"), new VerificationPassed(Number));
        Assert.Equal((Ann, Stranger), (story.Issue.Request!.Verifications[0].Verifier, story.Issue.Request.Verifications[0].By.Person));
    }

    [Fact]
    public void A_delegate_brings_their_own_conflicts()
    {
        BeingVerified().Lending(Ann, Role.Verifier, Inspection, Handler).When(Handler, Pass).ThenRefused(new DutiesNotSeparate(Number, Handler, Duty.Rectifier));
        BeingVerified().Lending(Ann, Role.Verifier, Inspection, Supporter).When(Supporter, Pass).ThenRefused(new DutiesNotSeparate(Number, Supporter, Duty.UnitConcerned));
    }

    [Fact]
    public void And_inherits_those_that_arose_after_the_naming()
    {
        var story = BeingVerified().Lending(Ann, Role.Verifier, Inspection, Stranger).Appointing(Ann, Role.Handler, Economy);
        story.When(Stranger, Pass).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned));
        story.When(Ann, Pass).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.UnitConcerned));
    }

    [Fact]
    public void No_person_stands_behind_two_findings()
    {
        // Bo lends to Ann, who is named herself.
        var story = BeingVerified(Grade.Larger).Lending(Bo, Role.Verifier, Inspection, Ann).Then(Ann, Pass);
        story.When(Ann, Pass with { Opinion = "代为核查" }).ThenRefused(new DutiesNotSeparate(Number, Ann, Duty.Verifier));
        // One delegate of both.
        var both = BeingVerified(Grade.Larger).Lending(Ann, Role.Verifier, Inspection, Stranger).Lending(Bo, Role.Verifier, Inspection, Stranger).Then(Stranger, Pass);
        both.When(Stranger, Pass with { Opinion = "再次" }).ThenRefused(new DutiesNotSeparate(Number, Stranger, Duty.Verifier));
        both.When(Bo, Pass).Accepted();
    }

    [Fact]
    public void Where_one_capacity_conflicts_the_next_is_taken()
    {
        // Ann is named and no longer a verifier; what Cai lends her does not fill her seat.
        var story = BeingVerified().Lending(Cai, Role.Verifier, Inspection, Ann).In(park => park.Knowing(new AppointmentEnded(Ann, Role.Verifier, Inspection, new(2024, 1, 5))));
        story.When(Ann, Pass).ThenRefused(new NotNamedVerifier(Number, [Ann]));
        var lent = BeingVerified(Grade.Larger).Lending(Bo, Role.Verifier, Inspection, Cai).When(Cai, Pass).Accepted();
        Assert.Equal(Bo, lent.Issue.Request!.Verifications[0].Verifier);
    }
}
