using Projects.Cli.Show;

namespace Projects.Cli.Ledger;

/// <summary>Rates of the whole ledger, then by list, tier and unit; a rate that has no total says why.</summary>
internal static class RateSheets
{
    private static readonly Said[] Columns = [new("比率", "rate"), new("结果", "shown"), new("分子", "numerator"), new("分母", "denominator"), new("定义", "definition")];

    public static IEnumerable<Sheet> Of(ListRatesResponse rates, Language language)
    {
        if (rates.Whole is not null)
            yield return Group(rates.Whole, new Said($"全部（{Cells.Date(rates.Date)}）", $"Whole ledger ({Cells.Date(rates.Date)})").In(language), language);
        foreach (var group in rates.Measures.Concat(rates.Lists).Concat(rates.Tiers).Concat(rates.Units))
            yield return Group(group, group.DisplayName, language);
    }

    private static Sheet Group(LedgerRates group, string title, Language language) => new(title,
        [.. Columns.Select(column => column.In(language))],
        [.. group.Rates.Select(rate => (IReadOnlyList<string>)
            [rate.DisplayName, rate.Rate is null ? rate.NoTotal : rate.Rate.Shown, Cells.Interval(rate.Rate?.Numerator), Cells.Interval(rate.Rate?.Denominator), rate.Definition])]);
}
