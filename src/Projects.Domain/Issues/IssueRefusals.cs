using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in the life of an issue or of its list.</summary>
public abstract record IssueRefusal : Refusal;

/// <summary>The issue's state does not allow the step.</summary>
/// <param name="AllowedNow">The verbs the state allows, whoever may give them (<see cref="IssueVerbs"/>).</param>
public sealed record WrongIssueState(IssueNumber Number, IssueState State, ImmutableArray<string> AllowedNow) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => AllowedNow;
}

/// <summary>The list's status does not allow the step.</summary>
public sealed record WrongListStatus(ListCode List, ListStatus Status, ImmutableArray<string> AllowedNow) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => AllowedNow;
}

/// <summary>The list has not been issued 印发, or is archived: nothing can be entered in its books.</summary>
public sealed record ListNotIssued(ListCode List, ListStatus Status) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>Open issues keep the list from being archived. One under watch counts as open: it still has to be reviewed.</summary>
public sealed record ListNotEmpty(ListCode List, ImmutableArray<IssueNumber> Open) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>What registering needs is missing (DOMAIN 4, row 1).</summary>
public sealed record IssueIncomplete(IssueNumber? Number, ImmutableArray<FieldFault> Missing) : IssueRefusal
{
    public override Reason Reason => Reason.Incomplete;
    public override ImmutableArray<FieldFault> Fields => Missing;
}

/// <summary>The number stands for another issue, void ones included: a number is never used again.</summary>
public sealed record NumberInUse(IssueNumber Number) : IssueRefusal
{
    public override Reason Reason => Reason.NumberTaken;
}

/// <summary>Measures are still to be done (row 6).</summary>
public sealed record MeasuresOpen(IssueNumber Number, ImmutableArray<int> Measures) : IssueRefusal
{
    public override Reason Reason => Reason.CriteriaOpen;
}

/// <summary>Criteria no evidence of this round shows (row 6; DOMAIN 10.4).</summary>
public sealed record NoEvidence(IssueNumber Number, int Round, ImmutableArray<int> Criteria) : IssueRefusal
{
    public override Reason Reason => Reason.NoEvidence;
}

/// <summary>The verification leaves criteria unjudged (row 9).</summary>
public sealed record CriteriaUnjudged(IssueNumber Number, ImmutableArray<int> Criteria) : IssueRefusal
{
    public override Reason Reason => Reason.CriteriaOpen;
}

/// <summary>The verifier finds criteria not met; such an issue is returned for rework, not passed (row 9).</summary>
public sealed record CriteriaNotMet(IssueNumber Number, ImmutableArray<int> Criteria) : IssueRefusal
{
    public override Reason Reason => Reason.CriteriaOpen;
}

/// <summary>What a person has to do with an issue that keeps them from judging it.</summary>
public enum Duty
{
    /// <summary>Recorded rectification, evidence or the request in this round.</summary>
    Rectifier,

    /// <summary>Holds an appointment in the lead unit or a supporting unit.</summary>
    UnitConcerned,

    /// <summary>Verified it, or was named to.</summary>
    Verifier,

    /// <summary>Asked for the closing.</summary>
    Requester,

    /// <summary>责任领导.</summary>
    AccountableLeader,

    /// <summary>Asked for the extension.</summary>
    Applicant,

    /// <summary>Replied to the urging.</summary>
    Replier,
}

/// <summary>One person would hold two duties that check each other; delegates count as those they act for (DOMAIN 4).</summary>
/// <param name="Person">The person in conflict: the actor, or the one they act for.</param>
/// <param name="Holds">The duty they hold already.</param>
public sealed record DutiesNotSeparate(IssueNumber Number, PersonId Person, Duty Holds) : IssueRefusal
{
    public override Reason Reason => Reason.SeparationOfDuties;
}

/// <summary>Only the verifiers named for this request verify it.</summary>
public sealed record NotNamedVerifier(IssueNumber Number, ImmutableArray<PersonId> Named) : IssueRefusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>The named verifier's finding is recorded already; a finding is not changed.</summary>
public sealed record VerifierDoneAlready(IssueNumber Number, PersonId Verifier) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>The grade asks for another number of verifiers (row 8).</summary>
public sealed record VerifierCountWrong(IssueNumber Number, int Needed, int Named) : IssueRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields =>
        [new("verifiers", new Text($"须为{Needed}名不同的核查人", $"must name {Needed} different verifier(s)"))];
}

/// <summary>Somebody named holds no appointment as verifier today.</summary>
public sealed record VerifierNotAppointed(IssueNumber Number, ImmutableArray<PersonId> People) : IssueRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields => [new("verifiers", new Text("须为现任核查人", "must hold an appointment as verifier today"))];
}

/// <summary>The extension was asked for too late: a higher level decides it (row 5).</summary>
/// <param name="LevelNeeded">The least approver level, 1 to 3.</param>
public sealed record ExtensionTooLate(IssueNumber Number, int LevelNeeded) : IssueRefusal
{
    public override Reason Reason => Reason.TooLate;
}

/// <summary>As many extensions were granted as the policy allows (row 5).</summary>
public sealed record ExtensionsUsedUp(IssueNumber Number, int AtMost) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>An extension waits for its decision already.</summary>
public sealed record ExtensionPending(IssueNumber Number, DateOnly NewDue) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => [IssueVerbs.Of<DecideExtension>()];
}

/// <summary>No extension waits for a decision.</summary>
public sealed record NoExtensionPending(IssueNumber Number) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => [IssueVerbs.Of<RequestExtension>()];
}

/// <summary>The notice may not end yet (row 13).</summary>
/// <param name="Counted">Working days counted so far, those under an open objection left out.</param>
/// <param name="OpenObjections">Objections not settled.</param>
/// <param name="UpheldObjections">Objections upheld: the issue has to be returned for rework.</param>
public sealed record NoticeRunning(IssueNumber Number, int Counted, int Needed, ImmutableArray<int> OpenObjections, ImmutableArray<int> UpheldObjections) : IssueRefusal
{
    public override Reason Reason => Reason.NoticeRunning;
}

/// <summary>The objection was settled before, in another way; a settlement is not changed.</summary>
public sealed record ObjectionAlreadySettled(IssueNumber Number, int Objection, bool Upheld) : IssueRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>An issue cannot be merged into this one (row 18).</summary>
/// <param name="State">The state of a target that is not open; null when it is the issue itself.</param>
public sealed record MergeTargetUnfit(IssueNumber Into, IssueState? State) : IssueRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields =>
        [new("into", State is null ? new Text("不得并入自身", "must be another issue") : new Text("该事项不是在账未销号事项", "must be in the books and open"))];
}
