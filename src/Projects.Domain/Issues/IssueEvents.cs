using System.Collections.Immutable;

namespace Projects;

/// <summary>Anything that happened to an issue.</summary>
public abstract record IssueEvent(IssueNumber Number) : ProjectEvent;

[JournalName("issue.drafted")]
public sealed record IssueDrafted(IssueNumber Number, ListCode List, IssueParticulars Particulars) : IssueEvent(Number);

[JournalName("issue.amended")]
public sealed record IssueAmended(IssueNumber Number, IssueParticulars Particulars) : IssueEvent(Number);

/// <param name="Terms">The park's policy as it binds round 1.</param>
[JournalName("issue.registered")]
public sealed record IssueRegistered(IssueNumber Number, DueDate Due, ClosingTerms Terms) : IssueEvent(Number);

/// <param name="Late">Accepted after the policy's days.</param>
[JournalName("issue.accepted")]
public sealed record IssueAccepted(IssueNumber Number, bool Late) : IssueEvent(Number);

[JournalName("issue.assignment-disputed")]
public sealed record AssignmentDisputed(IssueNumber Number, string Reason) : IssueEvent(Number);

[JournalName("issue.reassigned")]
public sealed record IssueReassigned(IssueNumber Number, UnitCode LeadUnit, ImmutableArray<UnitCode> SupportingUnits, PersonId Leader, PersonId? Responsible, string Reason)
    : IssueEvent(Number);

[JournalName("issue.progress-reported")]
public sealed record ProgressReported(IssueNumber Number, string Progress, string? Difficulty) : IssueEvent(Number);

[JournalName("issue.measure-completed")]
public sealed record MeasureCompleted(IssueNumber Number, int Measure, string? Note) : IssueEvent(Number);

[JournalName("issue.measure-added")]
public sealed record MeasureAdded(IssueNumber Number, int Measure, string Text) : IssueEvent(Number);

[JournalName("issue.evidence-added")]
public sealed record EvidenceAdded(IssueNumber Number, EvidenceFile File, ImmutableArray<int> Criteria, DateOnly? CapturedOn, string? Note) : IssueEvent(Number);

[JournalName("issue.self-checked")]
public sealed record IssueSelfChecked(IssueNumber Number, string Statement) : IssueEvent(Number);

/// <param name="Late">Asked for too late: decided one level up.</param>
/// <param name="ApproverLevel">The least level that may decide it.</param>
[JournalName("issue.extension-requested")]
public sealed record ExtensionRequested(IssueNumber Number, DateOnly NewDue, string Reason, bool Late, int ApproverLevel) : IssueEvent(Number);

[JournalName("issue.extension-decided")]
public sealed record ExtensionDecided(IssueNumber Number, bool Granted, DateOnly NewDue, string? Reason) : IssueEvent(Number);

/// <param name="NextReview">Set when a standing issue's stage is marked done; null for a closing.</param>
[JournalName("issue.closure-requested")]
public sealed record ClosureRequested(IssueNumber Number, string Statement, DateOnly? NextReview) : IssueEvent(Number);

[JournalName("issue.closure-withdrawn")]
public sealed record ClosureWithdrawn(IssueNumber Number, string? Reason) : IssueEvent(Number);

[JournalName("issue.verification-started")]
public sealed record VerificationStarted(IssueNumber Number, ImmutableArray<PersonId> Verifiers) : IssueEvent(Number);

/// <param name="Verifier">The named verifier; a delegate's own name is in the stamp.</param>
[JournalName("issue.verification-recorded")]
public sealed record VerificationRecorded(IssueNumber Number, PersonId Verifier, ImmutableArray<Judgement> Judgements, string Opinion) : IssueEvent(Number);

/// <summary>The last named verifier has passed it.</summary>
[JournalName("issue.verification-passed")]
public sealed record VerificationPassed(IssueNumber Number) : IssueEvent(Number);

[JournalName("issue.returned")]
public sealed record ClosureReturned(IssueNumber Number, IssueState From, string Reason) : IssueEvent(Number);

[JournalName("issue.closure-approved")]
public sealed record ClosureApproved(IssueNumber Number, string? Opinion) : IssueEvent(Number);

/// <param name="WorkingDays">Working days it must run.</param>
[JournalName("issue.notice-started")]
public sealed record NoticeStarted(IssueNumber Number, int WorkingDays) : IssueEvent(Number);

[JournalName("issue.objection-raised")]
public sealed record ObjectionRaised(IssueNumber Number, int Objection, string RaisedBy, string Text) : IssueEvent(Number);

[JournalName("issue.objection-settled")]
public sealed record ObjectionSettled(IssueNumber Number, int Objection, bool Upheld, string Outcome) : IssueEvent(Number);

[JournalName("issue.notice-ended")]
public sealed record NoticeEnded(IssueNumber Number, int CountedWorkingDays) : IssueEvent(Number);

[JournalName("issue.closed")]
public sealed record IssueClosed(IssueNumber Number) : IssueEvent(Number);

/// <summary>A standing issue's stage is done; from now on it is watched.</summary>
[JournalName("issue.stage-done")]
public sealed record IssueStageDone(IssueNumber Number, DateOnly NextReview) : IssueEvent(Number);

[JournalName("issue.filed")]
public sealed record ClosureFiled(IssueNumber Number, string FilingNumber) : IssueEvent(Number);

[JournalName("issue.reviewed")]
public sealed record IssueReviewed(IssueNumber Number, string Finding, DateOnly? NextReview) : IssueEvent(Number);

/// <param name="Terms">The park's policy as it binds the new round.</param>
[JournalName("issue.reopened")]
public sealed record IssueReopened(IssueNumber Number, ReopenCause Cause, string Reason, DateOnly NewDue, ImmutableArray<string> Measures, ClosingTerms Terms) : IssueEvent(Number);

[JournalName("issue.suspended")]
public sealed record IssueSuspended(IssueNumber Number, string Reason, DateOnly ReviewOn) : IssueEvent(Number);

[JournalName("issue.resumed")]
public sealed record IssueResumed(IssueNumber Number, string? Note) : IssueEvent(Number);

[JournalName("issue.voided")]
public sealed record IssueVoided(IssueNumber Number, string Reason) : IssueEvent(Number);

[JournalName("issue.merged")]
public sealed record IssueMerged(IssueNumber Number, IssueNumber Into, string Reason) : IssueEvent(Number);

[JournalName("issue.due-recomputed")]
public sealed record DueRecomputed(IssueNumber Number, DueDate OriginalDue, DateOnly CurrentDue) : IssueEvent(Number);

[JournalName("issue.taken-over")]
public sealed record IssueTakenOver(IssueNumber Number, ListCode List, IssueParticulars Particulars, TakeOver TakeOver, DueDate Due, ClosingTerms Terms) : IssueEvent(Number);
