using System.Collections.Immutable;

namespace Projects;

/// <summary>What keeps the next notice back.</summary>
public enum UrgingWait
{
    /// <summary>Nothing: it is due.</summary>
    None,

    /// <summary>This warning was given already.</summary>
    Warned,

    /// <summary>The reply time of the notice before has not run out.</summary>
    ReplyTime,

    /// <summary>A reply to the notice before waits to be settled.</summary>
    Settlement,

    /// <summary>A reply was accepted, until the day it promises or for good.</summary>
    Answered,

    /// <summary>The ladder ends here.</summary>
    LadderEnds,
}

/// <summary>At which notice an issue stands for one trigger that holds: what comes next, and what keeps it back.</summary>
/// <param name="Level">The level that is next; the highest once the ladder ends.</param>
/// <param name="Before">The notice this one follows; null for the first.</param>
/// <param name="Until">The last day of the reply time or of the promise that keeps it back; null when no day ends the wait.</param>
public sealed record UrgingTurn(UrgingCondition Condition, UrgingLevel Level, UrgingWait Wait, UrgingNotice? Before = null, DateOnly? Until = null)
{
    /// <summary>The notice may be issued on the day asked about.</summary>
    public bool IsDue => Wait is UrgingWait.None;

    /// <summary>What threatens begins with a reminder; what has gone wrong begins with an urging slip.</summary>
    public static UrgingLevel FirstLevelOf(UrgingTrigger trigger) => trigger is UrgingTrigger.Overdue ? UrgingLevel.UrgingSlip : UrgingLevel.Reminder;

    /// <summary>
    /// Where an issue stands on a day, one turn for each trigger that holds. Pure, over the flat facts a ledger row holds: the command's rule
    /// and the desk's list of what is due are this one answer.
    /// </summary>
    /// <param name="notices">Those of the issue, in order; of earlier rounds or not.</param>
    public static ImmutableArray<UrgingTurn> Of(in IssueFacts issue, ImmutableArray<UrgingNotice> notices, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        if (!issue.State.IsWithLeadUnit())
            return [];
        var turns = ImmutableArray.CreateBuilder<UrgingTurn>();
        if (OfLateAcceptance(issue, notices, day, policy, calendar) is { } accepting)
            turns.Add(accepting);
        if (OfDue(issue, notices, day, policy, calendar) is { } due)
            turns.Add(due);
        return turns.ToImmutable();
    }

    /// <summary>Whether accepting on this day is later than the policy's days.</summary>
    public static bool IsLateToAccept(DateOnly registeredOn, DateOnly day, Policy policy, WorkCalendar calendar) =>
        calendar.WorkingDaysBetween(registeredOn, day) > policy.AcceptanceWorkingDays;

    private static UrgingTurn? OfLateAcceptance(in IssueFacts issue, ImmutableArray<UrgingNotice> notices, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        var condition = new UrgingCondition(issue.Round, UrgingTrigger.LateAcceptance);
        var turn = Climbing(condition, notices, day);
        if (issue.State is IssueState.Registered)
            return issue.RegisteredOn is { } registered && IsLateToAccept(registered, day, policy, calendar) ? turn : null;
        // Once accepted, what is left is the answer why it was late: without a notice, or with an accepted answer, nothing is.
        return turn.Before is { } notice && notice.Reply is not { Accepted: true } ? turn : null;
    }

    private static UrgingTurn? OfDue(in IssueFacts issue, ImmutableArray<UrgingNotice> notices, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        if (issue.CurrentDue is not { } due)
            return null;
        if (due < day)
            return Climbing(new(issue.Round, UrgingTrigger.Overdue, due), notices, day);
        var left = calendar.WorkingDaysBetween(day, due);
        ImmutableArray<int> reached = [.. policy.Urging.WarnAtWorkingDays.Where(days => left <= days).Order()];
        return reached.IsEmpty ? null : Warning(new(issue.Round, UrgingTrigger.NearDue, due, reached[0]), notices);
    }

    // Each warning stands for itself: it neither waits for the answer to the one before nor climbs.
    private static UrgingTurn Warning(UrgingCondition condition, ImmutableArray<UrgingNotice> notices)
    {
        var given = notices.FirstOrDefault(notice => notice.Condition == condition);
        return new(condition, FirstLevelOf(UrgingTrigger.NearDue), given is null ? UrgingWait.None : UrgingWait.Warned, given);
    }

    private static UrgingTurn Climbing(UrgingCondition condition, ImmutableArray<UrgingNotice> notices, DateOnly day)
    {
        if (notices.LastOrDefault(notice => notice.Condition == condition) is not { } last)
            return new(condition, FirstLevelOf(condition.Trigger), UrgingWait.None);
        var (wait, until) = WaitOf(last, day);
        return last.Level is UrgingLevel.InterviewProposal
            ? new(condition, last.Level, UrgingWait.LadderEnds, last)
            : new(condition, last.Level + 1, wait, last, until);
    }

    private static (UrgingWait Wait, DateOnly? Until) WaitOf(UrgingNotice last, DateOnly day) => last.Reply switch
    {
        { Accepted: null } => (UrgingWait.Settlement, null),
        { Accepted: true, PromisedOn: { } promised } => promised < day ? (UrgingWait.None, null) : (UrgingWait.Answered, promised),
        { Accepted: true } => (UrgingWait.Answered, null),
        _ => last.ReplyBy < day ? (UrgingWait.None, null) : (UrgingWait.ReplyTime, last.ReplyBy),
    };
}
