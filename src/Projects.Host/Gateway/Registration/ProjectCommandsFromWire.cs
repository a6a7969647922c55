namespace Projects.Host.Gateway;

/// <summary>Orders about a project and its phases, from the wire to the domain.</summary>
internal static class ProjectCommandsFromWire
{
    public static RegisterProject ToCommand(this V1.CreateProjectRequest r, ParkCode park, WireFields fields)
    {
        var project = fields.Given(r.Project, "project");
        return new(fields.RequiredMember<ProjectKind>((int)project.Kind, "project.kind"), project.ToParticulars(park, fields));
    }

    /// <summary>Empty texts are not stated.</summary>
    public static Particulars ToParticulars(this V1.Project wire, ParkCode park, WireFields fields) => new(
        wire.DisplayName,
        wire.Enterprise,
        fields.RequiredUnit(wire.Unit, park, "project.unit"),
        fields.Person(wire.Sponsor, park, "project.sponsor"),
        fields.Person(wire.Officer, park, "project.officer"),
        wire.TaskForce,
        wire.TotalInvestmentWan is null ? null : fields.Figure(wire.TotalInvestmentWan, "project.total_investment_wan"),
        wire.Description,
        wire.Source);

    public static AddPhase ToCommand(this V1.AddPhaseRequest r, WireFields fields) => new(
        PhaseCode.Of(fields.NewId(r.PhaseId, "phase_id")),
        r.DisplayName,
        fields.Quantity(r.Capacity, "capacity"),
        fields.Member<Stage>((int)r.ReachedStage, "reached_stage"));

    /// <param name="evidence">Digest of a file the park's store holds; null when none was named.</param>
    public static AdvanceStage ToCommand(this V1.AdvanceStageRequest r, PhaseCode phase, string? evidence, WireFields fields) =>
        new(phase, fields.RequiredMember<Stage>((int)r.Stage, "stage"), r.Note, evidence);

    public static CorrectStage ToCommand(this V1.CorrectStageRequest r, PhaseCode phase, WireFields fields) =>
        new(phase, fields.RequiredMember<Stage>((int)r.Stage, "stage"), r.Reason);

    public static SuspendPhase ToCommand(this V1.SuspendPhaseRequest r, PhaseCode phase, WireFields fields) => new(phase, r.Reason);

    public static ResumePhase ToCommand(this V1.ResumePhaseRequest r, PhaseCode phase, WireFields fields) => new(phase, r.Note);

    public static TerminatePhase ToCommand(this V1.TerminatePhaseRequest r, PhaseCode phase, WireFields fields) => new(phase, r.Reason);

    public static StateBenefit ToCommand(this V1.StateBenefitRequest r, ProjectId project, WireFields fields)
    {
        var benefit = fields.Given(r.Benefit, "benefit");
        return new(fields.PhaseOf(project, r.Phase, "phase"), new Benefit(
            benefit.Code,
            benefit.DisplayName,
            benefit.Promised is null ? null : fields.Figure(benefit.Promised, "benefit.promised"),
            benefit.Actual is null ? null : fields.Figure(benefit.Actual, "benefit.actual"),
            benefit.Unit,
            benefit.Claim));
    }
}
