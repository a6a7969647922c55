using System.Text.Json;

namespace Projects.Domain.Tests.Parks;

/// <summary>Founding, units, people, policy, calendar: the system administrator's, or the installation's own.</summary>
public sealed class ParkConfigurationTests
{
    private readonly Told told = Told.APark();

    [Fact]
    public void A_park_is_founded_once_and_by_the_installation()
    {
        var found = new FoundPark("攀枝花钒钛高新区", "攀枝花市", "四川省");
        var installation = new Stamp(Actor.Installation, default, Told.Monday, Told.Monday, "r");
        Assert.IsType<Decision.AlreadySo>(told.Park.Decide(found, installation));
        Assert.IsType<ParkFoundedAlready>(Assert.IsType<Decision.Refused>(told.Park.Decide(found with { Name = "别处" }, installation)).Refusal);
        told.Refused<InstallationNeeded>("system-admin", found);
        Assert.IsType<NotFound>(Assert.IsType<Decision.Refused>(Park.Unknown(new("p")).Decide(new AddUnit(new("u"), "u"), installation)).Refusal);
    }

    [Fact]
    public void Nobody_but_the_system_administrator_configures()
    {
        foreach (var person in new[] { "officer", "chief", "ledger", "auditor", "nobody" })
            told.Refused<RoleMissing>(person, new AddUnit(new("x"), "X"));
        told.Refused<PersonNeeded>("system-admin", new AddUnit(new("x"), "X"), kind: ActorKind.Program);
        told.Did("system-admin", new AddUnit(new("x"), "X"));
    }

    [Fact]
    public void Units_form_a_tree_whose_parents_come_first()
    {
        told.Refused<NotFound>("system-admin", new AddUnit(new("child"), "子", new("parent")));
        told.Did("system-admin", new AddUnit(new("parent"), "父"));
        told.Did("system-admin", new AddUnit(new("child"), "子", new("parent")));
        told.AlreadySo("system-admin", new AddUnit(new("child"), " 子 ", new("parent")));
        told.Refused<NameTaken>("system-admin", new AddUnit(new("child"), "别的"));
        told.Refused<InvalidFields>("system-admin", new AddUnit(new("Not An Id"), " "));
    }

    [Fact]
    public void Names_change_and_ids_do_not()
    {
        told.Did("system-admin", new RenameUnit(new("economy"), "经济发展局")).Did("system-admin", new RenamePerson(new("officer"), "项目专员甲"));
        told.AlreadySo("system-admin", new RenameUnit(new("economy"), "经济发展局"));
        told.AlreadySo("system-admin", new RenamePerson(new("officer"), "项目专员甲"));
        Assert.Equal("经济发展局", told.Park.Units[new("economy")].Name);
        told.Refused<NotFound>("system-admin", new RenameUnit(new("none"), "x"));
        told.Refused<NotFound>("system-admin", new RenamePerson(new("none"), "x"));
        told.Refused<InvalidFields>("system-admin", new RenamePerson(new("officer"), new string('长', 201)));
    }

    [Fact]
    public void No_person_is_given_the_installations_id()
    {
        told.Refused<InvalidFields>("system-admin", new AddPerson(Actor.Installation.Person, "安装"));
        Assert.Null(told.Park.ActorOn(Actor.Installation.Person, ActorKind.Person, Told.Monday));
        told.AlreadySo("system-admin", new AddPerson(new("nobody"), "无任职者"));
        told.Refused<NameTaken>("system-admin", new AddPerson(new("nobody"), "另一人"));
    }

    [Fact]
    public void A_policy_is_taken_within_its_bounds()
    {
        var policy = Policy.Default with { NoticeWorkingDays = 7, Closing = Policy.Default.Closing.SetItem(Grade.Major, new(9, 3)) };
        told.Did("system-admin", new SetPolicy(policy));
        told.AlreadySo("system-admin", new SetPolicy(policy with { Closing = policy.Closing.ToBuilder().ToImmutable(), Urging = policy.Urging with { WarnAtWorkingDays = [1, 5, 10] } }));
        Assert.Equal(7, told.Park.Policy.NoticeWorkingDays);
    }

    [Fact]
    public void A_policy_without_meaning_is_refused_field_by_field()
    {
        foreach (var wrong in new[]
        {
            Policy.Default with { NoticeWorkingDays = -1 },
            Policy.Default with { ExtensionsAtMost = 11 },
            Policy.Default with { SuspensionCalendarDays = 0 },
            Policy.Default with { LateEntryWorkingDays = -1 },
            Policy.Default with { ProgressRedPoints = 5 },
            Policy.Default with { Approval = (ApprovalOrder)7 },
            Policy.Default with { Closing = Policy.Default.Closing.Remove(Grade.Major) },
            Policy.Default with { Closing = Policy.Default.Closing.SetItem(Grade.Major, new(0, 3)) },
            Policy.Default with { Closing = Policy.Default.Closing.SetItem(Grade.Major, new(10, 3)) },
            Policy.Default with { Closing = Policy.Default.Closing.SetItem(Grade.Major, new(3, 4)) },
            Policy.Default with { Urging = UrgingPolicy.Default with { Ladder = UrgingPolicy.Default.Ladder.Remove(UrgingLevel.SupervisionLetter) } },
            Policy.Default with { Urging = UrgingPolicy.Default with { Ladder = UrgingPolicy.Default.Ladder.SetItem(UrgingLevel.Reminder, new(0, false)) } },
            Policy.Default with { Urging = UrgingPolicy.Default with { WarnAtWorkingDays = [5, 5] } },
            Policy.Default with { Urging = UrgingPolicy.Default with { WarnAtWorkingDays = [61] } },
        })
            Assert.Single(told.Refused<InvalidFields>("system-admin", new SetPolicy(wrong)).Faults);
    }

    [Fact]
    public void Only_a_shipped_calendar_is_adopted()
    {
        told.AlreadySo("system-admin", new AdoptCalendar(WorkCalendars.Newest.Version));
        Assert.Equal(Reason.CalendarUnpublished, told.Refused<CalendarNotShipped>("system-admin", new AdoptCalendar("china-2099")).Reason);
    }

    [Fact]
    public void Days_and_versions_are_checked_as_for_projects()
    {
        told.Refused<DayInFuture>("system-admin", new AddUnit(new("x"), "X"), Told.Monday.AddDays(1));
        told.Refused<DayTooFarBack>("system-admin", new AddUnit(new("x"), "X"), Told.Monday.AddDays(-30));
        told.Refused<ChangedMeanwhile>("system-admin", new AddUnit(new("x"), "X") { Expected = told.Park.Version - 1 });
    }

    [Fact]
    public void A_park_survives_its_snapshot()
    {
        var json = JsonSerializer.Serialize(told.Park, DomainJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Park>(json, DomainJson.Options), DomainJson.Options));
    }
}
