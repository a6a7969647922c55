namespace Projects;

/// <summary>The labels of screens, tables and reports (DOMAIN 3 and 4). Those a park may have its own of are shown by <see cref="Labels"/>.</summary>
public static partial class IssueWords
{
    public static Text Of(IssueState state) => state switch
    {
        IssueState.Draft => new("待立账", "draft"),
        IssueState.Registered => new("待签收", "registered"),
        IssueState.Rectifying => new("整改中", "rectifying"),
        IssueState.ClosureRequested => new("申请销号", "closure requested"),
        IssueState.Verifying => new("核查中", "verifying"),
        IssueState.AwaitingApproval => new("待审批", "awaiting approval"),
        IssueState.OnNotice => new("公示中", "on notice"),
        IssueState.Closed => new("已销号", "closed"),
        IssueState.Filed => new("已备案", "filed"),
        IssueState.StandingWatch => new("长期坚持", "standing watch"),
        IssueState.Suspended => new("中止", "suspended"),
        IssueState.Void => new("作废", "void"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    internal static Text Of(Grade grade) => grade switch
    {
        Grade.Ordinary => new("一般", "ordinary"),
        Grade.Larger => new("较大", "larger"),
        Grade.Major => new("重大", "major"),
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, null),
    };

    internal static Text Of(IssueKind kind) => kind switch
    {
        IssueKind.OneOff => new("立行立改", "one-off"),
        IssueKind.Phased => new("分阶段", "phased"),
        IssueKind.Standing => new("长期坚持", "standing"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static Text Of(Tier tier) => tier switch
    {
        Tier.Committee => new("党工委", "committee"),
        Tier.Unit => new("部门", "unit"),
        Tier.Branch => new("基层党组织", "branch"),
        Tier.Enterprise => new("企业", "enterprise"),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    internal static Text Of(Measure measure) => measure switch
    {
        Measure.Closed => new("销号", "closed"),
        Measure.Rectified => new("整改完成", "rectified"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    public static Text Of(ListStatus status) => status switch
    {
        ListStatus.Draft => new("草拟", "draft"),
        ListStatus.Issued => new("已印发", "issued"),
        ListStatus.Archived => new("已归档", "archived"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Text Of(RootCause cause) => cause switch
    {
        RootCause.Unknown => new("未定", "not determined"),
        RootCause.Land => new("用地", "land"),
        RootCause.Finance => new("资金", "finance"),
        RootCause.Permits => new("手续", "permits"),
        RootCause.Factors => new("要素", "factors"),
        RootCause.Design => new("设计", "design"),
        RootCause.Market => new("市场", "market"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    public static Text Of(ReopenCause cause) => cause switch
    {
        ReopenCause.ReviewFailed => new("回头看未通过", "review failed"),
        ReopenCause.Rebound => new("反弹", "rebound"),
        ReopenCause.RejectedAbove => new("上级退回", "rejected from above"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    public static Text Of(ClosureOutcome outcome) => outcome switch
    {
        ClosureOutcome.Open => new("办理中", "in progress"),
        ClosureOutcome.Withdrawn => new("已撤回", "withdrawn"),
        ClosureOutcome.Returned => new("退回整改", "returned for rework"),
        ClosureOutcome.Done => new("办结", "done"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>陈工（经办人，经济发展局）, or Chen (handler, 经济发展局); the role first when nobody is named.</summary>
    public static Text Of(Holder holder, Park park)
    {
        var (person, role, unit) = (holder.Person is { } named ? park.NameOf(named) : null, Words.Of(holder.Role), holder.Unit is { } at ? park.NameOf(at) : null);
        return (person, unit) switch
        {
            (null, null) => role,
            (null, _) => new($"{unit}{role.Zh}", $"{role.En} of {unit}"),
            (_, null) => new($"{person}（{role.Zh}）", $"{person} ({role.En})"),
            _ => new($"{person}（{role.Zh}，{unit}）", $"{person} ({role.En}, {unit})"),
        };
    }

    public static Text Of(Duty duty) => duty switch
    {
        Duty.Rectifier => new("本轮整改经办人", "worked on this round's rectification"),
        Duty.UnitConcerned => new("牵头或配合单位人员", "belongs to the lead or a supporting unit"),
        Duty.Verifier => new("本次销号核查人", "verifies this closing"),
        Duty.Requester => new("销号申请人", "asked for this closing"),
        Duty.AccountableLeader => new("责任领导", "is the accountable leader"),
        Duty.Replier => new("催办答复人", "replied to this urging"),
        Duty.Applicant => new("延期申请人", "asked for this extension"),
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, null),
    };
}
