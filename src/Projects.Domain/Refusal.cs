using System.Collections.Immutable;

namespace Projects;

/// <summary>The stable, English reasons of google.rpc.ErrorInfo in the domain <c>projects</c> (DOMAIN 10.8).</summary>
public enum Reason
{
    Invalid,
    Unauthenticated,
    Forbidden,
    SeparationOfDuties,
    NotFound,
    WrongState,
    Conflict,
    NumberTaken,
    Incomplete,
    CriteriaOpen,
    NoEvidence,
    ReasonRequired,
    TooLate,
    FutureDate,
    NoticeRunning,
    PredecessorOpen,
    CalendarUnpublished,
    BasisMix,
    ReportIssued,
    ImportRow,
    RateLimited,
}

/// <summary>A "no" of the rules: the obstacle as facts. Words are chosen where it is shown (<see cref="Words"/>).</summary>
public abstract record Refusal
{
    /// <summary>The stable reason a program may branch on.</summary>
    public abstract Reason Reason { get; }

    /// <summary>The fields at fault, by their name in the contract; empty when no single field is.</summary>
    public virtual ImmutableArray<FieldFault> Fields => [];

    /// <summary>The commands that are allowed in the present state, by name; empty when the state is not the obstacle.</summary>
    public virtual ImmutableArray<string> Allowed => [];
}

/// <summary>A field at fault and what is wrong with it.</summary>
/// <param name="Field">The name in the contract, such as <c>original_due</c>.</param>
public sealed record FieldFault(string Field, Text Fault);

/// <summary>The same words in both languages.</summary>
public sealed record Text(string Zh, string En)
{
    public string In(Language language) => language == Language.English ? En : Zh;
}
