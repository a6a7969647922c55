using System.Collections.Immutable;

namespace Projects;

/// <summary>The particulars of a project that people may amend. Null or empty means "not stated", never zero.</summary>
/// <param name="Enterprise">The investing or producing enterprise, as registered.</param>
/// <param name="Unit">The park unit that keeps the project.</param>
/// <param name="Sponsor">包保领导.</param>
/// <param name="Officer">项目专员.</param>
/// <param name="TaskForce">专班, by name.</param>
/// <param name="TotalInvestment">总投资 of the whole project, in 万元, as quoted (约, 超 …).</param>
/// <param name="Source">Where the facts come from: a document, or "invented sample text".</param>
public sealed record Particulars(
    string Name,
    string? Enterprise,
    UnitCode Unit,
    PersonId? Sponsor,
    PersonId? Officer,
    string? TaskForce,
    Figure? TotalInvestment,
    string? Description,
    string? Source);

/// <summary>One promised or achieved figure of a phase or a whole project: output 产值, jobs 就业, tax 税收, capacity 产能 …</summary>
/// <param name="Code">Stable key within its phase, such as <c>output</c>.</param>
/// <param name="Unit">The unit of the figure: 吨/年, 万元/年, 人 …</param>
/// <param name="Claim">Words without unit or scope of their own, kept as said (手续 3个月 → 20天); not a measure.</param>
public sealed record Benefit(string Code, string Name, Figure? Promised, Figure? Actual, string Unit, string? Claim = null);

/// <summary>Registers a project, or a campaign when its kind is <see cref="ProjectKind.Campaign"/>.</summary>
public sealed record RegisterProject(ProjectKind Kind, Particulars Particulars) : ProjectCommand;

public sealed record AmendProject(Particulars Particulars) : ProjectCommand;

/// <summary>Adds a phase 期 in its first stage, or in the stage it has already reached when the project is taken over.</summary>
/// <param name="Reached">The stage it stands in; null for the first of the kind's path.</param>
public sealed record AddPhase(PhaseCode Phase, string Name, Quantity? Capacity, Stage? Reached = null) : ProjectCommand;

/// <summary>Moves a phase forward along its path, one stage or several; the effective day is the stamp's.</summary>
public sealed record AdvanceStage(PhaseCode Phase, Stage To, string? Note = null, string? Evidence = null) : ProjectCommand;

/// <summary>Takes back a stage entered by mistake; the history keeps both.</summary>
public sealed record CorrectStage(PhaseCode Phase, Stage To, string Reason) : ProjectCommand;

/// <summary>停工.</summary>
public sealed record SuspendPhase(PhaseCode Phase, string Reason) : ProjectCommand;

public sealed record ResumePhase(PhaseCode Phase, string? Note = null) : ProjectCommand;

/// <summary>终止. Final.</summary>
public sealed record TerminatePhase(PhaseCode Phase, string Reason) : ProjectCommand;

/// <summary>States a promised or achieved benefit of a phase, or of the whole project when <paramref name="Phase"/> is null.</summary>
public sealed record StateBenefit(PhaseCode? Phase, Benefit Benefit) : ProjectCommand;

[JournalName("project.registered")]
public sealed record ProjectRegistered(ProjectKind Kind, Particulars Particulars) : ProjectEvent;

[JournalName("project.amended")]
public sealed record ProjectAmended(Particulars Particulars) : ProjectEvent;

[JournalName("phase.added")]
public sealed record PhaseAdded(PhaseCode Phase, string Name, Quantity? Capacity, Stage Stage) : ProjectEvent;

[JournalName("phase.advanced")]
public sealed record PhaseAdvanced(PhaseCode Phase, Stage From, Stage To, string? Note, string? Evidence) : ProjectEvent;

[JournalName("phase.stage-corrected")]
public sealed record PhaseStageCorrected(PhaseCode Phase, Stage From, Stage To, string Reason) : ProjectEvent;

[JournalName("phase.suspended")]
public sealed record PhaseSuspended(PhaseCode Phase, Stage From, string Reason) : ProjectEvent;

[JournalName("phase.resumed")]
public sealed record PhaseResumed(PhaseCode Phase, Stage To, string? Note) : ProjectEvent;

[JournalName("phase.terminated")]
public sealed record PhaseTerminated(PhaseCode Phase, Stage From, string Reason) : ProjectEvent;

[JournalName("benefit.stated")]
public sealed record BenefitStated(PhaseCode? Phase, Benefit Benefit) : ProjectEvent;
