namespace Projects;

/// <summary>中止 and 恢复 (DOMAIN 4, row 17). The overdue clock keeps running.</summary>
internal static class Suspending
{
    public static Leave MaySuspend(IssueMatter m) => m.May<SuspendIssue>(Right.ApproverFrom(m.ApproverLevel));

    public static Decision Suspend(IssueMatter m, SuspendIssue command)
    {
        var leave = MaySuspend(m);
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        var alreadySo = m.Issue.Suspension is { } suspension && (suspension.Reason, suspension.ReviewOn) == (reason, command.ReviewOn);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        var days = m.Matter.Park.Policy.SuspensionCalendarDays;
        check.Require(command.ReviewOn > m.On && command.ReviewOn <= m.On.AddDays(days), "review_date", $"须在今后{days}日之内", $"must lie within the next {days} days");
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueSuspended(m.Number, reason, command.ReviewOn));
    }

    public static Leave MayResume(IssueMatter m) => m.May<ResumeIssue>(Right.ApproverFrom(m.ApproverLevel));

    public static Decision Resume(IssueMatter m, ResumeIssue command)
    {
        var leave = MayResume(m);
        if (leave.Obstacle() is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var note = check.Optional("note", command.Note, FieldCheck.Statement);
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueResumed(m.Number, note));
    }
}
