namespace Projects.Domain.Tests.Issues;

/// <summary>Everyone who appears in the tests, named by what they are to the issue of the tests.</summary>
internal static class Cast
{
    public static readonly UnitCode Economy = new("economy");
    public static readonly UnitCode Housing = new("housing");
    public static readonly UnitCode Inspection = new("inspection");
    public static readonly UnitCode Office = new("office");
    public static readonly UnitCode Committee = new("committee");
    public static readonly UnitCode City = new("city");
    public static readonly UnitCode Works = new("works");

    /// <summary>Head of the lead unit, and its handler.</summary>
    public static readonly PersonId Head = new("head"), Handler = new("handler");

    /// <summary>Handler of the supporting unit.</summary>
    public static readonly PersonId Supporter = new("supporter");

    /// <summary>责任人: of the projects office, with no part in the units concerned.</summary>
    public static readonly PersonId Responsible = new("responsible");

    public static readonly PersonId Clerk = new("clerk"), Director = new("director");
    public static readonly PersonId Ann = new("ann"), Bo = new("bo"), Cai = new("cai");
    public static readonly PersonId Deputy = new("deputy"), Chief = new("chief");

    /// <summary>责任领导, a deputy leader too.</summary>
    public static readonly PersonId Leader = new("leader");

    public static readonly PersonId Upper = new("upper"), Supervisor = new("supervisor"), Auditor = new("auditor");
    public static readonly PersonId Entrepreneur = new("entrepreneur"), Rival = new("rival");
    public static readonly PersonId Administrator = new("administrator");

    /// <summary>Of the park, with no appointment.</summary>
    public static readonly PersonId Stranger = new("stranger");

    public static readonly (PersonId Person, Role Role, UnitCode Unit)[] Appointments =
    [
        (Head, Role.UnitHead, Economy), (Handler, Role.Handler, Economy), (Supporter, Role.Handler, Housing),
        (Responsible, Role.ProjectOfficer, Office), (Clerk, Role.LedgerOffice, Office), (Director, Role.LedgerDirector, Office),
        (Ann, Role.Verifier, Inspection), (Bo, Role.Verifier, Inspection), (Cai, Role.Verifier, Inspection),
        (Deputy, Role.DeputyLeader, Committee), (Chief, Role.ChiefLeader, Committee), (Leader, Role.DeputyLeader, Committee),
        (Upper, Role.UpperLevel, City), (Supervisor, Role.Supervision, Inspection), (Auditor, Role.Audit, Inspection),
        (Entrepreneur, Role.Enterprise, Works), (Rival, Role.Enterprise, Works), (Administrator, Role.SystemAdministrator, Office),
    ];

    public static readonly PersonId[] Everyone = [.. Appointments.Select(held => held.Person), Stranger];

    /// <summary>The park of the tests, founded and staffed.</summary>
    public static Park Park { get; } = Build();

    private static Park Build()
    {
        var park = Park.Unknown(new("hills"));
        var events = new List<Event> { new ParkFounded("山城园区", "山城", "某省", Policy.Default, WorkCalendar.China.Version) };
        events.AddRange(new[] { Economy, Housing, Inspection, Office, Committee, City, Works }.Select(unit => new UnitAdded(unit, unit.Value, null)));
        events.AddRange(Everyone.Select(person => new PersonAdded(person, person.Value)));
        events.AddRange(Appointments.Select(held => new AppointmentMade(held.Person, held.Role, held.Unit, new(2023, 1, 1), null)));
        return events.Aggregate(park, (before, happened) => before.Knowing(happened));
    }

    /// <summary>The park after one more event.</summary>
    public static Park Knowing(this Park park, Event happened) => park.Evolve(new Recorded(
        park.Version + 1, happened, new By(Administrator, Role.SystemAdministrator, Office), new(2023, 1, 1), default, $"park-{park.Version + 1}", 0));

    public static Park With(this Park park, Policy policy) => park.Knowing(new PolicySet(policy));

    /// <summary>Everything a person holds on a day: own appointments, then those lent to them.</summary>
    public static Actor Actor(this Park park, PersonId person, DateOnly day, ActorKind kind = ActorKind.Person)
    {
        var own = park.Appointments.Where(held => held.Person == person && held.HoldsOn(day)).Select(held => new Capacity(held.Role, held.Unit));
        var lent = park.Delegations.Where(loan => loan.To == person && loan.HoldsOn(day)).Select(loan => new Capacity(loan.Role, loan.Unit, loan.From));
        return new Actor(person, kind, [.. own, .. lent]);
    }
}
