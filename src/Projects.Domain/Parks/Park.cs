using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>A park 园区 as its history says: units, people, appointments, delegations, policy, labels, lists of kinds, weekly reports. Immutable; replayed from its journal.</summary>
public sealed partial record Park
{
    public required ParkCode Code { get; init; }

    /// <summary>Version of the last event replayed; 0 when nothing has happened.</summary>
    public long Version { get; init; }

    /// <summary>Null where it is not known.</summary>
    public DateOnly? FoundedOn { get; init; }

    public string Name { get; init; } = "";
    public string City { get; init; } = "";
    public string Province { get; init; } = "";
    public ImmutableSortedDictionary<UnitCode, Unit> Units { get; init; } = ImmutableSortedDictionary<UnitCode, Unit>.Empty;
    public ImmutableSortedDictionary<PersonId, Person> People { get; init; } = ImmutableSortedDictionary<PersonId, Person>.Empty;
    public ImmutableArray<Appointment> Appointments { get; init; } = [];
    public ImmutableArray<Delegation> Delegations { get; init; } = [];
    public Policy Policy { get; init; } = Policy.Default;
    public Labels Labels { get; init; } = Labels.Platform;
    public ImmutableSortedDictionary<Vocabulary, ImmutableArray<string>> Vocabularies { get; init; } = ImmutableSortedDictionary<Vocabulary, ImmutableArray<string>>.Empty;
    public ReportRegister Weekly { get; init; } = ReportRegister.None;
    public string CalendarVersion { get; init; } = "";

    [JsonIgnore]
    public bool Exists => Version > 0;

    /// <summary>A person's name as shown; the id of someone the park does not name, such as the installation itself.</summary>
    public string NameOf(PersonId person) => People.TryGetValue(person, out var known) ? known.Name : person.Value;

    /// <inheritdoc cref="NameOf(PersonId)"/>
    public string NameOf(UnitCode unit) => Units.TryGetValue(unit, out var known) ? known.Name : unit.Value;

    public static Park Unknown(ParkCode code) => new() { Code = code };
}

/// <summary>A unit 单位 in the park's tree.</summary>
public sealed record Unit(UnitCode Code, string Name, UnitCode? Parent);

/// <summary>A person of the park. Whether they may sign in is the account's affair, not the park's.</summary>
public sealed record Person(PersonId Id, string Name);

/// <summary>任职: a role in a unit, from a day until a day, both inclusive.</summary>
public sealed record Appointment(PersonId Person, Role Role, UnitCode Unit, DateOnly From, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Whether it shares a day with the span; null for one without end.</summary>
    public bool Overlaps(DateOnly first, DateOnly? last) => (last is null || From <= last) && (Until is null || first <= Until);

    /// <summary>Whether it already gives the same right on every day of the other.</summary>
    public bool Covers(Appointment other) =>
        (Person, Role, Unit) == (other.Person, other.Role, other.Unit) && From <= other.From && (Until is null || other.Until <= Until);
}

/// <summary>授权: an appointment lent, both days inclusive.</summary>
public sealed record Delegation(PersonId From, Role Role, UnitCode Unit, PersonId To, DateOnly Start, DateOnly Until)
{
    public bool HoldsOn(DateOnly day) => Start <= day && day <= Until;

    /// <inheritdoc cref="Appointment.Overlaps"/>
    public bool Overlaps(DateOnly first, DateOnly? last) => (last is null || Start <= last) && first <= Until;
}
