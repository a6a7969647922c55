using System.Collections.Immutable;

namespace Projects;

/// <summary>What an issue says. While a draft, anything but the description may be missing.</summary>
/// <param name="Description">问题描述.</param>
/// <param name="Source">问题来源; the list's source when null.</param>
/// <param name="Leader">责任领导, accountable; may never approve its closure.</param>
/// <param name="LeadUnit">牵头单位, exactly one once registered.</param>
/// <param name="Responsible">责任人.</param>
/// <param name="AcceptanceUnit">验收单位.</param>
/// <param name="Goal">整改目标.</param>
/// <param name="Criteria">销号标准, numbered from 1 in this order.</param>
/// <param name="Measures">整改措施, numbered from 1 in this order.</param>
/// <param name="Due">整改时限 as a day; leave null when given as <paramref name="DueIn"/>.</param>
/// <param name="DueIn">整改时限 as a count of days from registration.</param>
public sealed record IssueParticulars(
    string Description,
    string? Source = null,
    DateOnly? FoundOn = null,
    string? Category = null,
    Grade Grade = Grade.Ordinary,
    IssueKind Kind = IssueKind.OneOff,
    RootCause RootCause = RootCause.Unknown,
    PersonId? Leader = null,
    UnitCode? LeadUnit = null,
    ImmutableArray<UnitCode> SupportingUnits = default,
    PersonId? Responsible = null,
    UnitCode? AcceptanceUnit = null,
    string? Goal = null,
    ImmutableArray<string> Criteria = default,
    ImmutableArray<string> Measures = default,
    DateOnly? Due = null,
    DayCount? DueIn = null,
    string? Remark = null)
{
    public ImmutableArray<UnitCode> SupportingUnits { get; init; } = SupportingUnits.IsDefault ? [] : SupportingUnits;
    public ImmutableArray<string> Criteria { get; init; } = Criteria.IsDefault ? [] : Criteria;
    public ImmutableArray<string> Measures { get; init; } = Measures.IsDefault ? [] : Measures;

    /// <summary>Whether a unit leads or supports the rectification.</summary>
    public bool IsConcerned(UnitCode unit) => unit == LeadUnit || SupportingUnits.Contains(unit);

    /// <summary>Equal in all they say; <c>==</c> would ask whether the lists are the same objects.</summary>
    public bool SaysTheSameAs(IssueParticulars other) =>
        SupportingUnits.SequenceEqual(other.SupportingUnits) && Criteria.SequenceEqual(other.Criteria) && Measures.SequenceEqual(other.Measures)
        && this with { SupportingUnits = other.SupportingUnits, Criteria = other.Criteria, Measures = other.Measures } == other;
}

/// <summary>Writes an issue down, not yet in the books.</summary>
/// <param name="Number">Null lets the platform give the list's next number.</param>
public sealed record DraftIssue(ListCode List, IssueNumber? Number, IssueParticulars Particulars) : ProjectCommand;

/// <summary>An order about one issue.</summary>
public abstract record IssueCommand(IssueNumber Number) : ProjectCommand;

/// <summary>Replaces the particulars of a draft.</summary>
public sealed record AmendIssue(IssueNumber Number, IssueParticulars Particulars) : IssueCommand(Number);

/// <summary>立账 (row 1).</summary>
public sealed record RegisterIssue(IssueNumber Number) : IssueCommand(Number);

/// <summary>签收 (row 2).</summary>
public sealed record AcceptIssue(IssueNumber Number) : IssueCommand(Number);

/// <summary>The lead unit says it is not theirs (row 3).</summary>
public sealed record DisputeAssignment(IssueNumber Number, string Reason) : IssueCommand(Number);

/// <summary>The ledger office assigns anew, before acceptance.</summary>
public sealed record ReassignIssue(IssueNumber Number, UnitCode LeadUnit, ImmutableArray<UnitCode> SupportingUnits, PersonId Leader, PersonId? Responsible, string Reason)
    : IssueCommand(Number);

/// <summary>本期进展 and 存在困难 (row 4).</summary>
public sealed record ReportProgress(IssueNumber Number, string Progress, string? Difficulty = null) : IssueCommand(Number);

/// <param name="Measure">From 1.</param>
public sealed record CompleteMeasure(IssueNumber Number, int Measure, string? Note = null) : IssueCommand(Number);

/// <summary>A further measure, when those planned do not suffice.</summary>
public sealed record AddMeasure(IssueNumber Number, string Measure) : IssueCommand(Number);

/// <param name="Criteria">The criteria it shows, from 1; at least one.</param>
/// <param name="CapturedOn">The day the picture or paper was made; null when unknown.</param>
public sealed record AddEvidence(IssueNumber Number, EvidenceFile File, ImmutableArray<int> Criteria, DateOnly? CapturedOn = null, string? Note = null) : IssueCommand(Number);

/// <summary>自查: the lead unit finds its own work complete.</summary>
public sealed record SelfCheckIssue(IssueNumber Number, string Statement) : IssueCommand(Number);

/// <summary>Row 5. The original due date never changes.</summary>
public sealed record RequestExtension(IssueNumber Number, DateOnly NewDue, string Reason) : IssueCommand(Number);

public sealed record DecideExtension(IssueNumber Number, bool Grant, string? Reason = null) : IssueCommand(Number);

/// <summary>申请销号 (row 6).</summary>
public sealed record RequestClosure(IssueNumber Number, string Statement) : IssueCommand(Number);

/// <summary>Row 15: asks that a standing issue's stage be found done; then as rows 7 to 13, ending under watch.</summary>
public sealed record MarkStageDone(IssueNumber Number, string Statement, DateOnly NextReview) : IssueCommand(Number);

/// <summary>Row 7.</summary>
public sealed record WithdrawClosure(IssueNumber Number, string? Reason = null) : IssueCommand(Number);

/// <summary>Row 8.</summary>
public sealed record StartVerification(IssueNumber Number, ImmutableArray<PersonId> Verifiers) : IssueCommand(Number);

/// <summary>Row 9: one verifier passes every criterion. A verifier who cannot pass one returns the issue for rework.</summary>
public sealed record RecordVerification(IssueNumber Number, ImmutableArray<Judgement> Judgements, string Opinion) : IssueCommand(Number);

/// <param name="Criterion">From 1.</param>
public sealed record Judgement(int Criterion, bool Met, string? Note = null);

/// <summary>Row 10.</summary>
public sealed record ReturnForRework(IssueNumber Number, string Reason) : IssueCommand(Number);

/// <summary>Row 11.</summary>
public sealed record ApproveClosure(IssueNumber Number, string? Opinion = null) : IssueCommand(Number);

/// <summary>Row 12: somebody objects during the notice; the clock is held.</summary>
/// <param name="RaisedBy">Who objects, in words; may be outside the park.</param>
public sealed record RaiseObjection(IssueNumber Number, string RaisedBy, string Objection) : IssueCommand(Number);

/// <param name="Objection">From 1 within the closure request.</param>
/// <param name="Upheld">True means the notice cannot end; the issue is to be returned for rework.</param>
public sealed record SettleObjection(IssueNumber Number, int Objection, bool Upheld, string Outcome) : IssueCommand(Number);

/// <summary>Row 13.</summary>
public sealed record EndNotice(IssueNumber Number) : IssueCommand(Number);

/// <summary>备案 (row 14).</summary>
public sealed record FileClosure(IssueNumber Number, string FilingNumber) : IssueCommand(Number);

/// <summary>回头看 found it still sound.</summary>
/// <param name="NextReview">Required for a standing issue.</param>
public sealed record RecordReview(IssueNumber Number, string Finding, DateOnly? NextReview = null) : IssueCommand(Number);

/// <summary>Row 16: the same number, the next round.</summary>
/// <param name="Measures">The new round's measures; empty takes the last round's again, all undone.</param>
public sealed record ReopenIssue(IssueNumber Number, ReopenCause Cause, string Reason, DateOnly NewDue, ImmutableArray<string> Measures = default) : IssueCommand(Number)
{
    public ImmutableArray<string> Measures { get; init; } = Measures.IsDefault ? [] : Measures;
}

public enum ReopenCause
{
    /// <summary>回头看未通过</summary>
    ReviewFailed,

    /// <summary>反弹</summary>
    Rebound,

    /// <summary>上级退回</summary>
    RejectedAbove,
}

/// <summary>中止 (row 17). The overdue clock keeps running.</summary>
public sealed record SuspendIssue(IssueNumber Number, string Reason, DateOnly ReviewOn) : IssueCommand(Number);

public sealed record ResumeIssue(IssueNumber Number, string? Note = null) : IssueCommand(Number);

/// <summary>作废 (row 18).</summary>
public sealed record VoidIssue(IssueNumber Number, string Reason) : IssueCommand(Number);

/// <summary>并案 (row 18): void here, carried on under another number of the same project.</summary>
public sealed record MergeIssue(IssueNumber Number, IssueNumber Into, string Reason) : IssueCommand(Number);

/// <summary>Recomputes a provisional due date after the park adopted another calendar.</summary>
public sealed record RecomputeDue(IssueNumber Number) : IssueCommand(Number);

/// <summary>接管 (DOMAIN 10.3): enters an issue of an existing ledger as its document states it, without claiming that the platform saw the steps.</summary>
public sealed record TakeOverIssue(ListCode List, IssueNumber? Number, IssueParticulars Particulars, TakeOver TakeOver) : ProjectCommand;

/// <summary>What the document says about an issue taken over.</summary>
/// <param name="Document">The document, by title and date or number.</param>
/// <param name="State">Registered, Rectifying, Closed, Filed, StandingWatch or Void.</param>
/// <param name="RequestedOn">The day closing was asked for; null when not stated.</param>
/// <param name="ClosedOn">Required for Closed and Filed.</param>
/// <param name="FilingNumber">Required for Filed.</param>
/// <param name="CurrentDue">When it differs from the particulars' due.</param>
/// <param name="NextReview">Required for StandingWatch.</param>
/// <param name="People">Who handled, verified and approved, in the document's words.</param>
public sealed record TakeOver(
    string Document,
    IssueState State,
    DateOnly RegisteredOn,
    DateOnly? AcceptedOn = null,
    DateOnly? RequestedOn = null,
    DateOnly? ClosedOn = null,
    string? FilingNumber = null,
    DateOnly? CurrentDue = null,
    DateOnly? NextReview = null,
    int Round = 1,
    string? People = null);

/// <summary>A file in the evidence store, named by its content.</summary>
/// <param name="Digest">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="SizeBytes">1 to 52,428,800.</param>
/// <param name="MediaType">As sniffed from the content.</param>
public sealed record EvidenceFile(string Digest, string Name, long SizeBytes, string MediaType);
