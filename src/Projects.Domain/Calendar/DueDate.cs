namespace Projects;

/// <summary>A day something is due, with what it was computed from, so that a new calendar version can find and recompute it.</summary>
/// <param name="Date">The last day that still is in time.</param>
/// <param name="Basis">Which days were counted to reach it.</param>
/// <param name="CalendarVersion">The <see cref="WorkCalendar"/> it rests on; null when no calendar was needed.</param>
/// <param name="Provisional">True when it rests on a year whose holidays were not published: it may still move (DOMAIN 5).</param>
public readonly record struct DueDate(DateOnly Date, DayBasis Basis, string? CalendarVersion, bool Provisional)
{
    /// <summary>A day named outright by a document or a person; no calendar moves it.</summary>
    public static DueDate Stated(DateOnly date) => new(date, DayBasis.Calendar, null, false);
}
