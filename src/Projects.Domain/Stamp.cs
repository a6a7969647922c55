using System.Collections.Immutable;

namespace Projects;

/// <summary>What a door puts on a command: who, when, and which request. The rules trust it; only a door makes one.</summary>
/// <param name="Actor">The person, with all capacities they hold at <paramref name="At"/>.</param>
/// <param name="At">The instant of recording, UTC.</param>
/// <param name="Day">The park's day (Asia/Shanghai) at that instant.</param>
/// <param name="Effective">The day it is said to have happened; equal to <paramref name="Day"/> unless the person says otherwise.</param>
/// <param name="RequestId">Chosen by the caller; a repeat with the same id returns the first result.</param>
public sealed record Stamp(Actor Actor, DateTimeOffset At, DateOnly Day, DateOnly Effective, string RequestId);

/// <summary>Who is asking.</summary>
/// <param name="Person">The person who signed in, or the person a program's token was made for.</param>
/// <param name="Kind">A program may never verify, approve or administer (SECURITY 2).</param>
/// <param name="Capacities">Own appointments first, then those lent by delegation.</param>
public sealed record Actor(PersonId Person, ActorKind Kind, ImmutableArray<Capacity> Capacities)
{
    /// <summary>
    /// The installation itself: it founds parks and configures them as a system administrator would, until people do. Only the
    /// first start, the sample's loader and the verbs of the command line act as it; no door on the wire does, and no person may
    /// be given its id.
    /// </summary>
    public static Actor Installation { get; } =
        new(new PersonId("installation"), ActorKind.Person, [new Capacity(Role.SystemAdministrator, new UnitCode("installation"))]);
}

public enum ActorKind { Person, Program }

/// <summary>One appointment in force: a role in a unit, own or lent.</summary>
/// <param name="For">The delegator whose appointment this is; null when it is the actor's own.</param>
public sealed record Capacity(Role Role, UnitCode Unit, PersonId? For = null);

/// <summary>Who did it, as the journal keeps it.</summary>
/// <param name="For">The delegator acted for, whose conflicts the delegate inherits (DOMAIN 4).</param>
public sealed record By(PersonId Person, Role Role, UnitCode Unit, PersonId? For = null, ActorKind Kind = ActorKind.Person)
{
    /// <summary>Whether the person did it or had it done in their place.</summary>
    public bool Involves(PersonId person) => Person == person || For == person;
}

/// <summary>What the rules answered to a command.</summary>
public abstract record Decision
{
    private protected Decision() { }

    /// <summary>Yes: these facts are to be recorded, all or none.</summary>
    public sealed record Accepted(By By, ImmutableArray<Event> Events) : Decision;

    /// <summary>It is so already; nothing is recorded and the caller is told of success (STYLE 9).</summary>
    public sealed record AlreadySo : Decision;

    /// <summary>No, and why.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;
}
