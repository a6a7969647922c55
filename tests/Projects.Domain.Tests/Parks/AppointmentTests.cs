namespace Projects.Domain.Tests.Parks;

/// <summary>任职 and 授权: who may act as what on a day, and who never both.</summary>
public sealed class AppointmentTests
{
    private static readonly DateOnly Day = Told.Monday;
    private readonly Told told = Told.APark();

    [Fact]
    public void An_appointment_holds_on_both_its_days_and_none_besides()
    {
        told.Did("system-admin", new Appoint(new("nobody"), Role.Handler, new("economy"), Day, Day.AddDays(2)));
        Assert.Equal([0, 1, 1, 0], new[] { -1, 0, 2, 3 }.Select(days => told.Park.ActorOn(new("nobody"), ActorKind.Person, Day.AddDays(days))!.Capacities.Length));
        told.AlreadySo("system-admin", new Appoint(new("nobody"), Role.Handler, new("economy"), Day, Day.AddDays(1)));
        Assert.Null(told.Park.ActorOn(new("stranger"), ActorKind.Person, Day));
    }

    [Fact]
    public void An_appointment_taken_away_is_gone_the_same_day()
    {
        told.Did("system-admin", new EndAppointment(new("officer"), Role.ProjectOfficer, new("economy")));
        Assert.Empty(told.Park.ActorOn(new("officer"), ActorKind.Person, Day)!.Capacities);
        told.AlreadySo("system-admin", new EndAppointment(new("officer"), Role.ProjectOfficer, new("economy")));
        told.Refused<NothingToEnd>("system-admin", new EndAppointment(new("nobody"), Role.Handler, new("economy")));
    }

    [Fact]
    public void Person_unit_role_and_days_must_be_there()
    {
        told.Refused<NotFound>("system-admin", new Appoint(new("stranger"), Role.Handler, new("economy"), Day));
        told.Refused<NotFound>("system-admin", new Appoint(new("nobody"), Role.Handler, new("nowhere"), Day));
        told.Refused<InvalidFields>("system-admin", new Appoint(new("nobody"), (Role)99, new("economy"), Day));
        told.Refused<InvalidFields>("system-admin", new Appoint(new("nobody"), Role.Handler, new("economy"), Day, Day.AddDays(-1)));
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, Role.SecurityAdministrator)]
    [InlineData(Role.SecurityAdministrator, Role.AuditAdministrator)]
    [InlineData(Role.AuditAdministrator, Role.Audit)]
    [InlineData(Role.ChiefLeader, Role.SystemAdministrator)]
    public void Administrators_exclude_every_other_role_as_long_as_they_overlap(Role first, Role second)
    {
        told.Did("system-admin", new Appoint(new("nobody"), first, new("committee"), Day, Day.AddDays(9)));
        Assert.Equal(Reason.SeparationOfDuties, told.Refused<RolesExclude>("system-admin", new Appoint(new("nobody"), second, new("committee"), Day.AddDays(9))).Reason);
        told.Did("system-admin", new Appoint(new("nobody"), second, new("committee"), Day.AddDays(10)));
    }

    [Fact]
    public void Business_roles_go_together() =>
        told.Did("system-admin", new Appoint(new("officer"), Role.Verifier, new("planning"), Day));

    [Fact]
    public void A_holder_lends_their_own_appointment_and_the_delegate_acts_for_them()
    {
        var lend = new Delegate(Role.UnitHead, new("economy"), new("nobody"), Day, Day.AddDays(4));
        told.Did("head", lend);
        told.AlreadySo("head", lend);
        Assert.Equal([new Capacity(Role.UnitHead, new("economy"), new("head"))], told.Park.ActorOn(new("nobody"), ActorKind.Person, Day.AddDays(4))!.Capacities);
        Assert.Empty(told.Park.ActorOn(new("nobody"), ActorKind.Person, Day.AddDays(5))!.Capacities);
        told.Refused<AppointmentNotHeld>("nobody", lend with { To = new("officer") });
        told.Refused<AppointmentNotHeld>("officer", lend);
    }

    [Fact]
    public void What_is_lent_ends_with_the_givers_own_appointment_or_their_word()
    {
        told.Did("head", new Delegate(Role.UnitHead, new("economy"), new("nobody"), Day, Day.AddDays(9)));
        told.Did("head", new Delegate(Role.UnitHead, new("economy"), new("officer"), Day, Day.AddDays(9)));
        told.Did("head", new EndDelegation(Role.UnitHead, new("economy"), new("officer")));
        told.AlreadySo("head", new EndDelegation(Role.UnitHead, new("economy"), new("officer")));
        told.Refused<NothingToEnd>("head", new EndDelegation(Role.UnitHead, new("economy"), new("deputy")));
        Assert.DoesNotContain(told.Park.ActorOn(new("officer"), ActorKind.Person, Day)!.Capacities, held => held.For is not null);
        told.Did("system-admin", new EndAppointment(new("head"), Role.UnitHead, new("economy")));
        Assert.Empty(told.Park.ActorOn(new("nobody"), ActorKind.Person, Day)!.Capacities);
    }

    [Fact]
    public void A_delegation_is_short_begins_no_earlier_than_today_and_goes_to_somebody_else()
    {
        var lend = new Delegate(Role.UnitHead, new("economy"), new("nobody"), Day, Day.AddDays(89));
        told.Refused<InvalidFields>("head", lend with { Until = Day.AddDays(90) });
        told.Refused<InvalidFields>("head", lend with { From = Day.AddDays(-1), Until = Day });
        told.Refused<InvalidFields>("head", lend with { Until = Day.AddDays(-1) });
        told.Refused<InvalidFields>("head", lend with { To = new("head") });
        told.Refused<NotFound>("head", lend with { To = new("stranger") });
        told.Refused<PersonNeeded>("head", lend, kind: ActorKind.Program);
        told.Did("head", lend);
    }

    [Fact]
    public void Administrators_neither_lend_nor_borrow()
    {
        told.Refused<AdministratorNotLent>("system-admin", new Delegate(Role.SystemAdministrator, new("committee"), new("nobody"), Day, Day));
        told.Refused<RolesExclude>("head", new Delegate(Role.UnitHead, new("economy"), new("system-admin"), Day, Day));
        told.Did("head", new Delegate(Role.UnitHead, new("economy"), new("nobody"), Day, Day.AddDays(3)));
        told.Refused<RolesExclude>("system-admin", new Appoint(new("nobody"), Role.AuditAdministrator, new("committee"), Day.AddDays(3)));
    }

    [Fact]
    public void Who_reads_what()
    {
        told.Holds("security", Role.SecurityAdministrator, "committee");
        told.Holds("audit-admin", Role.AuditAdministrator, "committee");
        foreach (var person in new[] { "officer", "head", "auditor", "chief", "verifier" })
            Assert.IsType<Reach.All>(ReachOf(person));
        Assert.IsType<Reach.ConfigurationOnly>(ReachOf("system-admin"));
        Assert.IsType<Reach.ConfigurationOnly>(ReachOf("security"));
        Assert.IsType<Reach.AuditTrailOnly>(ReachOf("audit-admin"));
        Assert.IsType<Reach.None>(ReachOf("nobody"));

        var enterprise = ReachOf("enterprise");
        Assert.True(enterprise.Covers(Told.Particulars));
        Assert.False(enterprise.Covers(Told.Particulars with { Enterprise = "别家" }));
        Assert.False(enterprise.Covers(Told.Particulars with { Enterprise = null }));
        Assert.False(ReachOf("system-admin").Covers(Told.Particulars));
    }

    private Reach ReachOf(string person) => told.Park.ReachOf(told.Park.ActorOn(new(person), ActorKind.Person, Day)!);
}
