using System.Reflection;
using System.Text.Json;

namespace Projects;

/// <summary>A fact: something that happened to a park or a project. Never changed, never taken back.</summary>
public abstract record Event;

/// <summary>A fact about a project; replayed by <see cref="Project.Evolve"/>.</summary>
public abstract record ProjectEvent : Event;

/// <summary>A fact about a park; replayed by <see cref="Park.Evolve"/>.</summary>
public abstract record ParkEvent : Event;

/// <summary>The name under which an event stands in the journal for ever: the CLR name may change, this may not.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JournalNameAttribute(string name, int schema = 1) : Attribute
{
    public string Name { get; } = name;

    /// <summary>1 for the first shape; a new shape of the same fact is a new record with the next number.</summary>
    public int Schema { get; } = schema;
}

/// <summary>An event as it stands in the journal.</summary>
/// <param name="Version">Position in its stream, from 1 without a gap.</param>
/// <param name="Event">What happened.</param>
/// <param name="By">Who did it, in which capacity.</param>
/// <param name="Effective">The park's day on which it happened; never after the day it was recorded.</param>
/// <param name="At">The instant it was recorded, UTC.</param>
/// <param name="RequestId">The request it came from; all events of one command share it.</param>
/// <param name="ParkVersion">The version of the park (policy, appointments, calendar) the rules decided on; 0 for a park's own events.</param>
public sealed record Recorded(long Version, Event Event, By By, DateOnly Effective, DateTimeOffset At, string RequestId, long ParkVersion);

/// <summary>From event to journal name and JSON, and back.</summary>
public static class EventJson
{
    private static readonly Dictionary<Type, (string Name, int Schema)> Names =
        Family.MembersOf(typeof(Event)).ToDictionary(type => type, NameFrom);

    private static readonly Dictionary<(string, int), Type> Types = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every event the journal may hold, by type.</summary>
    public static IReadOnlyDictionary<Type, (string Name, int Schema)> All => Names;

    public static (string Name, int Schema) NameOf(Event @event) => Names[@event.GetType()];

    /// <summary>The payload without name and stamp; what the chain's digest is taken over.</summary>
    public static string Write(Event @event) => JsonSerializer.Serialize(@event, @event.GetType(), DomainJson.Options);

    /// <exception cref="JsonException">The journal holds a name this program does not know, or a payload that does not fit it.</exception>
    public static Event Read(string name, int schema, string payload) =>
        Types.TryGetValue((name, schema), out var type)
            ? (Event)JsonSerializer.Deserialize(payload, type, DomainJson.Options)!
            : throw new JsonException($"Event '{name}' of schema {schema} is not known to this program; it was written by a newer one.");

    private static (string, int) NameFrom(Type type) =>
        type.GetCustomAttribute<JournalNameAttribute>() is { } attribute
            ? (attribute.Name, attribute.Schema)
            : throw new InvalidOperationException($"{type.Name} has no [JournalName].");
}
