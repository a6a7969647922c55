using System.Collections.Immutable;

namespace Projects;

/// <summary>The park's own rules as data, each version kept. Defaults are those of DOMAIN 4 to 6.</summary>
/// <param name="Closing">What a closing needs, by grade; bound to a round when the round opens.</param>
/// <param name="Approval">Whether the notice follows the approval or precedes it.</param>
/// <param name="NoticeWorkingDays">公示: counted working days before a notice may end; 0 for no notice. Default 5.</param>
/// <param name="ExtensionLeadWorkingDays">An extension asked for later than this before the due date goes one level up. Default 10.</param>
/// <param name="ExtensionsAtMost">Extensions granted in one issue at most. Default 2.</param>
/// <param name="AcceptanceWorkingDays">签收: working days after which a late acceptance urges by itself. Default 3.</param>
/// <param name="SuspensionCalendarDays">Latest review of a suspension, calendar days ahead. Default 90.</param>
/// <param name="LateEntryWorkingDays">How far back an effective day may lie. Default 10.</param>
/// <param name="WarningWorkingDays">An open issue turns yellow this many working days before its due date. Default 10.</param>
/// <param name="ProgressYellowPoints">Investment progress behind time by at least this many percentage points is yellow. Default 10.</param>
/// <param name="ProgressRedPoints">Behind by more than this is red. Default 30.</param>
/// <param name="StartMissedRedMonths">A start missed for this many months running is red, before that yellow. Default 3.</param>
/// <param name="ReboundCalendarDays">反弹: reopened within this many days of closing. Default 180.</param>
/// <param name="Urging">催办: the ladder and its times; a policy set before there was one has the default.</param>
public sealed record Policy(
    ImmutableSortedDictionary<Grade, ClosingRule> Closing,
    ApprovalOrder Approval,
    int NoticeWorkingDays,
    int ExtensionLeadWorkingDays,
    int ExtensionsAtMost,
    int AcceptanceWorkingDays,
    int SuspensionCalendarDays,
    int LateEntryWorkingDays,
    int WarningWorkingDays,
    decimal ProgressYellowPoints,
    decimal ProgressRedPoints,
    int StartMissedRedMonths,
    int ReboundCalendarDays,
    UrgingPolicy? Urging = null)
{
    public UrgingPolicy Urging { get; init; } = Urging ?? UrgingPolicy.Default;

    public static Policy Default { get; } = new(
        ImmutableSortedDictionary<Grade, ClosingRule>.Empty
            .Add(Grade.Ordinary, new ClosingRule(1, 1))
            .Add(Grade.Larger, new ClosingRule(2, 2))
            .Add(Grade.Major, new ClosingRule(3, 3)),
        ApprovalOrder.ApproveThenNotice,
        NoticeWorkingDays: 5,
        ExtensionLeadWorkingDays: 10,
        ExtensionsAtMost: 2,
        AcceptanceWorkingDays: 3,
        SuspensionCalendarDays: 90,
        LateEntryWorkingDays: 10,
        WarningWorkingDays: 10,
        ProgressYellowPoints: 10m,
        ProgressRedPoints: 30m,
        StartMissedRedMonths: 3,
        ReboundCalendarDays: 180);

    /// <summary>Equal in all it says; <c>==</c> would ask whether the rules of closing and urging are the same objects.</summary>
    public bool SaysTheSameAs(Policy other) => Closing.SequenceEqual(other.Closing) && Urging.SaysTheSameAs(other.Urging)
        && this with { Closing = other.Closing, Urging = other.Urging } == other;

    /// <summary>The level at which a role approves; 0 when it approves nothing (整改办主任 1, 分管领导 2, 主要领导 3).</summary>
    public static int ApproverLevelOf(Role role) => role switch
    {
        Role.LedgerDirector => 1,
        Role.DeputyLeader => 2,
        Role.ChiefLeader => 3,
        _ => 0,
    };
}

/// <summary>What closing an issue of one grade needs.</summary>
/// <param name="Verifiers">How many verifiers must all pass it, 1 to 9.</param>
/// <param name="ApproverLevel">The least level of its approver, 1 to 3.</param>
public sealed record ClosingRule(int Verifiers, int ApproverLevel);

public enum ApprovalOrder
{
    /// <summary>核查 → 审批 → 公示 → 销号.</summary>
    ApproveThenNotice,

    /// <summary>核查 → 公示 → 审批 → 销号.</summary>
    NoticeThenApprove,
}
