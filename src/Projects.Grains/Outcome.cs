using System.Collections.Immutable;
using Orleans;

namespace Projects.Grains;

/// <summary>What became of a command.</summary>
[GenerateSerializer, Immutable, Alias("projects.outcome")]
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It stands in the journal, durably.</summary>
    /// <param name="Events">What it recorded.</param>
    /// <param name="Repeated">The same request had been recorded before; these are its first result.</param>
    [GenerateSerializer, Immutable, Alias("projects.outcome.recorded")]
    public sealed record Done([property: Id(0)] ImmutableArray<Recorded> Events, [property: Id(1)] bool Repeated) : Outcome;

    /// <summary>It was so already; nothing was recorded.</summary>
    [GenerateSerializer, Immutable, Alias("projects.outcome.already-so")]
    public sealed record AlreadySo : Outcome;

    /// <summary>The rules said no; nothing was recorded.</summary>
    [GenerateSerializer, Immutable, Alias("projects.outcome.refused")]
    public sealed record Refused([property: Id(0)] Refusal Refusal) : Outcome;
}

/// <summary>A command on its way to its grain, stamped at the door.</summary>
/// <param name="ParkVersion">The version of the park the stamp's actor was taken from; the grain decides on that or a later one.</param>
[GenerateSerializer, Immutable, Alias("projects.order`1")]
public sealed record Order<TCommand>([property: Id(0)] TCommand Command, [property: Id(1)] Stamp Stamp, [property: Id(2)] long ParkVersion);
