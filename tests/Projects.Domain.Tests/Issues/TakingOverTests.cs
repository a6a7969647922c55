using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>接管 (DOMAIN 10.3): an older ledger enters as its document states it.</summary>
public sealed class TakingOverTests
{
    private static readonly IssueParticulars Old = Given.Particulars with { Due = new(2023, 9, 28), FoundOn = new(2023, 4, 20) };
    private static readonly TakeOver ClosedThen = new("攀整改〔2023〕7号台账", IssueState.Closed, new(2023, 5, 4), new(2023, 5, 6), new(2023, 9, 1), new(2023, 9, 15), People: "核查：甲、乙");

    [Fact]
    public void A_closed_issue_keeps_its_days_and_names_its_document()
    {
        var story = AList.When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen)).Accepted();
        Assert.Equal((IssueState.Closed, new DateOnly(2023, 9, 15), new DateOnly(2023, 9, 28)), (story.Issue.State, story.Issue.ClosedOn, story.Issue.OriginalDue!.Value.Date));
        Assert.Equal((ClosedThen, 0, Start), (story.Issue.TakenOver, story.Issue.Round!.Requests.Length, story.Issue.LastStepOn));
        Assert.Single(story.Journal, recorded => recorded.Event is IssueEvent);
    }

    [Fact]
    public void Taking_over_the_same_under_the_same_number_twice_is_so_already()
    {
        var story = AList.Then(Clerk, new TakeOverIssue(List, Number, Old, ClosedThen));
        story.When(Clerk, new TakeOverIssue(List, Number, Old, ClosedThen)).ThenAlreadySo();
        story.When(Clerk, new TakeOverIssue(List, Number, Old, ClosedThen with { Round = 2 })).ThenRefused(new NumberInUse(Number));
    }

    [Fact]
    public void What_was_taken_over_lives_on()
    {
        var rectifying = ClosedThen with { State = IssueState.Rectifying, RequestedOn = null, ClosedOn = null, CurrentDue = new(2024, 3, 29) };
        var story = AList.Then(Clerk, new TakeOverIssue(List, null, Old, rectifying)).Rectified();
        Assert.Equal((new DateOnly(2023, 9, 28), new DateOnly(2024, 3, 29)), (story.Issue.OriginalDue!.Value.Date, story.Issue.CurrentDue));
        story.When(Head, new RequestClosure(Number, "完成")).ThenState(IssueState.ClosureRequested);

        var third = AList.Then(Clerk, new TakeOverIssue(List, null, Old, ClosedThen with { Round = 3 }))
            .Then(Clerk, new ReopenIssue(Number, ReopenCause.RejectedAbove, "上级退回", new(2024, 4, 30)));
        Assert.Equal((IssueState.Rectifying, 4), (third.Issue.State, third.Issue.Round!.No));
    }

    [Fact]
    public void Each_state_the_document_may_state()
    {
        Taken(Old, ClosedThen with { State = IssueState.Filed, FilingNumber = "备〔2023〕9号" }, IssueState.Filed);
        Taken(Old, ClosedThen with { State = IssueState.Registered, AcceptedOn = null, RequestedOn = null, ClosedOn = null }, IssueState.Registered);
        Taken(Old with { Kind = IssueKind.Standing }, ClosedThen with { State = IssueState.StandingWatch, ClosedOn = null, NextReview = new(2024, 6, 28) }, IssueState.StandingWatch);
        Taken(new("重复登记"), ClosedThen with { State = IssueState.Void, ClosedOn = null }, IssueState.Void);
    }

    [Fact]
    public void Only_a_person_of_the_ledger_office_takes_over()
    {
        AList.When(Chief, new TakeOverIssue(List, null, Old, ClosedThen)).ThenRefused(new RoleMissing([Role.LedgerOffice]));
        AList.When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen), kind: ActorKind.Program).ThenRefused<PersonNeeded>(Reason.Forbidden);
    }

    [Fact]
    public void It_enters_an_issued_list_and_names_what_the_books_need()
    {
        AProject.When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen)).ThenRefused(new NotFound("list", "wz"));
        ADraftList.When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen)).ThenRefused(new ListNotIssued(List, ListStatus.Draft));
        AList.When(Clerk, new TakeOverIssue(List, null, Old with { LeadUnit = null }, ClosedThen)).ThenRefused<IssueIncomplete>(Reason.Incomplete);
    }

    [Fact]
    public void The_days_lie_in_the_past_in_order_and_the_document_is_named()
    {
        AList.When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen with { ClosedOn = new(2024, 1, 9) })).ThenRefused<DayInFuture>(Reason.FutureDate);
        AList.On(2024, 1, 9).When(Clerk, new TakeOverIssue(List, null, Old, ClosedThen), on: Start).ThenFaultIn("effective_date");
        Faulty("take_over.document", taken => taken with { Document = " " });
        Faulty("take_over.accepted_date", taken => taken with { AcceptedOn = new(2023, 5, 1) });
        Faulty("take_over.closed_date", taken => taken with { ClosedOn = new(2023, 8, 1) });
        Faulty("take_over.closed_date", taken => taken with { ClosedOn = null });
        Faulty("take_over.closed_date", taken => taken with { State = IssueState.Rectifying });
        Faulty("take_over.filing_number", taken => taken with { State = IssueState.Filed });
        Faulty("take_over.filing_number", taken => taken with { FilingNumber = "备1号" });
        Faulty("take_over.next_review_date", taken => taken with { NextReview = new(2024, 6, 28) });
        Faulty("take_over.next_review_date", taken => taken with { State = IssueState.StandingWatch, ClosedOn = null });
        Faulty("take_over.state", taken => taken with { State = IssueState.Verifying, ClosedOn = null });
        Faulty("take_over.state", taken => taken with { State = IssueState.Registered, ClosedOn = null });
        Faulty("take_over.round", taken => taken with { Round = 0 });
    }

    private static void Taken(IssueParticulars particulars, TakeOver stated, IssueState state) =>
        AList.When(Clerk, new TakeOverIssue(List, null, particulars, stated)).ThenState(state);

    private static void Faulty(string field, Func<TakeOver, TakeOver> change) =>
        AList.When(Clerk, new TakeOverIssue(List, null, Old, change(ClosedThen))).ThenFaultIn(field);
}
