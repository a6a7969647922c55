using System.Text.Json.Serialization;

namespace Projects;

/// <summary>The numbers a quoted figure may stand for, both bounds included.</summary>
public sealed record Interval
{
    /// <param name="lower">The least it can be.</param>
    /// <param name="upper">The most it can be; null when nothing bounds it.</param>
    [JsonConstructor]
    public Interval(decimal lower, decimal? upper)
    {
        if (upper < lower) throw new ArgumentException($"An interval cannot run from {lower} down to {upper}.", nameof(upper));
        (Lower, Upper) = (lower, upper);
    }

    public decimal Lower { get; }

    /// <summary>Null when nothing bounds it from above.</summary>
    public decimal? Upper { get; }

    [JsonIgnore]
    public bool IsExact => Lower == Upper;

    public static Interval Exactly(decimal value) => new(value, value);

    public static Interval Sum(IEnumerable<Interval> parts) => parts.Aggregate(Exactly(0), (sum, part) => sum + part);

    public static Interval operator +(Interval left, Interval right) => new(left.Lower + right.Lower, left.Upper + right.Upper);

    public bool Contains(decimal value) => value >= Lower && (Upper is null || value <= Upper);

    /// <summary>7 · 约161–178 · 3501以上, in English 7 · about 161–178 · at least 3,501.</summary>
    public string Show(Language language)
    {
        string Number(decimal value) => Numerals.Show(value, language);
        return (language, Upper) switch
        {
            (_, { } upper) when upper == Lower => Number(Lower),
            (Language.English, { } upper) => $"about {Number(Lower)}–{Number(upper)}",
            (Language.English, null) => $"at least {Number(Lower)}",
            (_, { } upper) => $"约{Number(Lower)}–{Number(upper)}",
            _ => $"{Number(Lower)}以上",
        };
    }
}
