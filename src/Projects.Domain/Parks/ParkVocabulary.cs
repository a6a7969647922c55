using System.Collections.Immutable;

namespace Projects;

/// <summary>An order to a park. Configuration is the system administrator's; a delegation is its giver's own.</summary>
public abstract record ParkCommand
{
    /// <summary>The version of the park the caller saw; null when it does not matter to them.</summary>
    public long? Expected { get; init; }
}

/// <summary>Founds the park. Only the installation itself may (the park's people do not exist yet).</summary>
public sealed record FoundPark(string Name, string City, string Province) : ParkCommand;

/// <param name="Parent">The unit above; null for a top unit.</param>
public sealed record AddUnit(UnitCode Unit, string Name, UnitCode? Parent = null) : ParkCommand;

public sealed record RenameUnit(UnitCode Unit, string Name) : ParkCommand;

public sealed record AddPerson(PersonId Person, string Name) : ParkCommand;

public sealed record RenamePerson(PersonId Person, string Name) : ParkCommand;

/// <summary>Gives a person a role in a unit.</summary>
/// <param name="Until">The last day, inclusive; null for open-ended.</param>
public sealed record Appoint(PersonId Person, Role Role, UnitCode Unit, DateOnly From, DateOnly? Until = null) : ParkCommand;

/// <summary>Ends an appointment; the stamp's effective day is the first day without it. One not yet begun never begins.</summary>
public sealed record EndAppointment(PersonId Person, Role Role, UnitCode Unit) : ParkCommand;

/// <summary>授权: lends one's own appointment to another person for a while. The delegate inherits the giver's conflicts.</summary>
public sealed record Delegate(Role Role, UnitCode Unit, PersonId To, DateOnly From, DateOnly Until) : ParkCommand;

/// <summary>Takes back what was lent; the stamp's effective day is the first day without it.</summary>
public sealed record EndDelegation(Role Role, UnitCode Unit, PersonId To) : ParkCommand;

public sealed record SetPolicy(Policy Policy) : ParkCommand;

/// <summary>Replaces the park's labels as a whole; what it leaves out is called as the platform calls it.</summary>
public sealed record SetLabels(Labels Labels) : ParkCommand;

/// <summary>Replaces one list of kinds, in the order to be shown; none for free text.</summary>
public sealed record SetVocabulary(Vocabulary Vocabulary, ImmutableArray<string> Terms) : ParkCommand;

/// <summary>Takes another version of the work calendar into use; due dates still provisional are recomputed visibly.</summary>
public sealed record AdoptCalendar(string CalendarVersion) : ParkCommand;

[JournalName("park.founded")]
public sealed record ParkFounded(string Name, string City, string Province, Policy Policy, string CalendarVersion) : ParkEvent;

[JournalName("unit.added")]
public sealed record UnitAdded(UnitCode Unit, string Name, UnitCode? Parent) : ParkEvent;

[JournalName("unit.renamed")]
public sealed record UnitRenamed(UnitCode Unit, string Name) : ParkEvent;

[JournalName("person.added")]
public sealed record PersonAdded(PersonId Person, string Name) : ParkEvent;

[JournalName("person.renamed")]
public sealed record PersonRenamed(PersonId Person, string Name) : ParkEvent;

[JournalName("appointment.made")]
public sealed record AppointmentMade(PersonId Person, Role Role, UnitCode Unit, DateOnly From, DateOnly? Until) : ParkEvent;

[JournalName("appointment.ended")]
public sealed record AppointmentEnded(PersonId Person, Role Role, UnitCode Unit, DateOnly LastDay) : ParkEvent;

[JournalName("delegation.given")]
public sealed record DelegationGiven(PersonId From, Role Role, UnitCode Unit, PersonId To, DateOnly Start, DateOnly Until) : ParkEvent;

[JournalName("delegation.ended")]
public sealed record DelegationEnded(PersonId From, Role Role, UnitCode Unit, PersonId To, DateOnly LastDay) : ParkEvent;

[JournalName("policy.set")]
public sealed record PolicySet(Policy Policy) : ParkEvent;

[JournalName("labels.set")]
public sealed record LabelsSet(Labels Labels) : ParkEvent;

[JournalName("vocabulary.set")]
public sealed record VocabularySet(Vocabulary Vocabulary, ImmutableArray<string> Terms) : ParkEvent;

[JournalName("calendar.adopted")]
public sealed record CalendarAdopted(string CalendarVersion) : ParkEvent;
