namespace Projects;

public sealed partial record Park
{
    /// <summary>
    /// Judges a command. Pure. Configuration is the system administrator's, or the installation's own while it sets the park up;
    /// a delegation is the affair of its giver.
    /// </summary>
    public Decision Decide(ParkCommand command, Stamp stamp)
    {
        var matter = new ParkMatter(this, stamp);
        if (matter.ObstacleBefore(command) is { } obstacle)
            return Matter.No(obstacle);
        return command switch
        {
            FoundPark c => Founding.Decide(matter, c),
            Delegate c => DelegationRules.Give(matter, c),
            EndDelegation c => DelegationRules.End(matter, c),
            ReportCommand c => ReportRules.Decide(matter, c),
            _ when matter.As(Role.SystemAdministrator) is { } administrator => Configure(matter, command, administrator),
            _ => Matter.No(new RoleMissing([Role.SystemAdministrator])),
        };
    }

    private static Decision Configure(ParkMatter matter, ParkCommand command, Capacity administrator) => command switch
    {
        AddUnit c => UnitRules.Add(matter, c, administrator),
        RenameUnit c => UnitRules.Rename(matter, c, administrator),
        AddPerson c => PersonRules.Add(matter, c, administrator),
        RenamePerson c => PersonRules.Rename(matter, c, administrator),
        Appoint c => AppointmentRules.Make(matter, c, administrator),
        EndAppointment c => AppointmentRules.End(matter, c, administrator),
        SetPolicy c => PolicyRules.Set(matter, c, administrator),
        SetLabels c => LabelRules.Set(matter, c, administrator),
        SetVocabulary c => VocabularyRules.Set(matter, c, administrator),
        AdoptCalendar c => Founding.Adopt(matter, c, administrator),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    };
}

/// <summary>The matter at hand when a park's own configuration is decided.</summary>
internal sealed record ParkMatter(Park Park, Stamp Stamp)
{
    public Actor Actor => Stamp.Actor;

    /// <summary>What stands before every rule; null when the way is free.</summary>
    public Refusal? ObstacleBefore(ParkCommand command)
    {
        if (!Park.Exists && command is not FoundPark)
            return new NotFound("park", Park.Code.Value);
        if (Actor.Kind is ActorKind.Program)
            return new PersonNeeded();
        if (Stamp.Effective > Stamp.Day)
            return new DayInFuture("effective_date", Stamp.Effective, Stamp.Day);
        if (Stamp.Effective < WorkCalendars.Named(Park.CalendarVersion).SubtractWorkingDays(Stamp.Day, Park.Policy.LateEntryWorkingDays))
            return new DayTooFarBack(Stamp.Effective, Stamp.Day, Park.Policy.LateEntryWorkingDays);
        return command.Expected is { } expected && expected != Park.Version ? new ChangedMeanwhile(expected, Park.Version) : null;
    }

    /// <summary>The actor's capacity in this role; null when they do not hold it.</summary>
    public Capacity? As(Role role) => Actor.Capacities.FirstOrDefault(capacity => capacity.Role == role);

    /// <summary>The actor's own appointment, not one lent to them; null when they do not hold it.</summary>
    public Capacity? Own(Role role, UnitCode unit) =>
        Actor.Capacities.FirstOrDefault(capacity => capacity.Role == role && capacity.Unit == unit && capacity.For is null);

    public Decision Yes(Capacity capacity, ParkEvent happened) =>
        new Decision.Accepted(new By(Actor.Person, capacity.Role, capacity.Unit, capacity.For, Actor.Kind), [happened]);
}
