using System.Collections.Immutable;

namespace Projects;

/// <summary>The rules of a project's registration: its particulars and benefits. Those of its phases stand in <see cref="PhaseRules"/>.</summary>
internal static class RegistrationRules
{
    /// <summary>Who keeps projects: officers of any unit, the ledger office, the leaders.</summary>
    public static ImmutableArray<Role> Keepers { get; } = [Role.ProjectOfficer, Role.LedgerOffice, Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader];

    public static Decision Decide(Matter matter, ProjectCommand command) => command switch
    {
        RegisterProject c => matter.InOneOf(Keepers, capacity => Register(matter, c, capacity)),
        AmendProject c => matter.InOneOf(Keepers, capacity => Amend(matter, c, capacity)),
        StateBenefit c => matter.InOneOf(Keepers, capacity => State(matter, c, capacity)),
        _ => PhaseRules.Decide(matter, command),
    };

    private static Decision Register(Matter matter, RegisterProject command, Capacity capacity)
    {
        var check = new FieldCheck();
        check.Id("project", matter.Project.Id.Code.Value);
        check.Known("kind", command.Kind);
        var particulars = Checked(check, command.Kind, command.Particulars, matter);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Project.Exists)
            return (matter.Project.Kind, matter.Project.Particulars) == (command.Kind, particulars) ? Matter.Already : Matter.No(new NameTaken("project", matter.Project.Id.Code.Value));
        return Unknown(matter.Park, particulars) is { } unknown
            ? Matter.No(unknown)
            : matter.Yes(capacity, new ProjectRegistered(command.Kind, particulars));
    }

    private static Decision Amend(Matter matter, AmendProject command, Capacity capacity)
    {
        if (Matter.StaleWhen(command, matter.Project.ParticularsVersion) is { } stale)
            return Matter.No(stale);
        var check = new FieldCheck();
        var particulars = Checked(check, matter.Project.Kind, command.Particulars, matter);
        if ((check.Refusal ?? Unknown(matter.Park, particulars)) is { } fault)
            return Matter.No(fault);
        return matter.Project.Particulars == particulars ? Matter.Already : matter.Yes(capacity, new ProjectAmended(particulars));
    }

    /// <summary>The whole of a benefit as it is now said; what it said before stays in the history.</summary>
    private static Decision State(Matter matter, StateBenefit command, Capacity capacity)
    {
        if (!Find(matter.Project, command.Phase, out var phase))
            return Matter.No(new NotFound("phase", $"{command.Phase}"));
        if (Matter.StaleWhen(command, phase?.Version ?? matter.Project.ParticularsVersion) is { } stale)
            return Matter.No(stale);
        var said = command.Benefit;
        var check = new FieldCheck();
        check.Id("benefit.code", said.Code);
        var benefit = said with
        {
            Name = check.Text("benefit.display_name", said.Name, FieldCheck.Line),
            Unit = check.Text("benefit.unit", said.Unit, FieldCheck.Line),
            Claim = check.Optional("benefit.claim", said.Claim, FieldCheck.Statement),
        };
        check.Require(benefit is not { Promised: null, Actual: null, Claim: null }, "benefit",
            "承诺值、实际值、原话至少填一项", "must hold a promised figure, an actual one or a claim");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        var present = (phase?.Benefits ?? matter.Project.Benefits).GetValueOrDefault(benefit.Code);
        return present == benefit ? Matter.Already : matter.Yes(capacity, new BenefitStated(command.Phase, benefit));
    }

    private static Particulars Checked(FieldCheck check, ProjectKind kind, Particulars said, Matter matter)
    {
        check.Require(said.TotalInvestment is null || kind is not ProjectKind.Campaign, "total_investment_wan",
            "此类项目没有投资", "a project of this kind has no investment");
        check.Require(said.TotalInvestment is not { Value: 0 }, "total_investment_wan",
            "没有说明时请留空，不填零", "must be left out when it is not stated, never zero");
        var taskForce = check.Optional("task_force", said.TaskForce, FieldCheck.Line);
        check.Term("task_force", taskForce, matter.Project.Particulars?.TaskForce, Vocabulary.TaskForce, matter.Park);
        return said with
        {
            Name = check.Text("display_name", said.Name, FieldCheck.Line),
            Enterprise = check.Optional("enterprise", said.Enterprise, FieldCheck.Line),
            TaskForce = taskForce,
            Description = check.Optional("description", said.Description, FieldCheck.LongText),
            Source = check.Optional("source", said.Source, FieldCheck.Line),
        };
    }

    private static NotFound? Unknown(Park park, Particulars said)
    {
        if (!park.Units.ContainsKey(said.Unit))
            return new("unit", said.Unit.Value);
        if (said.Sponsor is { } sponsor && !park.People.ContainsKey(sponsor))
            return new("person", sponsor.Value);
        return said.Officer is { } officer && !park.People.ContainsKey(officer) ? new("person", officer.Value) : null;
    }

    // No phase at all is the whole project.
    private static bool Find(Project project, PhaseCode? code, out Phase? phase)
    {
        phase = null;
        return code is not { } named || project.Phases.TryGetValue(named, out phase);
    }
}
