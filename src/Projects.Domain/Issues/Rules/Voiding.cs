namespace Projects;

/// <summary>作废 and 并案 (DOMAIN 4, row 18). The number is not used again; the issue stays in every earlier count.</summary>
internal static class Voiding
{
    // A draft that never stood in the books may be struck by the ledger office itself.
    public static Leave MayVoid(IssueMatter m) =>
        m.May<VoidIssue>(m.Issue.Round is null ? Right.LedgerOfficeOrApprover(m.ApproverLevel) : Right.ApproverFrom(m.ApproverLevel));

    public static Decision Void(IssueMatter m, VoidIssue command)
    {
        var leave = MayVoid(m);
        if (leave.Obstacle(alreadySo: m.Issue is { State: IssueState.Void, MergedInto: null }) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueVoided(m.Number, reason));
    }

    public static Leave MayMerge(IssueMatter m) => m.May<MergeIssue>(Right.ApproverFrom(m.ApproverLevel));

    public static Decision Merge(IssueMatter m, MergeIssue command)
    {
        var leave = MayMerge(m).Unless(() => TargetObstacle(m, command.Into));
        if (leave.Obstacle(alreadySo: m.Issue.State is IssueState.Void && m.Issue.MergedInto == command.Into) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueMerged(m.Number, command.Into, reason));
    }

    /// <summary>Only an open issue takes another in: merged into a draft or a closed one, its work would leave the counts without being done.</summary>
    private static Refusal? TargetObstacle(IssueMatter m, IssueNumber into)
    {
        if (into == m.Number)
            return new MergeTargetUnfit(into, State: null);
        if (!m.Matter.Project.Issues.TryGetValue(into, out var target))
            return new NotFound("issue", into.Value);
        return target.State.IsOpen() ? null : new MergeTargetUnfit(into, target.State);
    }
}
