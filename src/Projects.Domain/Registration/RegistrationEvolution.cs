namespace Projects;

public sealed partial record Project
{
    private Project EvolveRegistration(Recorded recorded) => recorded.Event switch
    {
        ProjectRegistered e => this with { Kind = e.Kind, Particulars = e.Particulars, ParticularsVersion = recorded.Version, RegisteredOn = recorded.Effective, Registered = AsOf.Of(recorded) },
        ProjectAmended e => this with { Particulars = e.Particulars, ParticularsVersion = recorded.Version },
        BenefitStated { Phase: null } e => this with { Benefits = Benefits.SetItem(e.Benefit.Code, e.Benefit), ParticularsVersion = recorded.Version },
        BenefitStated { Phase: { } code } e => InPhase(code, recorded, phase => phase with { Benefits = phase.Benefits.SetItem(e.Benefit.Code, e.Benefit) }),
        PhaseAdded e => this with { Phases = Phases.SetItem(e.Phase, Begun(e, recorded)) },
        PhaseAdvanced e => InPhase(e.Phase, recorded, phase => Enter(phase, e.To, recorded, e.Note)),
        PhaseStageCorrected e => InPhase(e.Phase, recorded, phase => Enter(phase, e.To, recorded, e.Reason) with { Since = EnteredOn(phase, e.To) ?? recorded.Effective }),
        PhaseSuspended e => InPhase(e.Phase, recorded, phase => Enter(phase, Stage.Suspended, recorded, e.Reason) with { Left = e.From }),
        PhaseResumed e => InPhase(e.Phase, recorded, phase => Enter(phase, e.To, recorded, e.Note)),
        PhaseTerminated e => InPhase(e.Phase, recorded, phase => Enter(phase, Stage.Terminated, recorded, e.Reason)),
        _ => this,
    };

    private static Phase Begun(PhaseAdded e, Recorded recorded) => new()
    {
        Code = e.Phase,
        Name = e.Name,
        Capacity = e.Capacity,
        Stage = e.Stage,
        Since = recorded.Effective,
        Path = [new StageEntry(e.Stage, recorded.Effective, recorded.By, null)],
        Version = recorded.Version,
    };

    private static Phase Enter(Phase phase, Stage stage, Recorded recorded, string? note) => phase with
    {
        Stage = stage,
        Since = recorded.Effective,
        Left = null,
        Path = phase.Path.Add(new StageEntry(stage, recorded.Effective, recorded.By, note)),
    };

    // A stage gone back to has lasted since it was entered, not since the mistake was noticed.
    private static DateOnly? EnteredOn(Phase phase, Stage stage) => phase.Path.LastOrDefault(entry => entry.Stage == stage)?.On;

    private Project InPhase(PhaseCode code, Recorded recorded, Func<Phase, Phase> change) =>
        Phases.TryGetValue(code, out var phase) ? this with { Phases = Phases.SetItem(code, change(phase) with { Version = recorded.Version }) } : this;
}
