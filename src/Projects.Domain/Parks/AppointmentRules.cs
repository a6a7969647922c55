namespace Projects;

/// <summary>任职: who holds which role where, and what excludes what.</summary>
internal static class AppointmentRules
{
    public static Decision Make(ParkMatter matter, Appoint command, Capacity administrator)
    {
        if (!matter.Park.People.ContainsKey(command.Person))
            return Matter.No(new NotFound("person", command.Person.Value));
        if (!matter.Park.Units.ContainsKey(command.Unit))
            return Matter.No(new NotFound("unit", command.Unit.Value));
        var check = new FieldCheck();
        check.Known("role", command.Role);
        check.Require(!(command.Until < command.From), "end_date", "不得早于开始日期", "must not lie before the first day");
        if (check.Refusal is { } fault)
            return Matter.No(fault);

        var wanted = new Appointment(command.Person, command.Role, command.Unit, command.From, command.Until);
        var held = matter.Park.Appointments.Where(one => one.Person == wanted.Person && one.Overlaps(wanted.From, wanted.Until)).ToList();
        if (held.Exists(one => one.Covers(wanted)))
            return Matter.Already;
        if (held.Find(one => one.Role.Excludes(wanted.Role)) is { } clash)
            return Matter.No(new RolesExclude(wanted.Person, wanted.Role, clash.Role));
        if (matter.Park.Delegations.FirstOrDefault(lent => lent.To == wanted.Person && lent.Role.Excludes(wanted.Role) && lent.Overlaps(wanted.From, wanted.Until)) is { } borrowed)
            return Matter.No(new RolesExclude(wanted.Person, wanted.Role, borrowed.Role));
        return matter.Yes(administrator, new AppointmentMade(wanted.Person, wanted.Role, wanted.Unit, wanted.From, wanted.Until));
    }

    /// <summary>The effective day is the first without it: a right taken away is gone at once, not at midnight (SECURITY 2).</summary>
    public static Decision End(ParkMatter matter, EndAppointment command, Capacity administrator)
    {
        var made = matter.Park.Appointments.Where(one => (one.Person, one.Role, one.Unit) == (command.Person, command.Role, command.Unit)).ToList();
        if (made.Count == 0)
            return Matter.No(new NothingToEnd("appointment", command.Person, command.Role, command.Unit));
        var lastDay = matter.Stamp.Effective.AddDays(-1);
        return made.Exists(one => one.Until is null || one.Until > lastDay)
            ? matter.Yes(administrator, new AppointmentEnded(command.Person, command.Role, command.Unit, lastDay))
            : Matter.Already;
    }
}
