using System.Collections.Frozen;

namespace Projects;

/// <summary>The calendars shipped with this program, by version. A newer one comes with a newer program and is adopted park by park.</summary>
public static class WorkCalendars
{
    private static readonly FrozenDictionary<string, WorkCalendar> Shipped =
        new[] { WorkCalendar.China }.ToFrozenDictionary(calendar => calendar.Version, StringComparer.Ordinal);

    /// <summary>The versions that may be adopted, the newest last.</summary>
    public static IReadOnlyList<string> Versions { get; } = [.. Shipped.Keys.Order(StringComparer.Ordinal)];

    public static WorkCalendar Newest => Shipped[Versions[^1]];

    /// <summary>The calendar of this version; the newest when a park has not named one.</summary>
    /// <exception cref="NotSupportedException">A newer program's calendar was adopted; this program does not have it.</exception>
    public static WorkCalendar Named(string version) =>
        version.Length == 0 ? Newest
        : Shipped.TryGetValue(version, out var calendar) ? calendar
        : throw new NotSupportedException($"Work calendar '{version}' is not shipped with this program; it has {string.Join(", ", Versions)}. Use the program that adopted it.");
}
