namespace Projects;

/// <summary>授权: a holder lends their own appointment for a while. What is lent cannot be lent on.</summary>
internal static class DelegationRules
{
    /// <summary>The longest a delegation lasts, both days counted: a longer absence is a matter of appointing somebody.</summary>
    public const int CalendarDaysAtMost = 90;

    public static Decision Give(ParkMatter matter, Delegate command)
    {
        var giver = matter.Actor.Person;
        if (matter.Own(command.Role, command.Unit) is not { } own)
            return Matter.No(new AppointmentNotHeld(giver, command.Role, command.Unit));
        if (command.Role.IsAdministrator())
            return Matter.No(new AdministratorNotLent(command.Role));
        if (!matter.Park.People.ContainsKey(command.To))
            return Matter.No(new NotFound("person", command.To.Value));
        var lent = new Delegation(giver, command.Role, command.Unit, command.To, command.From, command.Until);
        if (matter.Park.Delegations.Contains(lent))
            return Matter.Already;
        if (Fault(matter, lent) is { } fault)
            return Matter.No(fault);
        // Only an administrator's role can exclude a business role, and to a person who holds one nothing is lent.
        return matter.Park.Appointments.FirstOrDefault(held => held.Person == lent.To && held.Role.Excludes(lent.Role) && held.Overlaps(lent.Start, lent.Until)) is { } clash
            ? Matter.No(new RolesExclude(lent.To, lent.Role, clash.Role))
            : matter.Yes(own, new DelegationGiven(lent.From, lent.Role, lent.Unit, lent.To, lent.Start, lent.Until));
    }

    /// <summary>By its giver; the effective day is the first without it.</summary>
    public static Decision End(ParkMatter matter, EndDelegation command)
    {
        var giver = matter.Actor.Person;
        var given = matter.Park.Delegations.Where(lent => (lent.From, lent.To, lent.Role, lent.Unit) == (giver, command.To, command.Role, command.Unit)).ToList();
        if (given.Count == 0)
            return Matter.No(new NothingToEnd("delegation", command.To, command.Role, command.Unit));
        var lastDay = matter.Stamp.Effective.AddDays(-1);
        // The giver's own appointment may have ended meanwhile; what they gave they may still take back.
        return given.Exists(lent => lent.Until > lastDay)
            ? matter.Yes(new Capacity(command.Role, command.Unit), new DelegationEnded(giver, command.Role, command.Unit, command.To, lastDay))
            : Matter.Already;
    }

    private static Refusal? Fault(ParkMatter matter, Delegation lent)
    {
        var check = new FieldCheck();
        check.Require(lent.To != lent.From, "delegate", "不能授权给自己", "must be another person");
        check.Require(lent.Start >= matter.Stamp.Day, "start_date", "不得早于今天", "must not lie before today");
        check.Require(lent.Until >= lent.Start, "end_date", "不得早于开始日期", "must not lie before the first day");
        check.Require(lent.Until.DayNumber - lent.Start.DayNumber < CalendarDaysAtMost, "end_date",
            $"授权最长{CalendarDaysAtMost}天", $"a delegation lasts at most {CalendarDaysAtMost} days");
        return check.Refusal;
    }
}
