using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Date = Google.Type.Date;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;

namespace Projects.Host.Gateway;

/// <summary>A park's organisation over the wire. Everyone of the park may read it; who may change it the rules say.</summary>
internal sealed class ParkService(ProjectDesk desk, Writing writing) : V1.ParkService.ParkServiceBase
{
    public override async Task<V1.Park> GetPark(V1.GetParkRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        fields.Check();
        return ParkMessages.Of(await desk.InsightAsync(call, park));
    }

    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, paging) = await PagedAsync(call, fields, request, fields.ParkName(request.Parent, "parent"));
        var page = paging.Of(park.Units.Values, unit => unit.Code.Value);
        return new() { Units = { page.Items.Select(unit => ParkMessages.Of(park, unit)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.Unit> CreateUnit(V1.CreateUnitRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var command = request.ToCommand(park, fields);
        var after = await OrderAsync(call, fields, park, command, request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, after.Park.Units[command.Unit]);
    }

    public override async Task<V1.Unit> UpdateUnit(V1.UpdateUnitRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Unit, "unit");
        var (park, unit) = fields.UnitName(said.Name, "unit.name");
        UpdateMask.Check(request.UpdateMask, fields, "display_name");
        var after = await OrderAsync(call, fields, park, new RenameUnit(unit, said.DisplayName), request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, after.Park.Units[unit]);
    }

    public override async Task<V1.ListPeopleResponse> ListPeople(V1.ListPeopleRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, paging) = await PagedAsync(call, fields, request, fields.ParkName(request.Parent, "parent"));
        var page = paging.Of(park.People.Values, person => person.Id.Value);
        return new() { People = { page.Items.Select(person => ParkMessages.Of(park, person)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.Person> CreatePerson(V1.CreatePersonRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var command = request.ToCommand(fields);
        var after = await OrderAsync(call, fields, park, command, request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, after.Park.People[command.Person]);
    }

    public override async Task<V1.Person> UpdatePerson(V1.UpdatePersonRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Person, "person");
        var (park, person) = fields.PersonName(said.Name, "person.name");
        UpdateMask.Check(request.UpdateMask, fields, "display_name");
        var after = await OrderAsync(call, fields, park, new RenamePerson(person, said.DisplayName), request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, after.Park.People[person]);
    }

    public override async Task<V1.ListAppointmentsResponse> ListAppointments(V1.ListAppointmentsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var parent = fields.ParkName(request.Parent, "parent");
        var person = fields.Person(request.Person, parent, "person");
        var day = fields.Day(request.OnDate, "on_date");
        var (park, paging) = await PagedAsync(call, fields, request, parent);
        var fitting = park.Appointments.Index().Where(made => (person is null || made.Item.Person == person) && (day is not { } on || made.Item.HoldsOn(on)));
        var page = paging.Of(fitting, made => $"{made.Index:D9}");
        return new() { Appointments = { page.Items.Select(made => ParkMessages.Of(park, made.Item)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.Appointment> Appoint(V1.AppointRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        var wanted = request.ToCommand(park, fields);
        var after = await OrderAsync(call, fields, park, wanted, request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, Held(after.Park, wanted.Person, wanted.Role, wanted.Unit));
    }

    public override async Task<V1.Appointment> EndAppointment(V1.EndAppointmentRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        var ended = request.ToCommand(park, fields);
        var after = await OrderAsync(call, fields, park, ended, request.RequestId, request.Etag, request.EffectiveDate);
        return ParkMessages.Of(after.Park, Held(after.Park, ended.Person, ended.Role, ended.Unit));
    }

    public override async Task<V1.ListDelegationsResponse> ListDelegations(V1.ListDelegationsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var day = fields.Day(request.OnDate, "on_date");
        var (park, paging) = await PagedAsync(call, fields, request, fields.ParkName(request.Parent, "parent"));
        var page = paging.Of(park.Delegations.Index().Where(given => day is not { } on || given.Item.HoldsOn(on)), given => $"{given.Index:D9}");
        return new() { Delegations = { page.Items.Select(given => ParkMessages.Of(park, given.Item)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.Delegation> Delegate(V1.DelegateRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        var wanted = request.ToCommand(park, fields);
        var after = await OrderAsync(call, fields, park, wanted, request.RequestId, request.Etag);
        return ParkMessages.Of(after.Park, Lent(after, wanted.Role, wanted.Unit, wanted.To));
    }

    public override async Task<V1.Delegation> EndDelegation(V1.EndDelegationRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        var ended = request.ToCommand(park, fields);
        var after = await OrderAsync(call, fields, park, ended, request.RequestId, request.Etag, request.EffectiveDate);
        return ParkMessages.Of(after.Park, Lent(after, ended.Role, ended.Unit, ended.To));
    }

    public override async Task<V1.Policy> GetPolicy(V1.GetPolicyRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.PolicyName(request.Name, "name");
        fields.Check();
        return ParkMessages.PolicyOf((await desk.InsightAsync(call, park)).Park);
    }

    public override async Task<V1.Policy> UpdatePolicy(V1.UpdatePolicyRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Policy, "policy");
        var park = fields.PolicyName(said.Name, "policy.name");
        if (!UpdateMask.TakesAll(request.UpdateMask) && !FieldMask.IsValid<V1.Policy>(request.UpdateMask))
            fields.Fault("update_mask", "含有未知字段", "names a field a policy does not have");
        fields.Check();
        var before = (await desk.InsightAsync(call, park)).Park;
        var policy = UpdateMask.Apply(request.UpdateMask, said, ParkMessages.PolicyOf(before)).ToPolicy(before.Policy.Urging, fields);
        // What the mask leaves out, or the caller does not know, is as it was read here: the change holds on that version only.
        var command = new SetPolicy(policy) { Expected = UpdateMask.TakesAll(request.UpdateMask) && said.Urging is not null ? null : before.Version };
        return ParkMessages.PolicyOf((await OrderAsync(call, fields, park, command, request.RequestId, request.Etag)).Park);
    }

    public override async Task<V1.Labels> GetLabels(V1.GetLabelsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.LabelsName(request.Name, "name");
        fields.Check();
        return WordingMessages.LabelsOf((await desk.InsightAsync(call, park)).Park);
    }

    public override async Task<V1.Labels> UpdateLabels(V1.UpdateLabelsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Labels, "labels");
        var park = fields.LabelsName(said.Name, "labels.name");
        UpdateMask.Check(request.UpdateMask, fields, "labels");
        var after = await OrderAsync(call, fields, park, new SetLabels(said.ToLabels(fields)), request.RequestId, request.Etag);
        return WordingMessages.LabelsOf(after.Park);
    }

    public override async Task<V1.ListVocabulariesResponse> ListVocabularies(V1.ListVocabulariesRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, paging) = await PagedAsync(call, fields, request, fields.ParkName(request.Parent, "parent"));
        var page = paging.Of(Enum.GetValues<Vocabulary>(), ResourceName.IdOf);
        return new()
        {
            Vocabularies = { page.Items.Select(vocabulary => WordingMessages.Of(park, vocabulary, fields.Language)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
        };
    }

    public override async Task<V1.Vocabulary> GetVocabulary(V1.GetVocabularyRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, named) = fields.VocabularyName(request.Name, "name");
        fields.Check();
        var insight = await desk.InsightAsync(call, park);
        return WordingMessages.Of(insight.Park, named ?? throw NoSuchVocabulary(call, request.Name), fields.Language);
    }

    public override async Task<V1.Vocabulary> UpdateVocabulary(V1.UpdateVocabularyRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Vocabulary, "vocabulary");
        var (park, named) = fields.VocabularyName(said.Name, "vocabulary.name");
        UpdateMask.Check(request.UpdateMask, fields, "terms");
        fields.Check();
        var vocabulary = named ?? throw NoSuchVocabulary(call, said.Name);
        var after = await OrderAsync(call, fields, park, new SetVocabulary(vocabulary, [.. said.Terms]), request.RequestId, request.Etag);
        return WordingMessages.Of(after.Park, vocabulary, fields.Language);
    }

    public override async Task<V1.Park> AdoptCalendar(V1.AdoptCalendarRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Name, "name");
        return ParkMessages.Of(await OrderAsync(call, fields, park, new AdoptCalendar(request.CalendarVersion), request.RequestId, request.Etag));
    }

    /// <summary>The park a list is of, and which of its pages is asked for; the end of reading the request.</summary>
    private async Task<(Park Park, WirePaging Paging)> PagedAsync<T>(ServerCallContext call, WireFields fields, T request, ParkCode park) where T : IMessage<T>
    {
        var paging = WirePaging.Of(request, fields);
        fields.Check();
        return ((await desk.InsightAsync(call, park)).Park, paging);
    }

    /// <summary>The one course of every order to a park; what is shown afterwards is as it then stands.</summary>
    private async Task<Insight> OrderAsync(ServerCallContext call, WireFields fields, ParkCode park, ParkCommand command, string requestId, string etag, Date? effective = null)
    {
        var request = fields.Request(requestId, effective);
        var expected = fields.Etag(etag);
        fields.Check();
        await writing.ExecuteAsync(call, park, command with { Expected = expected ?? command.Expected }, request);
        return await desk.InsightAsync(call, park);
    }

    private static RpcException NoSuchVocabulary(ServerCallContext call, string name) => call.Refuse(new NotFound("vocabulary", name[(name.LastIndexOf('/') + 1)..]));

    private static Appointment Held(Park park, PersonId person, Role role, UnitCode unit) =>
        park.Appointments.Last(held => (held.Person, held.Role, held.Unit) == (person, role, unit));

    private static Delegation Lent(Insight insight, Role role, UnitCode unit, PersonId to) =>
        insight.Park.Delegations.Last(lent => (lent.From, lent.Role, lent.Unit, lent.To) == (insight.Actor.Person, role, unit, to));
}
