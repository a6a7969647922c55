using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>One well-formed command of each kind about the issue of the tests.</summary>
internal static class CommandSamples
{
    public static IReadOnlyDictionary<Type, IssueCommand> All { get; } = new IssueCommand[]
    {
        new AmendIssue(Number, Given.Particulars with { Remark = "补充" }),
        new RegisterIssue(Number),
        new AcceptIssue(Number),
        new DisputeAssignment(Number, "不属本单位职责"),
        new ReassignIssue(Number, Cast.Housing, [], Cast.Leader, null, "职责调整"),
        new ReportProgress(Number, "设备已到货"),
        new CompleteMeasure(Number, 1),
        new AddMeasure(Number, "加装在线监测"),
        new AddEvidence(Number, Photo, [1, 2]),
        new SelfCheckIssue(Number, "自查合格"),
        new RequestExtension(Number, new(2024, 4, 30), "设备到货延迟"),
        new DecideExtension(Number, true),
        new RequestClosure(Number, "申请销号"),
        new MarkStageDone(Number, "机制已建立", new(2024, 12, 31)),
        new WithdrawClosure(Number),
        new StartVerification(Number, [Cast.Ann]),
        new RecordVerification(Number, BothMet, "达到标准"),
        new ReturnForRework(Number, "佐证不足"),
        new ApproveClosure(Number, "同意"),
        new RaiseObjection(Number, "群众", "仍有异味"),
        new SettleObjection(Number, 1, false, "经查不实"),
        new EndNotice(Number),
        new FileClosure(Number, "备〔2024〕1号"),
        new RecordReview(Number, "未反弹", new(2024, 12, 31)),
        new ReopenIssue(Number, ReopenCause.Rebound, "再次超标", new(2024, 12, 31)),
        new SuspendIssue(Number, "企业停产", new(2024, 2, 1)),
        new ResumeIssue(Number),
        new VoidIssue(Number, "重复登记"),
        new MergeIssue(Number, new("WZ-002"), "同一问题"),
        new RecomputeDue(Number),
        new UrgeIssue(Number, UrgingTrigger.Overdue, UrgingLevel.UrgingSlip),
        new ReplyToUrging(Number, 1, "设备本周到货", new(2024, 12, 31)),
        new SettleUrging(Number, 1, true),
    }.ToDictionary(command => command.GetType());
}
