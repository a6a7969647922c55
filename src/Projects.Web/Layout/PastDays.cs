using System.Globalization;

namespace Projects.Web.Layout;

/// <summary>Which past a page shows, by the days in its address: what had happened by the one, as far as it was recorded by the other.</summary>
/// <param name="Effective">截至, inclusive; null for today.</param>
/// <param name="Known">录入不晚于, to the end of that day; null for all that is known now, late entries included.</param>
public readonly record struct PastDays(DateOnly? Effective, DateOnly? Known = null)
{
    /// <summary>The names of the two in an address.</summary>
    public const string EffectiveName = "asof", KnownName = "known";

    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    /// <summary>Null where an address says no day.</summary>
    public static DateOnly? DayOf(string? said) => DateOnly.TryParseExact(said, "yyyy-MM-dd", out var day) ? day : null;

    public static PastDays Of(string? effective, string? known) => new(DayOf(effective), DayOf(known));

    public bool IsPresent => this == default;

    /// <summary>Today and later are the present, on either clock.</summary>
    public PastDays Before(DateOnly today) => new(Effective < today ? Effective : null, Known < today ? Known : null);

    /// <summary>The time that is looked back to.</summary>
    public AsOf On(DateOnly today, DateTimeOffset now) => new(Effective ?? today, Known is { } day ? BusinessDay.StartOf(day.AddDays(1)) - Microsecond : now);

    /// <summary>As it stands in an address; null for what does not.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Said() => [new(EffectiveName, Said(Effective)), new(KnownName, Said(Known))];

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
