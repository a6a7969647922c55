namespace Projects;

/// <summary>起因: why an issue is urged.</summary>
public enum UrgingTrigger
{
    /// <summary>逾期签收: not accepted in the policy's days, or accepted only after them.</summary>
    LateAcceptance,

    /// <summary>临期: few working days are left before the current due date.</summary>
    NearDue,

    /// <summary>逾期: the current due date is past.</summary>
    Overdue,
}

/// <summary>What an issue is urged for. The same condition is urged once at each level, and never again (DOMAIN 9).</summary>
/// <param name="Due">The due date that is near or past; null for a late acceptance. An extension makes another condition.</param>
/// <param name="WithinWorkingDays">Which of the policy's near-limit warnings; null for the other triggers.</param>
public sealed record UrgingCondition(int Round, UrgingTrigger Trigger, DateOnly? Due = null, int? WithinWorkingDays = null)
{
    /// <summary>Whether a later notice of the other condition stands in the place of this one's: warnings follow one another, levels climb.</summary>
    public bool IsFollowedBy(UrgingCondition other) => (Round, Trigger, Due) == (other.Round, other.Trigger, other.Due);
}

/// <summary>To whom a notice is addressed.</summary>
/// <param name="Unit">The lead unit when it was issued.</param>
/// <param name="Person">The responsible person, at the higher levels the accountable leader; null when none is named.</param>
public sealed record UrgingRecipient(UnitCode Unit, PersonId? Person);

/// <summary>催办: issues the notice that is due for this trigger.</summary>
/// <param name="Level">The level the caller means; refused when it is not the ladder's next one.</param>
/// <param name="Document">文号 of the paper; null when it has none.</param>
/// <param name="Message">What is asked, beyond the trigger itself.</param>
public sealed record UrgeIssue(IssueNumber Number, UrgingTrigger Trigger, UrgingLevel Level, string? Document = null, string? Message = null) : IssueCommand(Number);

/// <summary>答复 of the lead unit.</summary>
/// <param name="Notice">From 1 within the issue.</param>
/// <param name="PromisedOn">By when it will be done; an accepted reply holds the ladder until then. An overdue issue's reply must promise a day.</param>
public sealed record ReplyToUrging(IssueNumber Number, int Notice, string Reply, DateOnly? PromisedOn = null) : IssueCommand(Number);

/// <summary>认定: the urger accepts the reply that waits, or not.</summary>
/// <param name="Reason">Required when it is not accepted; the unit may then reply again.</param>
public sealed record SettleUrging(IssueNumber Number, int Notice, bool Accepted, string? Reason = null) : IssueCommand(Number);

/// <param name="Notice">From 1 within the issue, over all rounds.</param>
/// <param name="ReplyBy">The last day a reply is in time.</param>
/// <param name="ByItself">Followed from a late acceptance; nobody decided it.</param>
[JournalName("issue.urged")]
public sealed record IssueUrged(
    IssueNumber Number, int Notice, UrgingLevel Level, UrgingCondition Condition, UrgingRecipient To, DateOnly ReplyBy, bool ByItself, string? Document, string? Message)
    : IssueEvent(Number);

/// <param name="Late">Recorded after the notice's reply time.</param>
[JournalName("issue.urging-replied")]
public sealed record UrgingReplied(IssueNumber Number, int Notice, string Reply, DateOnly? PromisedOn, bool Late) : IssueEvent(Number);

[JournalName("issue.urging-settled")]
public sealed record UrgingSettled(IssueNumber Number, int Notice, bool Accepted, string? Reason) : IssueEvent(Number);
