using System.Collections.Immutable;

namespace Projects;

public sealed partial record Project
{
    private Project EvolveIssues(Recorded recorded) => recorded.Event switch
    {
        IssueDrafted e => Begin(e.List, Issue.Drafted(e, recorded)),
        IssueTakenOver e => Begin(e.List, Issue.TakenOverAs(e, recorded)),
        IssueEvent e when Issues.TryGetValue(e.Number, out var issue) => this with { Issues = Issues.SetItem(e.Number, issue.Evolve(recorded)) },
        _ => this,
    };

    private Project Begin(ListCode list, Issue issue) => this with
    {
        Lists = CountedOn(list, issue.Number),
        Issues = Issues.SetItem(issue.Number, Lists.TryGetValue(list, out var its) ? issue with { Since = issue.Since.Or(its.Opened) } : issue),
    };
}

public sealed partial record Issue
{
    internal static Issue Drafted(IssueDrafted e, Recorded recorded) => new()
    {
        Number = e.Number,
        List = e.List,
        Particulars = e.Particulars,
        DraftedBy = recorded.By,
        LastStepOn = recorded.Effective,
        Since = AsOf.Of(recorded),
        Version = recorded.Version,
    };

    internal Issue Evolve(Recorded recorded) => Step(recorded.Event, recorded) with
    {
        LastStepOn = recorded.Effective > LastStepOn ? recorded.Effective : LastStepOn,
        Since = Since.Or(AsOf.Of(recorded)),
        Version = recorded.Version,
    };

    private Issue Step(Event happened, Recorded recorded) => happened switch
    {
        IssueAmended e => this with { Particulars = e.Particulars },
        IssueRegistered e => Registered(e, recorded.Effective),
        IssueAccepted => this with { State = IssueState.Rectifying, AcceptedOn = recorded.Effective, Dispute = null },
        AssignmentDisputed e => this with { Dispute = e.Reason },
        IssueReassigned e => Reassigned(e),
        DueRecomputed e => Recomputed(e),
        ExtensionRequested e => ExtensionAsked(e, recorded),
        ExtensionDecided e => ExtensionAnswered(e, recorded),
        ProgressReported or MeasureCompleted or MeasureAdded or EvidenceAdded or IssueSelfChecked => InRound(round => round.Rectify(happened, recorded)),
        IssueUrged or UrgingReplied or UrgingSettled => EvolveUrging(happened, recorded),
        ClosureFiled e => this with { State = IssueState.Filed, FilingNumber = e.FilingNumber, FiledOn = recorded.Effective },
        IssueReviewed e => this with { Reviews = Reviews.Add(new Review(e.Finding, e.NextReview, recorded.By, recorded.Effective)), NextReview = e.NextReview ?? NextReview },
        IssueReopened e => Reopened(e, recorded.Effective),
        IssueSuspended e => this with { State = IssueState.Suspended, Suspension = new Suspension(State, e.Reason, e.ReviewOn, recorded.By, recorded.Effective) },
        IssueResumed => this with { State = Suspension?.Left ?? State, Suspension = null },
        IssueVoided e => this with { State = IssueState.Void, VoidReason = e.Reason },
        IssueMerged e => this with { State = IssueState.Void, VoidReason = e.Reason, MergedInto = e.Into },
        _ => TowardsClosing(happened, recorded),
    };

    private Issue Registered(IssueRegistered e, DateOnly on) => this with
    {
        State = IssueState.Registered,
        RegisteredOn = on,
        OriginalDue = e.Due,
        CurrentDue = e.Due.Date,
        Rounds = [new Round { No = 1, OpenedOn = on, Due = e.Due.Date, Terms = e.Terms, Measures = Undone(Particulars.Measures) }],
    };

    private Issue Reassigned(IssueReassigned e) => this with
    {
        Particulars = Particulars with { LeadUnit = e.LeadUnit, SupportingUnits = e.SupportingUnits, Leader = e.Leader, Responsible = e.Responsible },
        Dispute = null,
    };

    // Only while the first round still runs on its first due date does the round move with it.
    private Issue Recomputed(DueRecomputed e)
    {
        var moved = this with { OriginalDue = e.OriginalDue, CurrentDue = e.CurrentDue };
        return Rounds is [{ No: 1 } first] && first.Due == OriginalDue?.Date ? moved with { Rounds = [first with { Due = e.OriginalDue.Date }] } : moved;
    }

    private Issue ExtensionAsked(ExtensionRequested e, Recorded recorded) => this with
    {
        Extensions = Extensions.Add(new Extension(Round?.No ?? 1, CurrentDue ?? e.NewDue, e.NewDue, e.Reason, e.Late, e.ApproverLevel, recorded.By, recorded.Effective)),
    };

    private Issue ExtensionAnswered(ExtensionDecided e, Recorded recorded) => Extensions is not [.., var last] ? this : this with
    {
        Extensions = Extensions.SetItem(Extensions.Length - 1, last with
        {
            Granted = e.Granted, DecidedBy = recorded.By, DecidedOn = recorded.Effective, DecisionReason = e.Reason,
        }),
        CurrentDue = e.Granted ? e.NewDue : CurrentDue,
    };

    // DOMAIN 4, row 16 and 10.4: the same number, a new round with nothing done and nothing shown; earlier rounds stay as they were.
    private Issue Reopened(IssueReopened e, DateOnly on) => this with
    {
        State = IssueState.Rectifying,
        CurrentDue = e.NewDue,
        NextReview = null,
        Rounds = Rounds.Add(new Round
        {
            No = (Round?.No ?? 0) + 1, OpenedOn = on, Due = e.NewDue, Cause = e.Cause, Reason = e.Reason, Terms = e.Terms, Measures = Undone(e.Measures),
        }),
    };

    private Issue InRound(Func<Round, Round> change) => Round is { } round ? this with { Rounds = Rounds.SetItem(Rounds.Length - 1, change(round)) } : this;

    private static ImmutableArray<MeasureItem> Undone(ImmutableArray<string> measures) => [.. measures.Select((text, index) => new MeasureItem(index + 1, text))];
}
