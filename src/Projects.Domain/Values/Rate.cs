using System.Globalization;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>
/// A share kept as what it was counted from (DOMAIN 3 and 6). It is rounded only when shown; it is empty when nothing was there
/// to count, and an interval as soon as one of its numbers is inexact. It may exceed 100 %: 20 starts of 15 planned.
/// </summary>
public sealed record Rate
{
    /// <summary>Nothing counted yet: shown as "—", and the start of a roll-up.</summary>
    public static readonly Rate Empty = Of(0, 0);

    /// <exception cref="ArgumentException">The denominator can be negative.</exception>
    [JsonConstructor]
    public Rate(Interval numerator, Interval denominator)
    {
        if (denominator.Lower < 0) throw new ArgumentException("Nothing can be a share of a negative number.", nameof(denominator));
        (Numerator, Denominator) = (numerator, denominator);
    }

    public Interval Numerator { get; }

    public Interval Denominator { get; }

    public static Rate Of(decimal numerator, decimal denominator) => new(Interval.Exactly(numerator), Interval.Exactly(denominator));

    /// <summary>
    /// A share of quoted figures. The two are taken as independent: 90余 of 90余 reaches above 100 %, because the figures do not say
    /// that every one counted above is among those counted below.
    /// </summary>
    public static Rate Of(Figure numerator, Figure denominator) => new(numerator.Interval, denominator.Interval);

    public static Rate Of(Money numerator, Money denominator) => Of(numerator.InWan, denominator.InWan);

    /// <summary>Park to city to province: the counts are added, never the percentages (DOMAIN 6).</summary>
    public static Rate RollUp(IEnumerable<Rate> rates) =>
        rates.Aggregate(Empty, (sum, rate) => new(sum.Numerator + rate.Numerator, sum.Denominator + rate.Denominator));

    [JsonIgnore]
    public bool IsEmpty => Denominator.Upper == 0;

    [JsonIgnore]
    public bool IsExact => !IsEmpty && Numerator.IsExact && Denominator.IsExact;

    /// <summary>The share itself, unrounded (0.4 is 40 %); null when empty or inexact.</summary>
    [JsonIgnore]
    public decimal? Value => IsExact ? Numerator.Lower / Denominator.Lower : null;

    /// <summary>The least and the most the share can be, unrounded; null when empty, or when the figures bound nothing.</summary>
    [JsonIgnore]
    public Interval? Bounds
    {
        get
        {
            if (IsEmpty) return null;
            if (Value is { } value) return Interval.Exactly(value);
            if (Least is not { } least) return null;
            return least == 0 && Most is null ? null : new(least, Most);
        }
    }

    private decimal? Least => Numerator.Lower < 0 ? Over(Numerator.Lower, Denominator.Lower) : Over(Numerator.Lower, Denominator.Upper) ?? 0;

    private decimal? Most => Numerator.Upper switch
    {
        null => null,
        < 0 => Over(Numerator.Upper, Denominator.Upper) ?? 0,
        _ => Over(Numerator.Upper, Denominator.Lower),
    };

    /// <summary>
    /// How far this share is ahead, from the unrounded values: 97.158 % − 83.333 % = 13.8 pp. Null when either is empty or inexact.
    /// </summary>
    public PercentPoints? PointsAbove(Rate other)
    {
        if (!IsExact || !other.IsExact) return null;
        // One division only: two quotients rounded at 28 digits could put 30 pp a hair above the limit of 30 (DOMAIN 5, lights).
        var difference = Numerator.Lower * other.Denominator.Lower - other.Numerator.Lower * Denominator.Lower;
        return new(difference / (Denominator.Lower * other.Denominator.Lower) * 100);
    }

    /// <summary>
    /// 40.0 % · 约71.7%–86.8% · —, half-up to 0.1. With one bound only: 不低于71.7%, 不高于86.8%.
    /// </summary>
    public string Percent(Language language)
    {
        if (Bounds is not { } bounds) return "—";
        if (bounds.IsExact) return $"{Tenths(bounds.Lower)} %";

        var english = language is Language.English;
        var lower = $"{Tenths(bounds.Lower)}%";
        if (bounds.Upper is not { } most) return english ? $"at least {lower}" : $"不低于{lower}";

        var upper = $"{Tenths(most)}%";
        if (Denominator.Upper is null) return english ? $"at most {upper}" : $"不高于{upper}";

        var range = lower == upper ? lower : $"{lower}–{upper}";
        return english ? $"about {range}" : $"约{range}";
    }

    public override string ToString() => Percent(Language.Chinese);

    private static decimal? Over(decimal? numerator, decimal? denominator) => denominator is null or 0 ? null : numerator / denominator;

    private static string Tenths(decimal share) => Numerals.Round(share * 100, 1).ToString("0.0", CultureInfo.InvariantCulture);
}
