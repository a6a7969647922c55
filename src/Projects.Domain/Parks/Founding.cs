namespace Projects;

/// <summary>How a park begins, and which calendar it counts by.</summary>
internal static class Founding
{
    /// <summary>Once, and only by the installation: the park's people do not exist yet.</summary>
    public static Decision Decide(ParkMatter matter, FoundPark command)
    {
        if (matter.Actor.Person != Actor.Installation.Person || matter.As(Role.SystemAdministrator) is not { } installation)
            return Matter.No(new InstallationNeeded());
        var check = new FieldCheck();
        check.Id("park", matter.Park.Code.Value);
        var founded = new ParkFounded(
            check.Text("display_name", command.Name, FieldCheck.Line),
            check.Text("city", command.City, FieldCheck.Line),
            check.Text("province", command.Province, FieldCheck.Line),
            Policy.Default,
            WorkCalendars.Newest.Version);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (!matter.Park.Exists)
            return matter.Yes(installation, founded);
        return (matter.Park.Name, matter.Park.City, matter.Park.Province) == (founded.Name, founded.City, founded.Province)
            ? Matter.Already
            : Matter.No(new ParkFoundedAlready(matter.Park.Name));
    }

    public static Decision Adopt(ParkMatter matter, AdoptCalendar command, Capacity administrator)
    {
        if (command.CalendarVersion == matter.Park.CalendarVersion)
            return Matter.Already;
        return WorkCalendars.Versions.Contains(command.CalendarVersion)
            ? matter.Yes(administrator, new CalendarAdopted(command.CalendarVersion))
            : Matter.No(new CalendarNotShipped(command.CalendarVersion, [.. WorkCalendars.Versions]));
    }
}
