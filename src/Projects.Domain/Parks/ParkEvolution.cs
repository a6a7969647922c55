namespace Projects;

public sealed partial record Park
{
    /// <summary>Takes one more event of the journal into account. Total: refuses nothing that was ever recorded (STYLE 7).</summary>
    public Park Evolve(Recorded recorded) => (recorded.Event switch
    {
        ParkFounded e => this with { FoundedOn = recorded.Effective, Name = e.Name, City = e.City, Province = e.Province, Policy = e.Policy, CalendarVersion = e.CalendarVersion },
        UnitAdded e => this with { Units = Units.SetItem(e.Unit, new Unit(e.Unit, e.Name, e.Parent)) },
        UnitRenamed e when Units.TryGetValue(e.Unit, out var unit) => this with { Units = Units.SetItem(e.Unit, unit with { Name = e.Name }) },
        PersonAdded e => this with { People = People.SetItem(e.Person, new Person(e.Person, e.Name)) },
        PersonRenamed e => this with { People = People.SetItem(e.Person, new Person(e.Person, e.Name)) },
        AppointmentMade e => this with { Appointments = Appointments.Add(new Appointment(e.Person, e.Role, e.Unit, e.From, e.Until)) },
        AppointmentEnded e => this with { Appointments = [.. Appointments.Select(held => EndsWith(held, e) ? held with { Until = e.LastDay } : held)] },
        DelegationGiven e => this with { Delegations = Delegations.Add(new Delegation(e.From, e.Role, e.Unit, e.To, e.Start, e.Until)) },
        DelegationEnded e => this with { Delegations = [.. Delegations.Select(held => EndsWith(held, e) ? held with { Until = e.LastDay } : held)] },
        PolicySet e => this with { Policy = e.Policy },
        LabelsSet e => this with { Labels = e.Labels },
        VocabularySet e => this with { Vocabularies = Vocabularies.SetItem(e.Vocabulary, e.Terms) },
        ReportEvent e => this with { Weekly = Weekly.Evolve(e, recorded) },
        CalendarAdopted e => this with { CalendarVersion = e.CalendarVersion },
        _ => this,
    }) with { Version = recorded.Version };

    private static bool EndsWith(Appointment held, AppointmentEnded e) =>
        held.Person == e.Person && held.Role == e.Role && held.Unit == e.Unit && (held.Until is null || held.Until > e.LastDay);

    private static bool EndsWith(Delegation held, DelegationEnded e) =>
        held.From == e.From && held.To == e.To && held.Role == e.Role && held.Unit == e.Unit && held.Until > e.LastDay;
}
