using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>An issue 事项 as its history says. It lives in exactly one list of exactly one project.</summary>
public sealed partial record Issue
{
    public required IssueNumber Number { get; init; }
    public required ListCode List { get; init; }
    public IssueState State { get; init; }
    public required IssueParticulars Particulars { get; init; }

    /// <summary>Who wrote it down; an enterprise may amend only its own draft.</summary>
    public required By DraftedBy { get; init; }

    /// <summary>The day it was registered; null while a draft.</summary>
    public DateOnly? RegisteredOn { get; init; }
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>整改时限(原): set at registration, changed by nothing but a new calendar while provisional.</summary>
    public DueDate? OriginalDue { get; init; }

    /// <summary>整改时限(现): moved by extensions and reopening.</summary>
    public DateOnly? CurrentDue { get; init; }

    /// <summary>The open dispute about the assignment; null when none.</summary>
    public string? Dispute { get; init; }

    /// <summary>轮次, the last one being the present; earlier ones are read-only.</summary>
    public ImmutableArray<Round> Rounds { get; init; } = [];

    /// <summary>延期 in all rounds, in order.</summary>
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    /// <summary>催办 in all rounds, in order.</summary>
    public ImmutableArray<UrgingNotice> Urgings { get; init; } = [];

    public ImmutableArray<Review> Reviews { get; init; } = [];

    /// <summary>Why and until when it is suspended; null when it is not.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>The day of the last closing; kept when reopened.</summary>
    public DateOnly? ClosedOn { get; init; }
    public string? FilingNumber { get; init; }
    public DateOnly? FiledOn { get; init; }

    /// <summary>下次回头看 of a standing issue under watch.</summary>
    public DateOnly? NextReview { get; init; }

    public string? VoidReason { get; init; }
    public IssueNumber? MergedInto { get; init; }

    /// <summary>Where it came from when it was taken over; null when it was registered here.</summary>
    public TakeOver? TakenOver { get; init; }

    /// <summary>The effective day of its last event: the next step may not lie before it.</summary>
    public required DateOnly LastStepOn { get; init; }

    /// <summary>Since when it is as it is: the latest day and instant of its own steps, and of the list it was written into.</summary>
    public AsOf Since { get; init; }

    /// <summary>Version of the last event that changed it; its etag.</summary>
    public required long Version { get; init; }

    /// <summary>The present round; null while a draft.</summary>
    [JsonIgnore]
    public Round? Round => Rounds.IsEmpty ? null : Rounds[^1];

    /// <summary>The closure request in progress; null when none.</summary>
    [JsonIgnore]
    public ClosureRequest? Request => Round is { Requests: [.., { Outcome: ClosureOutcome.Open } open] } ? open : null;

    /// <summary>The last notice of urging in the present round; null when there is none.</summary>
    [JsonIgnore]
    public UrgingNotice? Urged => Urgings.LastOrDefault(notice => notice.Condition.Round == Round?.No);

    /// <summary>The extension waiting for a decision; null when none.</summary>
    [JsonIgnore]
    public Extension? PendingExtension => Extensions is [.., { DecidedOn: null } last] && last.Round == Round?.No ? last : null;
}

/// <summary>One round 轮 of rectification, from registration or reopening to the closing.</summary>
public sealed partial record Round
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The due date the round opened with.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Why it was reopened; null in round 1.</summary>
    public ReopenCause? Cause { get; init; }
    public string? Reason { get; init; }

    /// <summary>The policy that binds this round, whatever the park decides later.</summary>
    public required ClosingTerms Terms { get; init; }

    public ImmutableArray<MeasureItem> Measures { get; init; } = [];
    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];
    public ImmutableArray<ProgressEntry> Progress { get; init; } = [];
    public SelfCheck? SelfCheck { get; init; }

    /// <summary>Everyone who recorded rectification, evidence or a request in this round, and those they acted for: none of them verifies or approves it.</summary>
    public ImmutableSortedSet<PersonId> Rectifiers { get; init; } = ImmutableSortedSet<PersonId>.Empty;

    /// <summary>Each request to close, in order; a returned one is followed by a new record.</summary>
    public ImmutableArray<ClosureRequest> Requests { get; init; } = [];

    /// <summary>The day it was closed; null while open.</summary>
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>What closing this round needs: the park's policy at the time the round opened, by grade.</summary>
/// <param name="PolicyVersion">The park version the terms were taken from.</param>
public sealed record ClosingTerms(int Verifiers, int ApproverLevel, ApprovalOrder Approval, int NoticeWorkingDays, int ExtensionLeadWorkingDays, int ExtensionsAtMost, long PolicyVersion)
{
    /// <summary>The terms the park's present policy sets for a grade.</summary>
    public static ClosingTerms Of(Park park, Grade grade)
    {
        var policy = park.Policy;
        var rule = policy.Closing.TryGetValue(grade, out var set) ? set : Policy.Default.Closing[grade];
        return new(rule.Verifiers, rule.ApproverLevel, policy.Approval, policy.NoticeWorkingDays, policy.ExtensionLeadWorkingDays, policy.ExtensionsAtMost, park.Version);
    }
}

/// <param name="No">From 1.</param>
public sealed record MeasureItem(int No, string Text, DateOnly? DoneOn = null, By? By = null, string? Note = null);

public sealed record EvidenceItem(EvidenceFile File, ImmutableArray<int> Criteria, DateOnly? CapturedOn, string? Note, By By, DateOnly On);

public sealed record ProgressEntry(string Progress, string? Difficulty, By By, DateOnly On);

public sealed record SelfCheck(string Statement, By By, DateOnly On);

public enum ClosureOutcome { Open, Withdrawn, Returned, Done }

/// <summary>One request to close, with all that followed from it.</summary>
public sealed record ClosureRequest
{
    public required string Statement { get; init; }
    public required By By { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Set when a standing issue's stage is to be found done.</summary>
    public DateOnly? NextReview { get; init; }
    public ImmutableArray<PersonId> Verifiers { get; init; } = [];
    public ImmutableArray<Verification> Verifications { get; init; } = [];
    public Approval? Approval { get; init; }
    public Notice? Notice { get; init; }
    public ClosureOutcome Outcome { get; init; }
    public string? OutcomeReason { get; init; }
    public By? OutcomeBy { get; init; }
    public DateOnly? OutcomeOn { get; init; }
}

/// <param name="Verifier">The named verifier, for whom <paramref name="By"/> may have acted.</param>
public sealed record Verification(PersonId Verifier, ImmutableArray<Judgement> Judgements, string Opinion, By By, DateOnly On);

public sealed record Approval(string? Opinion, By By, DateOnly On);

/// <summary>公示.</summary>
public sealed record Notice
{
    /// <summary>The day its start was recorded: the clock runs from the day after. An approval entered late starts no notice in the past.</summary>
    public required DateOnly From { get; init; }
    public required int WorkingDays { get; init; }
    public ImmutableArray<Objection> Objections { get; init; } = [];
    public DateOnly? EndedOn { get; init; }

    internal static Notice Begun(NoticeStarted e, Recorded recorded) => new() { From = BusinessDay.Of(recorded.At), WorkingDays = e.WorkingDays };

    /// <summary>Working days counted after the start up to and including a day; those an objection held do not count (DOMAIN 4, row 12).</summary>
    public int CountedThrough(DateOnly day, WorkCalendar calendar) => Noticing.Counted(this, day, calendar);
}

/// <param name="No">From 1.</param>
/// <param name="SettledOn">The day its settlement was recorded: a settlement entered late sets no held day of the clock free.</param>
public sealed record Objection(int No, string RaisedBy, string Text, DateOnly RaisedOn, DateOnly? SettledOn = null, bool? Upheld = null, string? Outcome = null);

/// <summary>延期. Undecided while <see cref="DecidedOn"/> is null.</summary>
/// <param name="Round">The round it was asked for in; one left undecided lapses with its round.</param>
public sealed record Extension(int Round, DateOnly OldDue, DateOnly NewDue, string Reason, bool Late, int ApproverLevel, By RequestedBy, DateOnly RequestedOn)
{
    public bool? Granted { get; init; }
    public By? DecidedBy { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public string? DecisionReason { get; init; }
}

/// <summary>回头看.</summary>
public sealed record Review(string Finding, DateOnly? NextReview, By By, DateOnly On);

/// <param name="Left">The state to come back to.</param>
public sealed record Suspension(IssueState Left, string Reason, DateOnly ReviewOn, By By, DateOnly On);
