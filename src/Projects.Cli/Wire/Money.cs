using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>Money as officials write it: 12300万元, 1.23亿元, 300元. The unit is never guessed.</summary>
internal static class Money
{
    private static readonly (string Suffix, decimal Fen)[] Units =
    [
        ("亿元", 10_000_000_000m), ("亿", 10_000_000_000m), ("yi", 10_000_000_000m), ("万元", 1_000_000m), ("万", 1_000_000m), ("wan", 1_000_000m),
        ("元", 100m), ("yuan", 100m), ("分", 1m), ("fen", 1m),
    ];

    /// <exception cref="UsageException">Without a unit, or not a whole number of fen.</exception>
    public static long Fen(string typed)
    {
        foreach (var (suffix, fen) in Units)
        {
            if (!typed.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            var number = typed[..^suffix.Length].Replace(",", "", StringComparison.Ordinal).Trim();
            if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
                && Math.Abs(amount) < 90_000_000_000_000_000m / fen && amount * fen is var whole && whole == decimal.Truncate(whole))
                return (long)whole;
            break;
        }
        throw new UsageException(new($"“{typed}”不是金额：请连单位一起写，如 1230万元、1.2亿元、300元。", $"'{typed}' is no amount: write it with its unit, as 1230wan, 1.2yi or 300yuan."));
    }

    /// <summary>In 万元 with its unit, 亿元 from one 亿 up; nothing is rounded away.</summary>
    public static string Shown(long fen, Language language) => Math.Abs(fen) >= 10_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{fen / 10_000_000_000m:#,0.##########}{new Said("亿元", " yi yuan").In(language)}")
        : string.Create(CultureInfo.InvariantCulture, $"{fen / 1_000_000m:#,0.######}{new Said("万元", " wan yuan").In(language)}");
}
