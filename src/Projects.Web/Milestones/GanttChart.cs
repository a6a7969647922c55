namespace Projects.Web.Milestones;

/// <summary>Where days lie on a picture of milestones: a scale of whole months, one row a milestone. Lengths in the picture's own units.</summary>
internal sealed class GanttChart
{
    public const int RowHeight = 30;
    public const int HeadHeight = 26;
    public const int NamesWidth = 250;
    private const int DaysWidth = 900;

    // A mark on the last day stands out to the right of it.
    private const int Margin = 12;
    private const int MonthWidthAtLeast = 42;

    private readonly DateOnly first;
    private readonly double widthOfADay;

    /// <param name="today">Always on the picture.</param>
    public GanttChart(IReadOnlyCollection<Milestone> milestones, DateOnly today)
    {
        var days = milestones.SelectMany(DaysOf).Append(today).ToList();
        first = Month.Of(days.Min()).FirstDay;
        var end = Month.Of(days.Max()).Next.FirstDay;
        Rows = [.. milestones.OrderBy(milestone => milestone.Baseline).ThenBy(milestone => milestone.Code)];
        widthOfADay = DaysWidth / (double)(end.DayNumber - first.DayNumber);
        Months = [.. MonthsUntil(end)];
    }

    public IReadOnlyList<Milestone> Rows { get; }

    /// <summary>The months written above; where there are many, only some of them.</summary>
    public IReadOnlyList<Month> Months { get; }

    public int Width => NamesWidth + DaysWidth + Margin;
    public int Height => HeadHeight + Rows.Count * RowHeight + 8;

    public double X(DateOnly day) => Math.Round(NamesWidth + (day.DayNumber - first.DayNumber) * widthOfADay, 1);

    /// <summary>The middle of a row.</summary>
    public static double Y(int row) => HeadHeight + (row + 0.5) * RowHeight;

    /// <summary>A diamond standing on the day.</summary>
    public string Diamond(DateOnly day, int row) => Polygon(day, row, (0, -7), (7, 0), (0, 7), (-7, 0));

    /// <summary>A triangle pointing at the day.</summary>
    public string Triangle(DateOnly day, int row) => Polygon(day, row, (-6, -6), (6, 0), (-6, 6));

    private string Polygon(DateOnly day, int row, params (double X, double Y)[] corners) =>
        string.Join(' ', corners.Select(corner => $"{X(day) + corner.X:0.#},{Y(row) + corner.Y:0.#}"));

    private IEnumerable<Month> MonthsUntil(DateOnly end)
    {
        var count = (end.Year - first.Year) * 12 + end.Month - first.Month;
        var step = (int)Math.Ceiling(count * MonthWidthAtLeast / (double)DaysWidth);
        for (var day = first; day < end; day = day.AddMonths(step))
            yield return Month.Of(day);
    }

    private static IEnumerable<DateOnly> DaysOf(Milestone milestone)
    {
        yield return milestone.Baseline;
        if (milestone.Baselines is [var original, ..])
            yield return original.Baseline;
        if (milestone.Forecast is { } forecast)
            yield return forecast;
        if (milestone.Actual is { } actual)
            yield return actual;
    }
}
