using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in the urging of an issue.</summary>
public abstract record UrgingRefusal : Refusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>The issue is not late, nor near its due date.</summary>
/// <param name="Trigger">The trigger that does not hold on the day; null when none does.</param>
public sealed record NothingToUrge(IssueNumber Number, UrgingTrigger? Trigger) : UrgingRefusal;

/// <summary>This condition was urged at this level before; it is never urged twice.</summary>
public sealed record UrgedAlready(IssueNumber Number, int Notice, DateOnly On) : UrgingRefusal;

/// <summary>The ladder is climbed one level at a time.</summary>
/// <param name="Next">The level whose turn it is.</param>
public sealed record UrgingOutOfTurn(IssueNumber Number, UrgingLevel Level, UrgingLevel Next) : UrgingRefusal;

/// <summary>The notice before keeps the next one back.</summary>
/// <param name="Until">The last day of the wait; null when no day ends it.</param>
public sealed record UrgingWaits(IssueNumber Number, int Notice, UrgingWait Wait, DateOnly? Until) : UrgingRefusal
{
    public override ImmutableArray<string> Allowed => Wait is UrgingWait.Settlement ? [IssueVerbs.Of<SettleUrging>()] : [];
}

/// <summary>The notice is not where this step needs it. A notice another one has followed comes too late to be answered.</summary>
public sealed record UrgingNotOpen(IssueNumber Number, int Notice, UrgingState State) : UrgingRefusal
{
    public override Reason Reason => State is UrgingState.Superseded ? Reason.TooLate : Reason.WrongState;
}

/// <summary>No notice of the issue waits for this.</summary>
/// <param name="For">The state no notice is in.</param>
public sealed record NoUrgingAwaits(IssueNumber Number, UrgingState For) : UrgingRefusal;
