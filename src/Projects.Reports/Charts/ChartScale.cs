namespace Projects.Reports.Charts;

/// <summary>The value axis of a chart, the same on paper and on the screen: from a round number to a round number in round steps, zero among them.</summary>
internal sealed record ChartScale(decimal Least, decimal Most, decimal Step)
{
    private const int MostSteps = 6;

    public static ChartScale Of(ReportChart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values).OfType<decimal>().Append(0).ToList();
        var (least, most) = (values.Min(), values.Max());
        var step = StepFor(most - least);
        var (from, to) = (decimal.Floor(least / step) * step, decimal.Ceiling(most / step) * step);
        return new(from, from == to ? to + step : to, step);
    }

    /// <summary>Where the axis is marked, from below.</summary>
    public IEnumerable<decimal> Marks
    {
        get
        {
            for (var mark = Least; mark <= Most; mark += Step)
                yield return mark;
        }
    }

    /// <summary>1, 2 or 5 with as many zeros as it takes; never under 1, since counts are whole.</summary>
    private static decimal StepFor(decimal span)
    {
        for (var unit = 1m; ; unit *= 10)
        {
            foreach (var step in new[] { unit, unit * 2, unit * 5 })
            {
                if (step * MostSteps >= span)
                    return step;
            }
        }
    }
}
