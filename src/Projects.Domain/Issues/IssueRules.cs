namespace Projects;

/// <summary>
/// The rules of an issue's life (DOMAIN 4). Obstacles are met in one order: not found, changed meanwhile, a day before the last step,
/// right, state, guards, fields. Whoever has the right and finds it so already is told of success.
/// </summary>
internal static class IssueRules
{
    public static Decision Decide(Matter matter, ProjectCommand command) => command switch
    {
        DraftIssue c => Drafting.Draft(matter, c),
        TakeOverIssue c => TakingOver.TakeOver(matter, c),
        IssueCommand c => Decide(matter, c),
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    private static Decision Decide(Matter matter, IssueCommand command)
    {
        if (!matter.Project.Issues.TryGetValue(command.Number, out var issue))
            return Matter.No(new NotFound("issue", command.Number.Value));
        if (Matter.StaleWhen(command, issue.Version) is { } stale)
            return Matter.No(stale);
        if (matter.On < issue.LastStepOn)
            return Matter.No(new InvalidFields("effective_date", $"不得早于上一环节（{issue.LastStepOn:yyyy-MM-dd}）", $"must not lie before the last step ({issue.LastStepOn:yyyy-MM-dd})"));
        return Route(new IssueMatter(matter, issue), command);
    }

    private static Decision Route(IssueMatter m, IssueCommand command) => command switch
    {
        AmendIssue c => Drafting.Amend(m, c),
        RegisterIssue => Registering.Register(m),
        RecomputeDue => Registering.Recompute(m),
        AcceptIssue => Assigning.Accept(m),
        DisputeAssignment c => Assigning.Dispute(m, c),
        ReassignIssue c => Assigning.Reassign(m, c),
        ReportProgress c => Rectification.Report(m, c),
        CompleteMeasure c => Rectification.Complete(m, c),
        AddMeasure c => Rectification.Add(m, c),
        AddEvidence c => Rectification.Add(m, c),
        SelfCheckIssue c => Rectification.SelfCheck(m, c),
        RequestExtension c => Extending.Request(m, c),
        DecideExtension c => Extending.Decide(m, c),
        RequestClosure c => Requesting.Request(m, c),
        MarkStageDone c => Requesting.MarkStageDone(m, c),
        WithdrawClosure c => Requesting.Withdraw(m, c),
        StartVerification c => Verifying.Start(m, c),
        RecordVerification c => Verifying.Record(m, c),
        ReturnForRework c => Returning.Return(m, c),
        ApproveClosure c => Approving.Approve(m, c),
        RaiseObjection c => Noticing.Raise(m, c),
        SettleObjection c => Noticing.Settle(m, c),
        EndNotice => Noticing.End(m),
        FileClosure c => Filing.File(m, c),
        UrgeIssue c => UrgingRules.Urge(m, c),
        ReplyToUrging c => UrgingRules.Reply(m, c),
        SettleUrging c => UrgingRules.Settle(m, c),
        RecordReview c => Reviewing.Review(m, c),
        ReopenIssue c => Reopening.Reopen(m, c),
        SuspendIssue c => Suspending.Suspend(m, c),
        ResumeIssue c => Suspending.Resume(m, c),
        VoidIssue c => Voiding.Void(m, c),
        MergeIssue c => Voiding.Merge(m, c),
        _ => throw new NotSupportedException(command.GetType().Name),
    };
}
