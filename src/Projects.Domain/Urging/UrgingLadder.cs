using System.Collections.Immutable;

namespace Projects;

/// <summary>级别: the rungs of the ladder (DOMAIN 9), from the mildest; each is also the form the notice takes.</summary>
public enum UrgingLevel
{
    /// <summary>提醒</summary>
    Reminder,

    /// <summary>催办单</summary>
    UrgingSlip,

    /// <summary>督办函</summary>
    SupervisionLetter,

    /// <summary>挂牌督办</summary>
    ListedSupervision,

    /// <summary>约谈建议</summary>
    InterviewProposal,
}

/// <summary>The park's ladder of urging 催办 as data.</summary>
/// <param name="Ladder">One rung for each level.</param>
/// <param name="WarnAtWorkingDays">Near-limit warnings: working days left at which one reminder each is due. Default 10, 5 and 1.</param>
public sealed record UrgingPolicy(ImmutableSortedDictionary<UrgingLevel, UrgingRung> Ladder, ImmutableArray<int> WarnAtWorkingDays)
{
    public ImmutableSortedDictionary<UrgingLevel, UrgingRung> Ladder { get; init; } = Ladder ?? ImmutableSortedDictionary<UrgingLevel, UrgingRung>.Empty;
    public ImmutableArray<int> WarnAtWorkingDays { get; init; } = WarnAtWorkingDays.IsDefault ? [] : WarnAtWorkingDays;

    public static UrgingPolicy Default { get; } = new(
        ImmutableSortedDictionary<UrgingLevel, UrgingRung>.Empty
            .Add(UrgingLevel.Reminder, new(ReplyWorkingDays: 3, ToLeader: false))
            .Add(UrgingLevel.UrgingSlip, new(ReplyWorkingDays: 3, ToLeader: false))
            .Add(UrgingLevel.SupervisionLetter, new(ReplyWorkingDays: 5, ToLeader: true))
            .Add(UrgingLevel.ListedSupervision, new(ReplyWorkingDays: 10, ToLeader: true))
            .Add(UrgingLevel.InterviewProposal, new(ReplyWorkingDays: 5, ToLeader: true)),
        [10, 5, 1]);

    /// <summary>Equal in all it says; <c>==</c> would ask whether the rungs are the same object.</summary>
    public bool SaysTheSameAs(UrgingPolicy other) => Ladder.SequenceEqual(other.Ladder) && WarnAtWorkingDays.Order().SequenceEqual(other.WarnAtWorkingDays.Order());
}

/// <summary>One rung of the ladder.</summary>
/// <param name="ReplyWorkingDays">Working days for a reply; only then may the next level follow.</param>
/// <param name="ToLeader">Addressed to the accountable leader beside the unit; false: to the responsible person.</param>
public sealed record UrgingRung(int ReplyWorkingDays, bool ToLeader);
