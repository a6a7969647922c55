namespace Projects;

/// <summary>Where investment stands on a day, on one basis: there is no figure over both (DOMAIN 5).</summary>
/// <param name="InMonth">Of the day's month, reversals taken off; so are all sums.</param>
/// <param name="YearToDate">From January up to and including the day's month.</param>
/// <param name="SinceStart">Of all months up to and including the day's.</param>
/// <param name="Plan">Of the day's year; null when there is none.</param>
/// <param name="Completion">年度完成率: year to date of the year's plan; empty without one.</param>
/// <param name="Time">时间进度: whole months gone, and the part of the present one, of twelve. The end of October is 83.333 %.</param>
/// <param name="Ahead">进度差 of the unrounded values; negative is behind. Null without a plan.</param>
public sealed record InvestmentFigures(
    InvestmentBasis Basis, Month Month, Money InMonth, Money YearToDate, Money SinceStart, Money? Plan, Rate Completion, Rate Time, PercentPoints? Ahead)
{
    public static InvestmentFigures Of(InvestmentAccount account, InvestmentBasis basis, DateOnly day)
    {
        var month = Month.Of(day);
        var entries = account.Entries.Where(entry => entry.Basis == basis && entry.Month.CompareTo(month) <= 0).ToList();
        var plan = account.Plans.FirstOrDefault(held => held.Basis == basis && held.Year == day.Year)?.Total;
        return Of(
            basis, day,
            Sum(entries.Where(entry => entry.Month == month)),
            Sum(entries.Where(entry => entry.Month.Year == month.Year)),
            Sum(entries), plan);
    }

    /// <summary>From sums taken elsewhere, as over all projects of a park; all of the one basis.</summary>
    public static InvestmentFigures Of(InvestmentBasis basis, DateOnly day, Money inMonth, Money yearToDate, Money sinceStart, Money? plan)
    {
        var completion = plan is { } planned ? Rate.Of(yearToDate, planned) : Rate.Empty;
        var time = TimeOf(day);
        return new(basis, Month.Of(day), inMonth, yearToDate, sinceStart, plan, completion, time, completion.PointsAbove(time));
    }

    private static Rate TimeOf(DateOnly day)
    {
        var days = DateTime.DaysInMonth(day.Year, day.Month);
        return Rate.Of((day.Month - 1) * days + day.Day, 12 * days);
    }

    private static Money Sum(IEnumerable<InvestmentEntry> entries) => Money.Sum(entries.Select(entry => entry.Amount));
}
