namespace Projects.Web.Investment;

/// <summary>One month of the S-curve of one basis, both sums running up from the first month shown.</summary>
/// <param name="Planned">Null in a year without a plan.</param>
/// <param name="Actual">Null in a month to come.</param>
internal sealed record CurvePoint(Month Month, Money? Planned, Money? Actual)
{
    public string Label => Month.ToString();

    /// <summary>In 万元, for the chart's axis.</summary>
    public decimal PlannedWan => Planned?.InWan ?? 0;

    /// <inheritdoc cref="PlannedWan"/>
    public decimal ActualWan => Actual?.InWan ?? 0;

    /// <summary>Every month from the first planned or entered to the last, or those of one year.</summary>
    /// <param name="year">Null for all years together.</param>
    public static IReadOnlyList<CurvePoint> Of(InvestmentAccount account, InvestmentBasis basis, int? year, DateOnly today)
    {
        var plans = account.Plans.Where(plan => plan.Basis == basis && (year is null || plan.Year == year)).ToDictionary(plan => plan.Year);
        var entries = account.Entries.Where(entry => entry.Basis == basis && (year is null || entry.Month.Year == year)).ToLookup(entry => entry.Month, entry => entry.Amount);
        var months = plans.Keys.SelectMany(planned => new[] { new Month(planned, 1), new Month(planned, 12) }).Concat(entries.Select(month => month.Key)).ToList();
        if (months.Count == 0)
            return [];
        var (points, planSum, actualSum) = (new List<CurvePoint>(), Money.Zero, Money.Zero);
        for (var month = months.Min(); month.CompareTo(months.Max()) <= 0; month = month.Next)
        {
            var plan = plans.GetValueOrDefault(month.Year);
            planSum += plan?.Months[month.Number - 1] ?? Money.Zero;
            actualSum += Money.Sum(entries[month]);
            points.Add(new(month, plan is null ? null : planSum, month.FirstDay <= today ? actualSum : null));
        }
        return points;
    }
}
