namespace Projects;

/// <summary>偏差: how far a milestone lies from its baseline, in both kinds of day (DOMAIN 5). Positive is late.</summary>
/// <param name="IsActual">Measured to the day it was done; else to the day it is now expected.</param>
public sealed record Slip(int WorkingDays, int CalendarDays, bool IsActual)
{
    /// <summary>Null when it is neither done nor forecast: nothing is known of it.</summary>
    public static Slip? Of(DateOnly baseline, DateOnly? forecast, DateOnly? actual, WorkCalendar calendar) =>
        (actual ?? forecast) is { } day
            ? new(calendar.WorkingDaysBetween(baseline, day), day.DayNumber - baseline.DayNumber, actual is not null)
            : null;

    /// <inheritdoc cref="Of(DateOnly, DateOnly?, DateOnly?, WorkCalendar)"/>
    public static Slip? Of(Milestone milestone, WorkCalendar calendar) => Of(milestone.Baseline, milestone.Forecast, milestone.Actual, calendar);
}
