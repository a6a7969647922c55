namespace Projects;

/// <summary>What happened to an issue, in words.</summary>
internal static class IssueEventWords
{
    public static Text Of(IssueEvent happened) => Said(happened) switch
    {
        var said => new($"{happened.Number} {said.Zh}", $"{happened.Number} {said.En}"),
    };

    private static Text Said(IssueEvent happened) => happened switch
    {
        IssueDrafted e => new($"起草，列入清单 {e.List}", $"drafted in list {e.List}"),
        IssueAmended => new("修改内容", "amended"),
        IssueRegistered e => new($"立账，期限 {e.Due.Date:yyyy-MM-dd}", $"registered, due {e.Due.Date:yyyy-MM-dd}"),
        IssueAccepted { Late: true } => new("签收（逾期）", "accepted late"),
        IssueAccepted => new("签收", "accepted"),
        AssignmentDisputed e => new($"对交办提出异议：{e.Reason}", $"assignment disputed: {e.Reason}"),
        IssueReassigned e => new($"改由 {e.LeadUnit} 牵头：{e.Reason}", $"reassigned to {e.LeadUnit}: {e.Reason}"),
        ProgressReported e => new($"报送进展：{e.Progress}", $"progress reported: {e.Progress}"),
        MeasureCompleted e => new($"完成第{e.Measure}项措施", $"measure {e.Measure} completed"),
        MeasureAdded e => new($"增加措施：{e.Text}", $"measure added: {e.Text}"),
        EvidenceAdded e => new($"上传佐证“{e.File.Name}”", $"evidence “{e.File.Name}” added"),
        IssueSelfChecked => new("自查", "self-checked"),
        ExtensionRequested e => new($"申请延期至 {e.NewDue:yyyy-MM-dd}：{e.Reason}", $"extension to {e.NewDue:yyyy-MM-dd} requested: {e.Reason}"),
        ExtensionDecided { Granted: true } e => new($"同意延期至 {e.NewDue:yyyy-MM-dd}", $"extended to {e.NewDue:yyyy-MM-dd}"),
        ExtensionDecided e => new($"不同意延期：{e.Reason}", $"extension declined: {e.Reason}"),
        _ => UrgingWords.OfEvent(happened) ?? Closing(happened),
    };

    private static Text Closing(IssueEvent happened) => happened switch
    {
        ClosureRequested => new("申请销号", "closure requested"),
        ClosureWithdrawn => new("撤回销号申请", "closure request withdrawn"),
        VerificationStarted e => new($"开始核查，{e.Verifiers.Length}人", $"verification started by {e.Verifiers.Length}"),
        VerificationRecorded e => new($"核查意见：{e.Opinion}", $"verification recorded: {e.Opinion}"),
        VerificationPassed => new("核查通过", "verification passed"),
        ClosureReturned e => new($"退回整改：{e.Reason}", $"returned for rework: {e.Reason}"),
        ClosureApproved => new("审批同意", "closure approved"),
        NoticeStarted e => new($"公示{e.WorkingDays}个工作日", $"on notice for {e.WorkingDays} working days"),
        ObjectionRaised e => new($"公示异议：{e.Text}", $"objection raised: {e.Text}"),
        ObjectionSettled e => new($"异议处理：{e.Outcome}", $"objection settled: {e.Outcome}"),
        NoticeEnded => new("公示结束", "notice ended"),
        IssueClosed => new("销号", "closed"),
        IssueStageDone e => new($"阶段完成，{e.NextReview:yyyy-MM-dd} 复查", $"stage done, next review {e.NextReview:yyyy-MM-dd}"),
        ClosureFiled e => new($"备案 {e.FilingNumber}", $"filed as {e.FilingNumber}"),
        _ => Afterwards(happened),
    };

    private static Text Afterwards(IssueEvent happened) => happened switch
    {
        IssueReviewed e => new($"复查：{e.Finding}", $"reviewed: {e.Finding}"),
        IssueReopened e => new($"重新立账，期限 {e.NewDue:yyyy-MM-dd}：{e.Reason}", $"reopened, due {e.NewDue:yyyy-MM-dd}: {e.Reason}"),
        IssueSuspended e => new($"中止，{e.ReviewOn:yyyy-MM-dd} 复核：{e.Reason}", $"suspended until review on {e.ReviewOn:yyyy-MM-dd}: {e.Reason}"),
        IssueResumed => new("恢复", "resumed"),
        IssueVoided e => new($"作废：{e.Reason}", $"void: {e.Reason}"),
        IssueMerged e => new($"并入 {e.Into}：{e.Reason}", $"merged into {e.Into}: {e.Reason}"),
        DueRecomputed e => new($"按新日历重算期限为 {e.CurrentDue:yyyy-MM-dd}", $"due recomputed to {e.CurrentDue:yyyy-MM-dd} by the new calendar"),
        IssueTakenOver e => new($"接管，列入清单 {e.List}", $"taken over into list {e.List}"),
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no words."),
    };
}
