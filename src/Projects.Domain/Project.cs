using System.Text.Json.Serialization;

namespace Projects;

/// <summary>A project or campaign as its history says. Immutable; replayed from its journal, decided on by the rules.</summary>
public sealed partial record Project
{
    public required ProjectId Id { get; init; }

    /// <summary>Version of the last event replayed; 0 when nothing has happened.</summary>
    public long Version { get; init; }

    [JsonIgnore]
    public bool Exists => Version > 0;

    public static Project Unknown(ProjectId id) => new() { Id = id };

    /// <summary>Takes one more event of the journal into account. Total: refuses nothing that was ever recorded (STYLE 7).</summary>
    public Project Evolve(Recorded recorded) => (recorded.Event switch
    {
        _ => this,
    }) with { Version = recorded.Version };
}
