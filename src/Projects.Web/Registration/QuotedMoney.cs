namespace Projects.Web.Registration;

/// <summary>Sums of money as documents quote them: kept in 万元 with their qualifier, shown and typed in the words of the document.</summary>
internal static class QuotedMoney
{
    private const decimal YuanInWan = 10_000m;
    private const string Wan = "万元";

    public static Text Example { get; } = new("如：70亿元、约3700万元、超5亿元；没有说明时留空", "As the document says it: 70亿元, 约3700万元, 超5亿元; leave empty when it is not stated");

    public static Text Unreadable { get; } = new("读不懂这个数，请写明单位，如 约70亿元", "cannot be read; give the unit, as in 约70亿元");

    /// <summary>约70亿元, in English CNY about 7,000,000,000; a dash when it is not stated.</summary>
    public static string Show(Figure? inWan, Language language) => inWan is { } figure ? Show(figure, Wan, language) : "—";

    /// <summary>A figure with its unit: 600人; one counted in 万元 as money.</summary>
    public static string Show(Figure figure, string unit, Language language)
    {
        if (!unit.StartsWith(Wan, StringComparison.Ordinal))
            return language is Language.English ? $"{figure.Show(language)} {unit}" : $"{figure.Show(language)}{unit}";
        var (yuan, per) = (new Figure(figure.Value * YuanInWan, figure.Qualifier).Show(language), unit[Wan.Length..]);
        return language is Language.English ? $"CNY {yuan}{per}" : $"{yuan}元{per}";
    }

    /// <summary>What a person typed; money is turned into 万元.</summary>
    /// <param name="unit">万元 or 万元/年 of money; else what was typed: 吨/年, 人.</param>
    public static bool TryRead(string text, out Figure figure, out string unit)
    {
        if (!Figure.TryParse(text, out figure, out unit) || unit.Length == 0)
            return false;
        if (unit[0] != '元')
            return true;
        unit = Wan + unit[1..];
        return Figure.TryOf(figure.Value / YuanInWan, figure.Qualifier, out figure);
    }

    /// <summary>A sum of money, in 万元; null when nothing was typed.</summary>
    public static bool TryReadMoney(string? text, out Figure? inWan)
    {
        inWan = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!TryRead(text, out var figure, out var unit) || unit != Wan)
            return false;
        inWan = figure;
        return true;
    }
}
