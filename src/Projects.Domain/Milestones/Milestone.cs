using System.Collections.Immutable;

namespace Projects;

public enum MilestoneState
{
    /// <summary>计划</summary>
    Planned,

    /// <summary>已上报</summary>
    Reported,

    /// <summary>已核实</summary>
    Verified,
}

/// <summary>A milestone 节点 with its three dates: baseline, forecast, actual.</summary>
public sealed partial record Milestone
{
    public required MilestoneCode Code { get; init; }
    public required string Name { get; init; }
    public PhaseCode? Phase { get; init; }
    public ImmutableArray<MilestoneCode> Predecessors { get; init; } = [];
    public MilestoneState State { get; init; }

    /// <summary>The agreed day now in force: the last of <see cref="Baselines"/>.</summary>
    public required DateOnly Baseline { get; init; }

    /// <summary>Every baseline there ever was, the first being the original.</summary>
    public ImmutableArray<BaselineVersion> Baselines { get; init; } = [];

    /// <summary>The change of baseline waiting for a decision; null when none.</summary>
    public BaselineProposal? Proposal { get; init; }

    /// <summary>The last change of baseline decided, approved or declined; null when none was.</summary>
    public BaselineDecision? Decided { get; init; }

    /// <summary>When it is now expected; null until someone says so.</summary>
    public DateOnly? Forecast { get; init; }

    /// <summary>Every forecast with its reason, in order.</summary>
    public ImmutableArray<ForecastEntry> Forecasts { get; init; } = [];

    /// <summary>The day reported as done; null while planned.</summary>
    public DateOnly? Actual { get; init; }
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Who reported it; the verifier must be someone else.</summary>
    public By? ReportedBy { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public By? VerifiedBy { get; init; }
    public DateOnly? VerifiedOn { get; init; }
    public string? Note { get; init; }

    /// <summary>Why the last report was sent back; null when it was not, or a new report stands.</summary>
    public string? RejectedFor { get; init; }

    /// <summary>Version of the last event that changed it.</summary>
    public required long Version { get; init; }
}

public sealed record BaselineVersion(DateOnly Baseline, DateOnly SetOn, By SetBy, string? Reason);

public sealed record BaselineProposal(DateOnly Baseline, string Reason, By By, DateOnly On);

public sealed record BaselineDecision(bool Approved, DateOnly Baseline, string? Reason, By By, DateOnly On);

public sealed record ForecastEntry(DateOnly Forecast, string Reason, By By, DateOnly On);
