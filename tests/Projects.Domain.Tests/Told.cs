namespace Projects.Domain.Tests;

/// <summary>A small park and one project, told by commands: what the rules accept is recorded and replayed, as the grains do it.</summary>
internal sealed class Told
{
    internal static readonly DateOnly Monday = new(2023, 9, 4);

    private int requests;

    public Park Park { get; private set; } = Park.Unknown(new("panzhihua"));

    public Project Project { get; private set; } = Project.Unknown(new(new("panzhihua"), new("lfp")));

    public DateOnly Today { get; set; } = Monday;

    /// <summary>Each person is called by what they are; officer-b is a second officer, in another unit.</summary>
    public static Told APark()
    {
        var told = new Told();
        told.Installs(new FoundPark("攀枝花钒钛高新区", "攀枝花市", "四川省"));
        foreach (var unit in new[] { "committee", "economy", "planning", "ledger-office" })
            told.Installs(new AddUnit(new(unit), unit));
        told.Installs(new AddUnit(new("shudao"), "当升蜀道"));
        told.Holds("system-admin", Role.SystemAdministrator, "committee");
        told.Holds("officer", Role.ProjectOfficer, "economy");
        told.Holds("officer-b", Role.ProjectOfficer, "planning");
        told.Holds("ledger", Role.LedgerOffice, "ledger-office");
        told.Holds("head", Role.UnitHead, "economy");
        told.Holds("planning-handler", Role.Handler, "planning");
        told.Holds("verifier", Role.Verifier, "planning");
        told.Holds("director", Role.LedgerDirector, "ledger-office");
        told.Holds("deputy", Role.DeputyLeader, "committee");
        told.Holds("chief", Role.ChiefLeader, "committee");
        told.Holds("auditor", Role.Audit, "committee");
        told.Holds("enterprise", Role.Enterprise, "shudao");
        told.Installs(new AddPerson(new("nobody"), "无任职者"));
        return told;
    }

    public static Told AProject(ProjectKind kind = ProjectKind.New)
    {
        var told = APark();
        told.Did("officer", new RegisterProject(kind, Particulars));
        return told;
    }

    public static Particulars Particulars { get; } = new("30万吨磷酸铁锂", "当升蜀道", new("economy"), new("deputy"), new("officer"), null, null, null, null);

    public void Holds(string person, Role role, string unit)
    {
        if (!Park.People.ContainsKey(new(person)))
            Installs(new AddPerson(new(person), person));
        Installs(new Appoint(new(person), role, new(unit), Monday.AddYears(-1)));
    }

    public Told Installs(ParkCommand command) => Recorded(Park.Decide(command, Stamp(Actor.Installation)));

    public Decision Try(string person, ParkCommand command, DateOnly? effective = null, ActorKind kind = ActorKind.Person) =>
        Park.Decide(command, Stamp(ActorOf(person, kind), effective));

    public Decision Try(string person, ProjectCommand command, DateOnly? effective = null, ActorKind kind = ActorKind.Person) =>
        Project.Decide(command, Stamp(ActorOf(person, kind), effective), Park, WorkCalendar.China);

    public Told Did(string person, ParkCommand command, DateOnly? effective = null) => Recorded(Try(person, command, effective), effective);

    public Told Did(string person, ProjectCommand command, DateOnly? effective = null, ActorKind kind = ActorKind.Person) =>
        Recorded(Try(person, command, effective, kind), effective);

    public TRefusal Refused<TRefusal>(string person, ParkCommand command, DateOnly? effective = null, ActorKind kind = ActorKind.Person) where TRefusal : Refusal =>
        Told.No<TRefusal>(Try(person, command, effective, kind));

    public TRefusal Refused<TRefusal>(string person, ProjectCommand command, DateOnly? effective = null, ActorKind kind = ActorKind.Person) where TRefusal : Refusal =>
        Told.No<TRefusal>(Try(person, command, effective, kind));

    /// <summary>The same command once more changes nothing, whoever of the same right gives it (STYLE 9).</summary>
    public void AlreadySo(string person, ParkCommand command) => Assert.IsType<Decision.AlreadySo>(Try(person, command));

    public void AlreadySo(string person, ProjectCommand command) => Assert.IsType<Decision.AlreadySo>(Try(person, command));

    public Told Twice(string person, ProjectCommand command)
    {
        Did(person, command);
        AlreadySo(person, command);
        return this;
    }

    /// <summary>Records what was decided; says which refusal stood in the way when it was none.</summary>
    public Told Recorded(Decision decision, DateOnly? effective = null)
    {
        var accepted = decision as Decision.Accepted
            ?? throw new InvalidOperationException(decision is Decision.Refused no ? $"{no.Refusal}: {Words.Of(no.Refusal, Naming.Platform).En}" : "It was so already.");
        foreach (var happened in accepted.Events)
        {
            if (happened is ParkEvent)
                Park = Park.Evolve(new(Park.Version + 1, happened, accepted.By, effective ?? Today, At, $"r{requests}", 0));
            else
                Project = Project.Evolve(new(Project.Version + 1, happened, accepted.By, effective ?? Today, At, $"r{requests}", Park.Version));
        }
        return this;
    }

    private DateTimeOffset At => BusinessDay.StartOf(Today).AddHours(10);

    private Actor ActorOf(string person, ActorKind kind) => Park.ActorOn(new(person), kind, Today) ?? throw new ArgumentException($"{person} is nobody of the park.");

    private Stamp Stamp(Actor actor, DateOnly? effective = null) => new(actor, At, Today, effective ?? Today, $"r{++requests}");

    private static TRefusal No<TRefusal>(Decision decision) where TRefusal : Refusal
    {
        var refusal = Assert.IsType<TRefusal>(Assert.IsType<Decision.Refused>(decision).Refusal);
        var words = Words.Of(refusal, Naming.Platform);
        Assert.NotEqual("", words.Zh);
        Assert.NotEqual("", words.En);
        return refusal;
    }
}
