using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>A park's organisation, from the domain to the wire. Everything carries the park's etag: it changes as one.</summary>
internal static class ParkMessages
{
    public static V1.Park Of(Insight insight) => new()
    {
        Name = ResourceName.Of(insight.Park.Code),
        DisplayName = insight.Park.Name,
        City = insight.Park.City,
        Province = insight.Park.Province,
        CalendarVersion = insight.Calendar.Version,
        Etag = Etags.Of(insight.Park.Version),
        Today = insight.Today.ToWire(),
        Labels = { WordingMessages.Of(insight.Park.Labels) },
    };

    public static V1.Unit Of(Park park, Unit unit) => new()
    {
        Name = ResourceName.Of(park.Code, unit.Code),
        DisplayName = unit.Name,
        ParentUnit = ResourceName.OfAny(park.Code, unit.Parent),
        Etag = Etags.Of(park.Version),
    };

    public static V1.Person Of(Park park, Person person) => new()
    {
        Name = ResourceName.Of(park.Code, person.Id),
        DisplayName = person.Name,
        Etag = Etags.Of(park.Version),
    };

    public static V1.Appointment Of(Park park, Appointment held) => new()
    {
        Person = ResourceName.Of(park.Code, held.Person),
        Role = held.Role.ToWire(),
        Unit = ResourceName.Of(park.Code, held.Unit),
        StartDate = held.From.ToWire(),
        EndDate = held.Until.ToWire(),
    };

    public static V1.Delegation Of(Park park, Delegation lent) => new()
    {
        Giver = ResourceName.Of(park.Code, lent.From),
        Role = lent.Role.ToWire(),
        Unit = ResourceName.Of(park.Code, lent.Unit),
        Delegate = ResourceName.Of(park.Code, lent.To),
        StartDate = lent.Start.ToWire(),
        EndDate = lent.Until.ToWire(),
    };

    public static V1.Policy PolicyOf(Park park)
    {
        var policy = park.Policy;
        var wire = new V1.Policy
        {
            Name = ResourceName.OfPolicy(park.Code),
            ApprovalOrder = policy.Approval.ToWire(),
            NoticeWorkingDays = policy.NoticeWorkingDays,
            ExtensionLeadWorkingDays = policy.ExtensionLeadWorkingDays,
            MaxExtensions = policy.ExtensionsAtMost,
            AcceptanceWorkingDays = policy.AcceptanceWorkingDays,
            SuspensionCalendarDays = policy.SuspensionCalendarDays,
            LateEntryWorkingDays = policy.LateEntryWorkingDays,
            WarningWorkingDays = policy.WarningWorkingDays,
            ProgressYellowPoints = Values.ToWire(policy.ProgressYellowPoints),
            ProgressRedPoints = Values.ToWire(policy.ProgressRedPoints),
            StartMissedRedMonths = policy.StartMissedRedMonths,
            ReboundCalendarDays = policy.ReboundCalendarDays,
            Urging = Of(policy.Urging),
            Etag = Etags.Of(park.Version),
        };
        wire.Closing.Add(policy.Closing.Select(rule => new V1.ClosingRule { Grade = rule.Key.ToWire(), Verifiers = rule.Value.Verifiers, ApproverLevel = rule.Value.ApproverLevel }));
        return wire;
    }

    private static V1.UrgingPolicy Of(UrgingPolicy urging) => new()
    {
        Ladder = { urging.Ladder.Select(rung => new V1.UrgingRung { Level = rung.Key.ToWire(), ReplyWorkingDays = rung.Value.ReplyWorkingDays, ToLeader = rung.Value.ToLeader }) },
        WarnAtWorkingDays = { urging.WarnAtWorkingDays },
    };
}
