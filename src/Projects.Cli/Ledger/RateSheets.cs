using Projects.Cli.Show;

namespace Projects.Cli.Ledger;

/// <summary>Rates with what they count, a row for the whole and for each measure, list, tier and unit; why a rate has no total, and what each means, stand once below.</summary>
internal static class RateSheets
{
    public static IEnumerable<Sheet> Of(ListRatesResponse rates, Wording wording)
    {
        var reasons = new List<string>();
        var whole = new Said($"总体（{Cells.Date(rates.Date)}）", $"Overall ({Cells.Date(rates.Date)})").In(wording);
        if (rates.Whole is not null)
            yield return Table(whole, [rates.Whole, .. rates.Measures], reasons, wording);
        foreach (var (title, groups) in new[] { (new Said("按清单", "By list"), rates.Lists), (new Said("按层级", "By tier"), rates.Tiers), (new Said("按单位", "By unit"), rates.Units) })
        {
            if (groups.Count > 0)
                yield return Table(title.In(wording), groups, reasons, wording);
        }
        for (var number = 0; number < reasons.Count; number++)
            yield return Sheet.Line($"[{number + 1}] {reasons[number]}");
        if (rates.Whole is { Rates: { Count: > 0 } defined })
        {
            yield return new(new Said("定义", "Definitions").In(wording), [new Said("比率", "rate").In(wording), new Said("定义", "definition").In(wording)],
                [.. defined.Select(rate => (IReadOnlyList<string>)[rate.DisplayName, rate.Definition])]);
        }
    }

    private static Sheet Table(string title, IReadOnlyList<LedgerRates> groups, List<string> reasons, Wording wording)
    {
        var columns = groups.SelectMany(group => group.Rates).Select(rate => rate.DisplayName).Distinct().ToList();
        return new(title, [new Said("范围", "of").In(wording), .. columns],
            [.. groups.Select(group => (IReadOnlyList<string>)
                [group.DisplayName.Length > 0 ? group.DisplayName : new Said("全部", "all").In(wording),
                    .. columns.Select(column => Cell(group.Rates.FirstOrDefault(rate => rate.DisplayName == column), reasons, wording))])]);
    }

    /// <summary>40.0 %（2/5）; a rate that has no total points to the reason below.</summary>
    private static string Cell(LedgerRate? rate, List<string> reasons, Wording wording)
    {
        if (rate is null)
            return "";
        if (rate.Rate is { } known)
        {
            var counted = $"{Cells.Interval(known.Numerator)}/{Cells.Interval(known.Denominator)}";
            return counted == "0/0" ? known.Shown : known.Shown + new Said($"（{counted}）", $" ({counted})").In(wording);
        }
        if (!reasons.Contains(rate.NoTotal))
            reasons.Add(rate.NoTotal);
        return $"[{reasons.IndexOf(rate.NoTotal) + 1}]";
    }
}
