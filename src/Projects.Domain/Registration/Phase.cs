using System.Collections.Immutable;

namespace Projects;

/// <summary>A phase 期 of a project: capacity, stage and benefits attach here, at their own level (DOMAIN 2).</summary>
public sealed record Phase
{
    public required PhaseCode Code { get; init; }
    public required string Name { get; init; }
    public Quantity? Capacity { get; init; }
    public required Stage Stage { get; init; }

    /// <summary>The day the present stage was entered.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The stage to come back to while <see cref="Projects.Stage.Suspended"/>; else null.</summary>
    public Stage? Left { get; init; }

    public ImmutableSortedDictionary<string, Benefit> Benefits { get; init; } = ImmutableSortedDictionary<string, Benefit>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Every stage entered, in order, corrections included.</summary>
    public ImmutableArray<StageEntry> Path { get; init; } = [];

    /// <summary>Version of the last event that changed it.</summary>
    public required long Version { get; init; }
}

/// <summary>A stage entered on a day.</summary>
public sealed record StageEntry(Stage Stage, DateOnly On, By By, string? Note);
