using System.Collections.Immutable;

namespace Projects.Host.Gateway;

/// <summary>The rates of DOMAIN 6 with what they were counted from, from the domain to the wire.</summary>
internal static class RateMessages
{
    private const string Overdue = "overdue_rate";

    /// <summary>A group of issues; which group it is, the caller sets.</summary>
    public static V1.LedgerRates Of(RateSheet sheet, string displayName, Language language)
    {
        var wire = new V1.LedgerRates
        {
            DisplayName = displayName,
            Measures = { sheet.Measures.Select(measure => measure.ToWire()) },
            Rates = { sheet.Rates.Select((rate, place) => Of(rate, (V1.RateKind)(place + 1), language)) },
            Issues = CountsOf(sheet),
            StandingCount = sheet.Standing.Total,
        };
        if (sheet.HandlingTime.MedianWorkingDays is { } median)
            wire.MedianWorkingDays = median;
        return wire;
    }

    public static V1.IssueCounts CountsOf(RateSheet sheet) => new()
    {
        Open = Sum(sheet.States, state => state.IsOpen()),
        Overdue = (int)(sheet[Overdue].Rate?.Numerator.Lower ?? 0),
        Closed = Sum(sheet.States, state => state.IsClosed()),
        Watched = sheet.Standing.UnderWatch,
    };

    /// <summary>What a list counts as done, out of all.</summary>
    public static Rate HeadlineOf(RateSheet sheet, Measure measure) =>
        sheet.HeadlineOf(measure).Rate ?? Rate.Empty;

    private static V1.LedgerRate Of(NamedRate rate, V1.RateKind kind, Language language) => new()
    {
        Kind = kind,
        DisplayName = rate.Name.In(language),
        Rate = rate.Rate?.ToWire(language),
        Definition = rate.Definition.In(language),
        NoTotal = rate.NoTotal?.In(language) ?? "",
    };

    private static int Sum(ImmutableSortedDictionary<IssueState, int> states, Func<IssueState, bool> which) =>
        states.Where(pair => which(pair.Key)).Sum(pair => pair.Value);
}
