namespace Projects;

/// <summary>审批 (DOMAIN 4, row 11), and what closes an issue.</summary>
internal static class Approving
{
    public static Leave MayApprove(IssueMatter m) => m.May<ApproveClosure>(Right.ApproverFrom(m.ApproverLevel))
        .Without(capacity => SeparationOfDuties.OfApprover(m, capacity));

    public static Decision Approve(IssueMatter m, ApproveClosure command)
    {
        var leave = MayApprove(m);
        if (leave.Obstacle(IsApproved(m)) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var approved = new ClosureApproved(m.Number, check.Optional("opinion", command.Opinion, FieldCheck.Statement));
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        var terms = m.Issue.Round!.Terms;
        return terms is { Approval: ApprovalOrder.ApproveThenNotice, NoticeWorkingDays: > 0 }
            ? leave.Record(approved, new NoticeStarted(m.Number, terms.NoticeWorkingDays))
            : leave.Record(approved, End(m.Issue));
    }

    /// <summary>The end the request asked for: the closing, or for a standing issue the stage found done (row 15).</summary>
    public static Event End(Issue issue) =>
        issue.Request?.NextReview is { } nextReview ? new IssueStageDone(issue.Number, nextReview) : new IssueClosed(issue.Number);

    private static bool IsApproved(IssueMatter m) =>
        m.Issue.Round is { Requests: [.., { Outcome: ClosureOutcome.Open or ClosureOutcome.Done } last] } && last.Approval?.By.Person == m.Person;
}
