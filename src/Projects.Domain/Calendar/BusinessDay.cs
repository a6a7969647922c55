namespace Projects;

/// <summary>The day an instant falls on in Asia/Shanghai; stored instants are UTC (DOMAIN 10.7).</summary>
public static class BusinessDay
{
    // A fixed offset, not a time zone of the machine: China has had no summer time since 1991, before any record of ours.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Shanghai).DateTime);

    /// <summary>The same instant as the park's own clocks show it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Shanghai);

    /// <summary>The first instant of the day, in UTC; the day ends where the next one starts.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, Shanghai).ToUniversalTime();
}
