using Google.Protobuf.WellKnownTypes;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>A park's organisation over the wire: the administrator configures and does no business; business does not configure.</summary>
[Collection(OnSampleServer.Name)]
public sealed class ParkTests(SampleServer sample)
{
    private const string Name = "parks/panzhihua";

    [Fact]
    public async Task The_administrator_appoints_and_business_is_closed_to_them()
    {
        var administrator = await AsAsync("system-admin");
        var person = await administrator.CreatePersonAsync(new V1.CreatePersonRequest { Parent = Name, PersonId = "e2e-officer", Person = new V1.Person { DisplayName = "项目专员测试" } });
        var wanted = new V1.Appointment { Person = person.Name, Role = V1.Role.ProjectOfficer, Unit = $"{Name}/units/economy", StartDate = On(2024, 1, 12) };
        var made = await administrator.AppointAsync(new V1.AppointRequest { Name = Name, Appointment = wanted });
        Assert.Equal(wanted, made);
        Assert.Equal(made, Assert.Single((await administrator.ListAppointmentsAsync(new V1.ListAppointmentsRequest { Parent = Name, Person = person.Name })).Appointments));

        var ended = await administrator.EndAppointmentAsync(new V1.EndAppointmentRequest { Name = Name, Person = person.Name, Role = made.Role, Unit = made.Unit });
        Assert.NotNull(ended.EndDate);
        Assert.Empty((await administrator.ListAppointmentsAsync(
            new V1.ListAppointmentsRequest { Parent = Name, Person = person.Name, OnDate = (await administrator.GetParkAsync(new V1.GetParkRequest { Name = Name })).Today })).Appointments);

        var projects = new V1.ProjectService.ProjectServiceClient(await sample.Server.GrpcAsAsync("panzhihua.system-admin"));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => projects.CreateProjectAsync(ProjectTests.New("e2e-not-theirs")).ResponseAsync));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => projects.ListProjectsAsync(new V1.ListProjectsRequest { Parent = Name }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => projects.GetProjectAsync(new V1.GetProjectRequest { Name = SampleServer.Project }).ResponseAsync));
    }

    [Fact]
    public async Task Nobody_else_configures_and_another_park_is_not_found()
    {
        var chief = await AsAsync("chief");

        Assert.Equal("FORBIDDEN", await RefusalOf(() => chief.CreateUnitAsync(new V1.CreateUnitRequest { Parent = Name, UnitId = "e2e-unit", Unit = new V1.Unit { DisplayName = "新单位" } }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => chief.GetParkAsync(new V1.GetParkRequest { Name = "parks/kunshan" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => chief.ListPeopleAsync(new V1.ListPeopleRequest { Parent = "parks/nowhere" }).ResponseAsync));
    }

    [Fact]
    public async Task A_leader_lends_what_is_theirs_and_takes_it_back()
    {
        var lender = await AsAsync("deputy-b");
        var held = (await lender.ListAppointmentsAsync(new V1.ListAppointmentsRequest { Parent = Name, Person = $"{Name}/people/deputy-b" })).Appointments[0];
        var today = (await lender.GetParkAsync(new V1.GetParkRequest { Name = Name })).Today;

        var lent = await lender.DelegateAsync(new V1.DelegateRequest
        {
            Name = Name,
            Delegation = new V1.Delegation { Role = held.Role, Unit = held.Unit, Delegate = $"{Name}/people/ledger-director", StartDate = today, EndDate = On(2024, 2, 8) },
        });
        Assert.Equal($"{Name}/people/deputy-b", lent.Giver);
        Assert.Equal("FORBIDDEN", await RefusalOf(() => lender.DelegateAsync(new V1.DelegateRequest { Name = Name, Delegation = new V1.Delegation(lent) { Role = V1.Role.ChiefLeader } }).ResponseAsync));

        var ended = await lender.EndDelegationAsync(new V1.EndDelegationRequest { Name = Name, Role = lent.Role, Unit = lent.Unit, Delegate = lent.Delegate });
        Assert.NotEqual(lent.EndDate, ended.EndDate);
        Assert.Empty((await lender.ListDelegationsAsync(new V1.ListDelegationsRequest { Parent = Name, OnDate = today })).Delegations);
    }

    [Fact]
    public async Task A_policy_changes_by_its_mask_within_its_bounds()
    {
        var administrator = await AsAsync("system-admin");
        var before = await administrator.GetPolicyAsync(new V1.GetPolicyRequest { Name = $"{Name}/policy" });
        var request = new V1.UpdatePolicyRequest
        {
            Policy = new V1.Policy { Name = before.Name, ReboundCalendarDays = 90 },
            UpdateMask = FieldMask.FromString("rebound_calendar_days"),
        };

        var after = await administrator.UpdatePolicyAsync(request);

        Assert.Equal(new V1.Policy(before) { ReboundCalendarDays = 90, Etag = after.Etag }, after);
        request.Policy.ReboundCalendarDays = -1;
        Assert.Equal("INVALID", await RefusalOf(() => administrator.UpdatePolicyAsync(request).ResponseAsync));
        request.Policy.ReboundCalendarDays = before.ReboundCalendarDays;
        await administrator.UpdatePolicyAsync(request);
    }

    [Fact]
    public async Task A_caller_who_knows_no_ladder_of_urging_leaves_it_as_it_is()
    {
        var administrator = await AsAsync("system-admin");
        var before = await administrator.GetPolicyAsync(new V1.GetPolicyRequest { Name = $"{Name}/policy" });
        Assert.Equal([3, 3, 5, 10, 5], before.Urging.Ladder.Select(rung => rung.ReplyWorkingDays));

        var after = await administrator.UpdatePolicyAsync(new V1.UpdatePolicyRequest { Policy = new V1.Policy(before) { Urging = null, StartMissedRedMonths = 4 } });
        Assert.Equal((4, before.Urging), (after.StartMissedRedMonths, after.Urging));

        var harder = new V1.Policy(before);
        harder.Urging.Ladder[0].ReplyWorkingDays = 2;
        Assert.Equal(harder.Urging, (await administrator.UpdatePolicyAsync(new V1.UpdatePolicyRequest { Policy = harder })).Urging);
        harder.Urging.Ladder.Add(harder.Urging.Ladder[0]);
        Assert.Equal("INVALID", await RefusalOf(() => administrator.UpdatePolicyAsync(new V1.UpdatePolicyRequest { Policy = harder }).ResponseAsync));
        await administrator.UpdatePolicyAsync(new V1.UpdatePolicyRequest { Policy = before });
    }

    private async Task<V1.ParkService.ParkServiceClient> AsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));

    private static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
