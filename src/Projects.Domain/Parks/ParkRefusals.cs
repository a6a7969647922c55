using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in a park's configuration.</summary>
public abstract record ParkRefusal : Refusal;

/// <summary>The park stands already, under this name; it is founded once.</summary>
public sealed record ParkFoundedAlready(string Name) : ParkRefusal
{
    public override Reason Reason => Reason.NumberTaken;
}

/// <summary>Only the installation itself founds a park.</summary>
public sealed record InstallationNeeded : ParkRefusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>三员分立: the three administrators exclude one another and every business role (SECURITY 2).</summary>
/// <param name="Held">What the person holds, or is lent, in the same time.</param>
public sealed record RolesExclude(PersonId Person, Role Wanted, Role Held) : ParkRefusal
{
    public override Reason Reason => Reason.SeparationOfDuties;
}

/// <summary>The actor does not hold the appointment they want to lend, or holds it lent: what is lent cannot be lent on.</summary>
public sealed record AppointmentNotHeld(PersonId Person, Role Role, UnitCode Unit) : ParkRefusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>An administrator's role cannot be lent.</summary>
public sealed record AdministratorNotLent(Role Role) : ParkRefusal
{
    public override Reason Reason => Reason.SeparationOfDuties;
}

/// <summary>There never was such an appointment, or such a delegation by this giver.</summary>
/// <param name="Kind">appointment or delegation.</param>
/// <param name="Person">Who was to hold it.</param>
public sealed record NothingToEnd(string Kind, PersonId Person, Role Role, UnitCode Unit) : ParkRefusal
{
    public override Reason Reason => Reason.NotFound;
}

/// <summary>The calendar is not shipped with this program.</summary>
/// <param name="Known">The versions that may be adopted.</param>
public sealed record CalendarNotShipped(string Version, ImmutableArray<string> Known) : ParkRefusal
{
    public override Reason Reason => Reason.CalendarUnpublished;
}
