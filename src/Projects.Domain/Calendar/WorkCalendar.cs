namespace Projects;

/// <summary>
/// The working days of the State Council's yearly notices: Monday to Friday without the holidays, with the make-up weekends
/// (DOMAIN 5). Outside the published years it is plain Monday to Friday and every answer that needed one is provisional.
/// All questions are answered in constant time: rates ask for each issue.
/// </summary>
public sealed class WorkCalendar
{
    private const string ChinaData = "Projects.Calendar.china-2004-2026.txt";

    private readonly int firstDay;
    private readonly int endDay;
    private readonly int[] workingDays;
    private readonly int[] workedUpTo;

    internal WorkCalendar(string version, int firstYear, int lastYear, IReadOnlySet<DateOnly> holidays, IReadOnlySet<DateOnly> makeUpDays)
    {
        (Version, FirstYear, LastYear) = (version, firstYear, lastYear);
        firstDay = new DateOnly(firstYear, 1, 1).DayNumber;
        endDay = new DateOnly(lastYear, 12, 31).DayNumber + 1;
        workedUpTo = new int[endDay - firstDay];
        var worked = new List<int>(workedUpTo.Length);
        for (var day = firstDay; day < endDay; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            if (makeUpDays.Contains(date) || (!IsWeekend(date) && !holidays.Contains(date))) worked.Add(day);
            workedUpTo[day - firstDay] = worked.Count;
        }
        workingDays = [.. worked];
    }

    /// <summary>The calendar shipped with the platform.</summary>
    public static WorkCalendar China { get; } = Parse(Shipped(ChinaData));

    /// <summary>Names this edition of the data; it is stored with every date computed from it.</summary>
    public string Version { get; }

    /// <summary>The first and the last year whose holidays are known, every year between them included.</summary>
    public int FirstYear { get; }

    /// <inheritdoc cref="FirstYear"/>
    public int LastYear { get; }

    /// <summary>Reads another edition; the shape stands at the head of <c>Calendar/china-2004-2026.txt</c>.</summary>
    /// <exception cref="FormatException">The text is not a calendar; the message names the line.</exception>
    public static WorkCalendar Parse(string data) => WorkCalendarText.Read(data);

    public bool IsPublished(int year) => year >= FirstYear && year <= LastYear;

    public bool IsWorkingDay(DateOnly date) => Rank(date.DayNumber) != Rank(date.DayNumber - 1);

    /// <summary>
    /// The <paramref name="days"/>th working day after <paramref name="from"/>; counting begins the day after it, whether that day
    /// is worked or not. Zero days is <paramref name="from"/> itself.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? from : DateOfRank(Rank(from.DayNumber) + days);
    }

    /// <summary>The <paramref name="days"/>th working day before <paramref name="from"/>; zero days is <paramref name="from"/> itself.</summary>
    public DateOnly SubtractWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? from : DateOfRank(Rank(from.DayNumber - 1) - days + 1);
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => Rank(to.DayNumber) - Rank(from.DayNumber);

    /// <summary>The last day in time when <paramref name="length"/> starts to run the day after <paramref name="from"/>.</summary>
    public DueDate Due(DateOnly from, DayCount length)
    {
        if (length.Basis is DayBasis.Calendar) return DueDate.Stated(from.AddDays(length.Days));

        var date = AddWorkingDays(from, length.Days);
        var provisional = date > from && (from.DayNumber + 1 < firstDay || date.DayNumber >= endDay);
        return new(date, DayBasis.Working, Version, provisional);
    }

    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // Working days from the first published day up to and including this one; zero or less before it.
    private int Rank(int day)
    {
        if (day < firstDay) return Weekdays(day) - Weekdays(firstDay - 1);
        if (day >= endDay) return workingDays.Length + Weekdays(day) - Weekdays(endDay - 1);
        return workedUpTo[day - firstDay];
    }

    private DateOnly DateOfRank(int rank)
    {
        if (rank < 1) return Weekday(Weekdays(firstDay - 1) + rank);
        if (rank > workingDays.Length) return Weekday(Weekdays(endDay - 1) + rank - workingDays.Length);
        return DateOnly.FromDayNumber(workingDays[rank - 1]);
    }

    // Mondays to Fridays from 0001-01-01, a Monday and day 0, up to and including this day.
    private static int Weekdays(int day)
    {
        var (weeks, rest) = Math.DivRem(day + 1, 7);
        return weeks * 5 + Math.Min(rest, 5);
    }

    private static DateOnly Weekday(int number)
    {
        var (weeks, rest) = Math.DivRem(number - 1, 5);
        return DateOnly.FromDayNumber(weeks * 7 + rest);
    }

    private static string Shipped(string name)
    {
        using var stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The calendar {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
