using System.Collections.Immutable;

namespace Projects.Host.Gateway;

/// <summary>Orders to a park, from the wire to the domain. The rules bound what they say.</summary>
internal static class ParkCommandsFromWire
{
    public static AddUnit ToCommand(this V1.CreateUnitRequest r, ParkCode park, WireFields fields)
    {
        var unit = fields.Given(r.Unit, "unit");
        return new(UnitCode.Of(fields.NewId(r.UnitId, "unit_id")), unit.DisplayName, fields.Unit(unit.ParentUnit, park, "unit.parent_unit"));
    }

    public static AddPerson ToCommand(this V1.CreatePersonRequest r, WireFields fields) =>
        new(PersonId.Of(fields.NewId(r.PersonId, "person_id")), fields.Given(r.Person, "person").DisplayName);

    public static Appoint ToCommand(this V1.AppointRequest r, ParkCode park, WireFields fields)
    {
        var wanted = fields.Given(r.Appointment, "appointment");
        return new(
            fields.RequiredPerson(wanted.Person, park, "appointment.person"),
            fields.RequiredMember<Role>((int)wanted.Role, "appointment.role"),
            fields.RequiredUnit(wanted.Unit, park, "appointment.unit"),
            fields.RequiredDay(wanted.StartDate, "appointment.start_date"),
            fields.Day(wanted.EndDate, "appointment.end_date"));
    }

    public static EndAppointment ToCommand(this V1.EndAppointmentRequest r, ParkCode park, WireFields fields) => new(
        fields.RequiredPerson(r.Person, park, "person"),
        fields.RequiredMember<Role>((int)r.Role, "role"),
        fields.RequiredUnit(r.Unit, park, "unit"));

    public static Delegate ToCommand(this V1.DelegateRequest r, ParkCode park, WireFields fields)
    {
        var wanted = fields.Given(r.Delegation, "delegation");
        return new(
            fields.RequiredMember<Role>((int)wanted.Role, "delegation.role"),
            fields.RequiredUnit(wanted.Unit, park, "delegation.unit"),
            fields.RequiredPerson(wanted.Delegate, park, "delegation.delegate"),
            fields.RequiredDay(wanted.StartDate, "delegation.start_date"),
            fields.RequiredDay(wanted.EndDate, "delegation.end_date"));
    }

    public static EndDelegation ToCommand(this V1.EndDelegationRequest r, ParkCode park, WireFields fields) => new(
        fields.RequiredMember<Role>((int)r.Role, "role"),
        fields.RequiredUnit(r.Unit, park, "unit"),
        fields.RequiredPerson(r.Delegate, park, "delegate"));

    /// <param name="present">The ladder of urging in force, kept when none is said: callers older than it know none.</param>
    public static Policy ToPolicy(this V1.Policy wire, UrgingPolicy present, WireFields fields) => new(
        ClosingOf(wire, fields),
        fields.RequiredMember<ApprovalOrder>((int)wire.ApprovalOrder, "policy.approval_order"),
        wire.NoticeWorkingDays,
        wire.ExtensionLeadWorkingDays,
        wire.MaxExtensions,
        wire.AcceptanceWorkingDays,
        wire.SuspensionCalendarDays,
        wire.LateEntryWorkingDays,
        wire.WarningWorkingDays,
        fields.Number(wire.ProgressYellowPoints, "policy.progress_yellow_points"),
        fields.Number(wire.ProgressRedPoints, "policy.progress_red_points"),
        wire.StartMissedRedMonths,
        wire.ReboundCalendarDays,
        wire.Urging is { } urging ? UrgingOf(urging, fields) : present);

    /// <summary>That every level has a rung is the policy's own rule; here only that none has two.</summary>
    private static UrgingPolicy UrgingOf(V1.UrgingPolicy wire, WireFields fields)
    {
        var ladder = ImmutableSortedDictionary.CreateBuilder<UrgingLevel, UrgingRung>();
        for (var i = 0; i < wire.Ladder.Count; i++)
        {
            var (rung, field) = (wire.Ladder[i], $"policy.urging.ladder[{i}].level");
            var level = fields.RequiredMember<UrgingLevel>((int)rung.Level, field);
            if (!ladder.TryAdd(level, new UrgingRung(rung.ReplyWorkingDays, rung.ToLeader)))
                fields.Fault(field, "同一级只能有一条", "has a rung already");
        }
        return new(ladder.ToImmutable(), [.. wire.WarnAtWorkingDays]);
    }

    /// <summary>That every grade has a rule is the policy's own rule; here only that none has two.</summary>
    private static ImmutableSortedDictionary<Grade, ClosingRule> ClosingOf(V1.Policy wire, WireFields fields)
    {
        var closing = ImmutableSortedDictionary.CreateBuilder<Grade, ClosingRule>();
        for (var i = 0; i < wire.Closing.Count; i++)
        {
            var (rule, field) = (wire.Closing[i], $"policy.closing[{i}].grade");
            var grade = fields.RequiredMember<Grade>((int)rule.Grade, field);
            if (!closing.TryAdd(grade, new ClosingRule(rule.Verifiers, rule.ApproverLevel)))
                fields.Fault(field, "同一等级只能有一条", "has a rule already");
        }
        return closing.ToImmutable();
    }
}
