namespace Projects.Web.Wall;

/// <summary>The months a battle map shows, each in two halves 上半月 and 下半月, and where a day lies among them.</summary>
/// <param name="From">The first month.</param>
/// <param name="Months">How many, 3 to 36.</param>
/// <param name="HalfWidth">The width of a half-month in the units of the drawing: the fewer, the larger letters and symbols are beside it.</param>
public sealed record WallWindow(Month From, int Months, int HalfWidth)
{
    private const int MonthsAtMost = 36;
    private const int MonthsAtLeast = 3;
    private const int MonthsByDefault = 12;

    /// <summary>A third of a year behind, the rest ahead.</summary>
    private const int MonthsBehind = 3;

    private const int WidthAtADesk = 100;
    private const int WidthOnAWall = 74;

    public int Halves => 2 * Months;
    public int Width => HalfWidth * Halves;

    public DateOnly First => new(From.Year, From.Number, 1);
    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>What an address asks for; the year round today where it asks for nothing sensible.</summary>
    public static WallWindow Of(string? from, int? months, bool isOnWall, DateOnly today) => new(
        Month.TryParse(from, out var first) ? first : Month.Of(today.AddMonths(-MonthsBehind)),
        Math.Clamp(months ?? MonthsByDefault, MonthsAtLeast, MonthsAtMost),
        isOnWall ? WidthOnAWall : WidthAtADesk);

    public WallWindow Moved(int months) => this with { From = Month.Of(First.AddMonths(months)) };

    public IEnumerable<Month> EachMonth => Enumerable.Range(0, Months).Select(month => Month.Of(First.AddMonths(month)));

    public bool Holds(DateOnly day) => First <= day && day <= Last;

    /// <summary>Where the day lies, in percent of the whole width.</summary>
    public double ShareOf(DateOnly day) => 100 * PlaceOf(day) / Width;

    /// <summary>Where noon of the day lies from the left; beyond the edges for a day outside.</summary>
    public double PlaceOf(DateOnly day)
    {
        var month = (day.Year - From.Year) * 12 + day.Month - From.Number;
        var (half, share) = day.Day <= 15
            ? (0, (day.Day - 0.5) / 15)
            : (1, (day.Day - 15.5) / (DateTime.DaysInMonth(day.Year, day.Month) - 15));
        return HalfWidth * (2 * month + half + share);
    }
}
