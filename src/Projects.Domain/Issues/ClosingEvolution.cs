namespace Projects;

public sealed partial record Issue
{
    private Issue TowardsClosing(Event happened, Recorded recorded) => happened switch
    {
        ClosureRequested e => InRound(round => round.Ask(e, recorded)) with { State = IssueState.ClosureRequested },
        ClosureWithdrawn e => BackToWork(ClosureOutcome.Withdrawn, e.Reason, recorded),
        ClosureReturned e => BackToWork(ClosureOutcome.Returned, e.Reason, recorded),
        VerificationStarted e => InRequest(request => request with { Verifiers = e.Verifiers }) with { State = IssueState.Verifying },
        VerificationRecorded e => InRequest(request => request with
        {
            Verifications = request.Verifications.Add(new Verification(e.Verifier, e.Judgements, e.Opinion, recorded.By, recorded.Effective)),
        }),
        VerificationPassed => this with { State = IssueState.AwaitingApproval },
        ClosureApproved e => InRequest(request => request with { Approval = new Approval(e.Opinion, recorded.By, recorded.Effective) }),
        NoticeStarted e => InRequest(request => request with { Notice = Notice.Begun(e, recorded) }) with { State = IssueState.OnNotice },
        ObjectionRaised e => InNotice(notice => notice with
        {
            Objections = notice.Objections.Add(new Objection(e.Objection, e.RaisedBy, e.Text, recorded.Effective)),
        }),
        ObjectionSettled e => InNotice(notice => notice with
        {
            Objections = [.. notice.Objections.Select(held => held.No == e.Objection ? held with { SettledOn = BusinessDay.Of(recorded.At), Upheld = e.Upheld, Outcome = e.Outcome } : held)],
        }),
        NoticeEnded => InNotice(notice => notice with { EndedOn = recorded.Effective }) with { State = IssueState.AwaitingApproval },
        IssueClosed => Done(recorded).InRound(round => round with { ClosedOn = recorded.Effective }) with
        {
            State = IssueState.Closed, ClosedOn = recorded.Effective, FilingNumber = null, FiledOn = null,
        },
        IssueStageDone e => Done(recorded) with { State = IssueState.StandingWatch, NextReview = e.NextReview },
        _ => this,
    };

    private Issue BackToWork(ClosureOutcome outcome, string? reason, Recorded recorded) => InRequest(request => request with
    {
        Outcome = outcome, OutcomeReason = reason, OutcomeBy = recorded.By, OutcomeOn = recorded.Effective,
    }) with { State = IssueState.Rectifying };

    private Issue Done(Recorded recorded) => InRequest(request => request with { Outcome = ClosureOutcome.Done, OutcomeBy = recorded.By, OutcomeOn = recorded.Effective });

    private Issue InRequest(Func<ClosureRequest, ClosureRequest> change) => Request is { } open
        ? InRound(round => round with { Requests = round.Requests.SetItem(round.Requests.Length - 1, change(open)) })
        : this;

    private Issue InNotice(Func<Notice, Notice> change) => InRequest(request => request.Notice is { } notice ? request with { Notice = change(notice) } : request);
}
