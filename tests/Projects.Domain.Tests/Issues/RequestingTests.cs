using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>申请销号, its withdrawal, and standing issues (DOMAIN 4, rows 6, 7 and 15).</summary>
public sealed class RequestingTests
{
    [Fact]
    public void The_head_asks_when_all_is_done_and_shown()
    {
        var story = Rectified().When(Head, new RequestClosure(Number, "整改完成")).Then(new ClosureRequested(Number, "整改完成", null));
        Assert.Equal((IssueState.ClosureRequested, Head), (story.Issue.State, story.Issue.Request!.By.Person));
        Assert.Contains(Head, story.Issue.Round!.Rectifiers);
        story.When(Head, new RequestClosure(Number, "整改完成")).ThenAlreadySo();
        Rectified().When(Handler, new RequestClosure(Number, "整改完成")).ThenRefused(new RoleMissing([Role.UnitHead], Economy));
        Rectified().When(Head, new RequestClosure(Number, "")).ThenFaultIn("statement");
    }

    [Fact]
    public void Every_measure_must_be_done() =>
        Rectifying().Then(Handler, new CompleteMeasure(Number, 2)).When(Head, new RequestClosure(Number, "完成")).ThenRefused(new MeasuresOpen(Number, [1]));

    [Fact]
    public void Every_criterion_must_be_shown() =>
        Rectifying().Then(Handler, new CompleteMeasure(Number, 1), new CompleteMeasure(Number, 2), new AddEvidence(Number, Photo, [1]))
            .When(Head, new RequestClosure(Number, "完成")).ThenRefused(new NoEvidence(Number, 1, [2]));

    [Fact]
    public void The_stable_reasons_are_those_of_the_contract()
    {
        Assert.Equal(Reason.CriteriaOpen, new MeasuresOpen(Number, [1]).Reason);
        Assert.Equal(Reason.NoEvidence, new NoEvidence(Number, 1, [1]).Reason);
    }

    [Fact]
    public void Evidence_of_an_earlier_round_does_not_serve()
    {
        var story = Reopened.Then(Handler, new CompleteMeasure(Number, 1), new CompleteMeasure(Number, 2));
        story.When(Head, new RequestClosure(Number, "完成")).ThenRefused(new NoEvidence(Number, 2, [1, 2]));
        story.Then(Handler, new AddEvidence(Number, Photo, [1, 2])).When(Head, new RequestClosure(Number, "完成")).Accepted();
    }

    [Fact]
    public void A_request_is_withdrawn_before_verification_begins()
    {
        var story = Requested().When(Head, new WithdrawClosure(Number, "材料有误")).Then(new ClosureWithdrawn(Number, "材料有误"));
        Assert.Equal((IssueState.Rectifying, ClosureOutcome.Withdrawn), (story.Issue.State, story.Issue.Round!.Requests[0].Outcome));
        story.When(Head, new WithdrawClosure(Number, "材料有误")).ThenAlreadySo();
        Requested().When(Handler, new WithdrawClosure(Number)).ThenRefused<RoleMissing>(Reason.Forbidden);
        BeingVerified().When(Head, new WithdrawClosure(Number)).ThenRefused<WrongIssueState>(Reason.WrongState);
        Assert.Equal(2, story.Then(Head, new RequestClosure(Number, "重新申请")).Issue.Round!.Requests.Length);
    }

    [Fact]
    public void A_standing_issue_is_marked_stage_done_and_ends_under_watch()
    {
        Rectified(kind: IssueKind.Standing).When(Head, new RequestClosure(Number, "完成")).ThenRefused<WrongIssueState>(Reason.WrongState);
        var asked = Rectified(kind: IssueKind.Standing).When(Head, new MarkStageDone(Number, "机制已建立", new(2024, 6, 28))).Then(new ClosureRequested(Number, "机制已建立", new(2024, 6, 28)));
        asked.When(Head, new MarkStageDone(Number, "机制已建立", new(2024, 6, 28))).ThenAlreadySo();

        var story = UnderWatch;
        Assert.Equal((IssueState.StandingWatch, new DateOnly(2024, 6, 28), null), (story.Issue.State, story.Issue.NextReview, story.Issue.ClosedOn));
        Assert.IsType<IssueStageDone>(story.Journal[^1].Event);
    }

    [Fact]
    public void Marking_a_stage_done_asks_as_much_as_a_closing_and_a_review_ahead()
    {
        Rectifying(kind: IssueKind.Standing).When(Head, new MarkStageDone(Number, "好", new(2024, 6, 28))).ThenRefused(new MeasuresOpen(Number, [1, 2]));
        Rectified(kind: IssueKind.Standing).When(Head, new MarkStageDone(Number, "好", Start)).ThenFaultIn("next_review_date");
        Rectified().When(Head, new MarkStageDone(Number, "好", new(2024, 6, 28))).ThenRefused<WrongIssueState>(Reason.WrongState);
        Rectified(kind: IssueKind.Standing).When(Clerk, new MarkStageDone(Number, "好", new(2024, 6, 28))).ThenRefused<RoleMissing>(Reason.Forbidden);
    }
}
