namespace Projects.Host.Gateway;

/// <summary>What an issue says, both ways: an amendment is made of what was read.</summary>
internal static class IssueParticularsWire
{
    /// <param name="path">Where the message stands in its request.</param>
    public static IssueParticulars ToDomain(this V1.IssueParticulars said, ParkCode park, WireFields fields, string path) => new(
        said.Description,
        said.Source,
        fields.Day(said.FoundDate, $"{path}.found_date"),
        said.Category,
        fields.Member<Grade>((int)said.Grade, $"{path}.grade") ?? Grade.Ordinary,
        fields.Member<IssueKind>((int)said.Kind, $"{path}.kind") ?? IssueKind.OneOff,
        RootCauseOf(said.RootCause, fields, $"{path}.root_cause"),
        fields.Person(said.Leader, park, $"{path}.leader"),
        fields.Unit(said.LeadUnit, park, $"{path}.lead_unit"),
        fields.Units(said.SupportingUnits, park, $"{path}.supporting_units"),
        fields.Person(said.Responsible, park, $"{path}.responsible"),
        fields.Unit(said.AcceptanceUnit, park, $"{path}.acceptance_unit"),
        said.Goal,
        [.. said.Criteria],
        [.. said.Measures],
        fields.Day(said.DueDate, $"{path}.due_date"),
        fields.DayCount(said.DueIn, $"{path}.due_in"),
        said.Remark);

    public static V1.IssueParticulars ToWire(this IssueParticulars said, ParkCode park)
    {
        var wire = new V1.IssueParticulars
        {
            Description = said.Description,
            Source = said.Source ?? "",
            FoundDate = said.FoundOn.ToWire(),
            Category = said.Category ?? "",
            Grade = said.Grade.ToWire(),
            Kind = said.Kind.ToWire(),
            RootCause = said.RootCause.ToWire(),
            Leader = ResourceName.OfAny(park, said.Leader),
            LeadUnit = ResourceName.OfAny(park, said.LeadUnit),
            SupportingUnits = { said.SupportingUnits.Select(unit => ResourceName.Of(park, unit)) },
            Responsible = ResourceName.OfAny(park, said.Responsible),
            AcceptanceUnit = ResourceName.OfAny(park, said.AcceptanceUnit),
            Goal = said.Goal ?? "",
            Criteria = { said.Criteria },
            Measures = { said.Measures },
            Remark = said.Remark ?? "",
        };
        if (said.Due is { } day)
            wire.DueDate = day.ToWire();
        else if (said.DueIn is { } length)
            wire.DueIn = length.ToWire();
        return wire;
    }

    public static TakeOver ToDomain(this V1.TakeOver said, WireFields fields) => new(
        said.Document,
        fields.RequiredMember<IssueState>((int)said.State, "take_over.state"),
        fields.RequiredDay(said.RegisteredDate, "take_over.registered_date"),
        fields.Day(said.AcceptedDate, "take_over.accepted_date"),
        fields.Day(said.RequestedDate, "take_over.requested_date"),
        fields.Day(said.ClosedDate, "take_over.closed_date"),
        said.FilingNumber,
        fields.Day(said.CurrentDueDate, "take_over.current_due_date"),
        fields.Day(said.NextReviewDate, "take_over.next_review_date"),
        said.Round == 0 ? 1 : said.Round,
        said.People);

    public static V1.TakeOver ToWire(this TakeOver said) => new()
    {
        Document = said.Document,
        State = said.State.ToWire(),
        RegisteredDate = said.RegisteredOn.ToWire(),
        AcceptedDate = said.AcceptedOn.ToWire(),
        RequestedDate = said.RequestedOn.ToWire(),
        ClosedDate = said.ClosedOn.ToWire(),
        FilingNumber = said.FilingNumber ?? "",
        CurrentDueDate = said.CurrentDue.ToWire(),
        NextReviewDate = said.NextReview.ToWire(),
        Round = said.Round,
        People = said.People ?? "",
    };

    /// <summary>未定 is the contract's "not given", so the numbers are the same.</summary>
    private static RootCause RootCauseOf(V1.RootCause wire, WireFields fields, string field)
    {
        if (!Enum.IsDefined((RootCause)wire))
            fields.Fault(field, "不是可选的值", "is not one of the values to choose from");
        return (RootCause)wire;
    }
}
