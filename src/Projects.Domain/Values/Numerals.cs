using System.Globalization;

namespace Projects;

/// <summary>How a number is written out in full, never rounded: 30万 in Chinese, 300,000 in English.</summary>
internal static class Numerals
{
    internal const decimal Wan = 10_000m;
    internal const decimal Yi = 100_000_000m;

    internal static string Show(decimal value, Language language) => language switch
    {
        Language.English => Grouped(value),
        _ when FitsIn(Yi, value) => Plain(value / Yi) + "亿",
        _ when FitsIn(Wan, value) => Plain(value / Wan) + "万",
        _ => Plain(value),
    };

    /// <summary>四舍五入: a half goes away from zero, so that a reversing entry shows the same digits as the entry it reverses.</summary>
    internal static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Digits alone, trailing zeros dropped: 1.50 is 1.5.</summary>
    internal static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    internal static string Grouped(decimal value) => value.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    // 1.5亿 and 3700万 are how people write; 1.2345万 is not: past two decimals the number stands in full.
    private static bool FitsIn(decimal multiplier, decimal value)
    {
        if (Math.Abs(value) < multiplier) return false;
        var scaled = value / multiplier;
        return scaled == Math.Round(scaled, 2);
    }
}
