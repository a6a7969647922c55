using System.Collections.Immutable;

namespace Projects;

/// <summary>The rules of phases 期 and their stages 阶段 (DOMAIN 5). Stages may be skipped forward; the event names both ends.</summary>
internal static class PhaseRules
{
    /// <summary>Taking back a stage rewrites what was reported: not for the officer who reported it.</summary>
    private static readonly ImmutableArray<Role> Correctors = [Role.LedgerOffice, Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader];

    /// <summary>Giving a phase up is the leaders' decision.</summary>
    private static readonly ImmutableArray<Role> Terminators = [Role.DeputyLeader, Role.ChiefLeader];

    public static Decision Decide(Matter matter, ProjectCommand command) => command switch
    {
        AddPhase c => matter.InOneOf(RegistrationRules.Keepers, capacity => Add(matter, c, capacity)),
        AdvanceStage c => matter.InOneOf(RegistrationRules.Keepers, capacity => On(matter, c, c.Phase, phase => Advance(matter, phase, c, capacity))),
        SuspendPhase c => matter.InOneOf(RegistrationRules.Keepers, capacity => On(matter, c, c.Phase, phase => Suspend(matter, phase, c, capacity))),
        ResumePhase c => matter.InOneOf(RegistrationRules.Keepers, capacity => On(matter, c, c.Phase, phase => Resume(matter, phase, c, capacity))),
        CorrectStage c => Person(matter, Correctors).Then(capacity => On(matter, c, c.Phase, phase => Correct(matter, phase, c, capacity))),
        TerminatePhase c => Person(matter, Terminators).Then(capacity => On(matter, c, c.Phase, phase => Terminate(matter, phase, c, capacity))),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    };

    public static Way MayAdvance(Matter matter, Phase phase) => RegistrationRules.MayKeep(matter).Unless(() => Aside(phase));

    public static Way MayCorrect(Matter matter, Phase phase) => Person(matter, Correctors).Unless(() => Aside(phase));

    public static Way MaySuspend(Matter matter, Phase phase) => RegistrationRules.MayKeep(matter).Unless(() => Aside(phase));

    public static Way MayResume(Matter matter, Phase phase) => RegistrationRules.MayKeep(matter).Unless(() => phase.Stage is Stage.Terminated ? Wrong(phase) : null);

    public static Way MayTerminate(Matter matter, Phase phase) => Person(matter, Terminators).Unless(() => phase.Stage is Stage.Terminated ? Wrong(phase) : null);

    private static Decision Add(Matter matter, AddPhase command, Capacity capacity)
    {
        if (matter.Project.Kind is ProjectKind.Campaign)
            return Matter.No(new CampaignHasNoPhases());
        var path = StagePath.Of(matter.Project.Kind);
        var stage = command.Reached ?? path[0];
        var check = new FieldCheck();
        check.Id("phase", command.Phase.Value);
        var name = check.Text("display_name", command.Name, FieldCheck.Line);
        check.Require(command.Capacity is not { Unit.Length: > FieldCheck.Line }, "capacity.unit", $"不得超过{FieldCheck.Line}字", $"must not exceed {FieldCheck.Line} characters");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Project.Phases.TryGetValue(command.Phase, out var phase))
            return (phase.Name, phase.Capacity, phase.Path[0].Stage) == (name, command.Capacity, stage) ? Matter.Already : Matter.No(new NameTaken("phase", command.Phase.Value));
        return path.Contains(stage)
            ? matter.Yes(capacity, new PhaseAdded(command.Phase, name, command.Capacity, stage))
            : Matter.No(new StageOffPath(command.Phase, stage, path));
    }

    private static Decision Advance(Matter matter, Phase phase, AdvanceStage command, Capacity capacity)
    {
        var check = new FieldCheck();
        var note = check.Optional("note", command.Note, FieldCheck.Statement);
        if (command.Evidence is { } evidence)
            check.Digest("evidence", evidence);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (phase.Stage == command.To)
            return Matter.Already;
        if (Obstacle(matter, phase, command.To) is { } obstacle)
            return Matter.No(obstacle);
        return StagePath.IsAhead(matter.Project.Kind, phase.Stage, command.To)
            ? matter.Yes(capacity, new PhaseAdvanced(phase.Code, phase.Stage, command.To, note, command.Evidence))
            : Matter.No(new StageGoesBack(phase.Code, phase.Stage, command.To));
    }

    private static Decision Correct(Matter matter, Phase phase, CorrectStage command, Capacity capacity)
    {
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (phase.Stage == command.To)
            return Matter.Already;
        if (Obstacle(matter, phase, command.To, dated: false) is { } obstacle)
            return Matter.No(obstacle);
        return StagePath.IsAhead(matter.Project.Kind, phase.Stage, command.To)
            ? Matter.No(new StageGoesForward(phase.Code, phase.Stage, command.To))
            : matter.Yes(capacity, new PhaseStageCorrected(phase.Code, phase.Stage, command.To, reason));
    }

    private static Decision Suspend(Matter matter, Phase phase, SuspendPhase command, Capacity capacity)
    {
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return phase.Stage switch
        {
            Stage.Suspended => Matter.Already,
            Stage.Terminated => Matter.No(Wrong(phase)),
            _ when TooEarly(matter, phase) is { } early => Matter.No(early),
            _ => matter.Yes(capacity, new PhaseSuspended(phase.Code, phase.Stage, reason)),
        };
    }

    private static Decision Resume(Matter matter, Phase phase, ResumePhase command, Capacity capacity)
    {
        var check = new FieldCheck();
        var note = check.Optional("note", command.Note, FieldCheck.Statement);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return phase switch
        {
            { Stage: Stage.Terminated } => Matter.No(Wrong(phase)),
            { Stage: Stage.Suspended, Left: { } left } => TooEarly(matter, phase) is { } early ? Matter.No(early) : matter.Yes(capacity, new PhaseResumed(phase.Code, left, note)),
            _ => Matter.Already,
        };
    }

    private static Decision Terminate(Matter matter, Phase phase, TerminatePhase command, Capacity capacity)
    {
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (phase.Stage is Stage.Terminated)
            return Matter.Already;
        return TooEarly(matter, phase) is { } early ? Matter.No(early) : matter.Yes(capacity, new PhaseTerminated(phase.Code, phase.Stage, reason));
    }

    private static Decision On(Matter matter, ProjectCommand command, PhaseCode code, Func<Phase, Decision> decide)
    {
        if (!matter.Project.Phases.TryGetValue(code, out var phase))
            return Matter.No(new NotFound("phase", code.Value));
        return Matter.StaleWhen(command, phase.Version) is { } stale ? Matter.No(stale) : decide(phase);
    }

    /// <param name="dated">False for a correction: it is dated by when it was noticed, which may lie before the mistaken day.</param>
    private static Refusal? Obstacle(Matter matter, Phase phase, Stage to, bool dated = true)
    {
        if (Aside(phase) is { } aside)
            return aside;
        var path = StagePath.Of(matter.Project.Kind);
        if (!path.Contains(to))
            return new StageOffPath(phase.Code, to, path);
        return dated ? TooEarly(matter, phase) : null;
    }

    private static StageTooEarly? TooEarly(Matter matter, Phase phase) =>
        matter.On < phase.Since ? new(phase.Code, phase.Stage, phase.Since, matter.On) : null;

    // What rewrites a report or ends a phase is a person's decision, never a program's.
    private static Way Person(Matter matter, ImmutableArray<Role> roles) =>
        matter.Stamp.Actor.Kind is ActorKind.Program ? new(null, new PersonNeeded()) : Way.InOneOf(matter, roles);

    private static WrongStage? Aside(Phase phase) => phase.Stage is Stage.Suspended or Stage.Terminated ? Wrong(phase) : null;

    private static WrongStage Wrong(Phase phase) => new(phase.Code, phase.Stage, phase.Stage is Stage.Suspended ? ["resume", "terminate"] : []);
}
