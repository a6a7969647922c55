namespace Projects;

/// <summary>
/// One week of the weekly report 周报: seven days that end with the cut-off's, by default a Thursday (DOMAIN 7). What had happened by that day, and was
/// recorded before it ended, is the report's and nothing else.
/// </summary>
/// <param name="Last">The day whose end is the cut-off.</param>
public readonly record struct ReportWeek(DateOnly Last)
{
    private const DayOfWeek CutOffDay = DayOfWeek.Thursday;
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    public DateOnly First => Last.AddDays(-6);

    /// <summary>Thursday 24:00 in the park's time: an event recorded at this instant is the next week's.</summary>
    public DateTimeOffset CutOff => BusinessDay.StartOf(Last.AddDays(1));

    /// <summary>The two clocks of the report: happened by the last day, recorded before it ended; the journal keeps whole microseconds.</summary>
    public AsOf AsOf => new(Last, CutOff - TimeSpan.FromMicroseconds(1));

    public ReportWeek Previous => new(Last.AddDays(-7));
    public ReportWeek Next => new(Last.AddDays(7));

    /// <summary>Which Thursday of its year it ends on, from 1.</summary>
    public int NoOfYear => (Last.DayOfYear - 1) / 7 + 1;

    public static bool IsCutOffDay(DateOnly day) => day.DayOfWeek is CutOffDay;

    /// <summary>The last week that is over.</summary>
    public static ReportWeek OverAt(DateTimeOffset now)
    {
        var yesterday = BusinessDay.Of(now).AddDays(-1);
        return new(yesterday.AddDays(-(((int)yesterday.DayOfWeek - (int)CutOffDay + 7) % 7)));
    }

    public bool Contains(DateOnly? day) => day is { } known && First <= known && known <= Last;

    /// <summary>
    /// The instant by which it is to be issued: the end of the Friday after; when that is no working day, noon of the second working day after it
    /// (DOMAIN 7).
    /// </summary>
    public DateTimeOffset IssueBy(WorkCalendar calendar)
    {
        var friday = Last.AddDays(1);
        return calendar.IsWorkingDay(friday) ? BusinessDay.StartOf(friday.AddDays(1)) : BusinessDay.StartOf(calendar.AddWorkingDays(friday, 2)) + Noon;
    }

    /// <summary>2024-01-05 — 2024-01-11.</summary>
    public override string ToString() => $"{First:yyyy-MM-dd} — {Last:yyyy-MM-dd}";
}
