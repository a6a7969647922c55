using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>What a quoted number claims about the true one (DOMAIN 2 and 3).</summary>
public enum Qualifier
{
    Exact,

    /// <summary>余: 90余.</summary>
    Odd,

    /// <summary>超: 超3500.</summary>
    MoreThan,

    /// <summary>近: 近20.</summary>
    Nearly,

    /// <summary>约, 左右: 约5亿.</summary>
    About,
}

/// <summary>
/// A number as a document quotes it. 90余 is kept as 90 and 余, because storing 90 would invent a fact (DOMAIN 2);
/// arithmetic goes over its <see cref="Interval"/>. A sum of money is a figure in yuan.
/// </summary>
public readonly record struct Figure
{
    // 100万亿, above anything a park can quote; it keeps every sum and product of figures within an exact decimal.
    private const decimal Largest = 100_000_000_000_000m;

    /// <exception cref="ArgumentException">
    /// The value is negative or above 100万亿; or zero with a qualifier; or 余 stands after a number that leaves no room for it (75余).
    /// </exception>
    [JsonConstructor]
    public Figure(decimal value, Qualifier qualifier)
    {
        if (!IsSensible(value, qualifier)) throw new ArgumentException($"{value} cannot be quoted as {qualifier}.", nameof(value));
        (Value, Qualifier) = (value, qualifier);
    }

    public decimal Value { get; }

    public Qualifier Qualifier { get; }

    /// <summary>
    /// What the figure may stand for. Figures count whole things (items, people, yuan), so "more than 90" begins at 91;
    /// a figure with a fraction measures, and its bounds touch its value.
    /// <list type="table">
    /// <item><term>余</term><description>up to, without reaching, the next step of its last digit that is not zero: 70余 = 71–79, 130余 = 131–139, 1100余 = 1101–1199.</description></item>
    /// <item><term>超</term><description>anything above: 超3500 = 3501 and more.</description></item>
    /// <item><term>近</term><description>down to, without reaching, the step below: 近20 = 11–19, 近3500 = 3401–3499. Below a round power of ten the step is a tenth of it: 近100 = 91–99.</description></item>
    /// <item><term>约</term><description>a tenth either way, counted outwards: 约150 = 135–165, 约5 = 4–6.</description></item>
    /// </list>
    /// </summary>
    [JsonIgnore]
    public Interval Interval => Qualifier switch
    {
        Qualifier.Odd => new(Value + 1, Value + Step(Value) - 1),
        Qualifier.MoreThan => new(Value + Least, null),
        Qualifier.Nearly => new(Math.Min(Value - StepBelow(Value) + Least, Value - Least), Value - Least),
        Qualifier.About when Least == 1 => new(decimal.Floor(Value * 0.9m), decimal.Ceiling(Value * 1.1m)),
        Qualifier.About => new(Value * 0.9m, Value * 1.1m),
        _ => Interval.Exactly(Value),
    };

    // The smallest difference between two true numbers: one thing when things are counted.
    private decimal Least => decimal.IsInteger(Value) ? 1 : 0;

    /// <summary>For numbers from outside: false, where the constructor would throw.</summary>
    public static bool TryOf(decimal value, Qualifier qualifier, out Figure figure)
    {
        var sensible = IsSensible(value, qualifier);
        figure = sensible ? new(value, qualifier) : default;
        return sensible;
    }

    public static Figure Exactly(decimal value) => new(value, Qualifier.Exact);

    public static Interval operator +(Figure left, Figure right) => left.Interval + right.Interval;

    /// <summary>Reads 90余, 超3500, 近20, 约5亿, 3700万元左右. Any unit but 元 (yuan) is refused, for it would be lost.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Figure figure)
    {
        var read = TryParse(text, out figure, out var unit) && unit is "" or "元";
        if (!read) figure = default;
        return read;
    }

    /// <summary>Reads a figure with its unit, as in 30余次 or 3700万元左右/年.</summary>
    /// <param name="text">One figure, nothing before or after it.</param>
    /// <param name="figure">The figure, 万 and 亿 multiplied out.</param>
    /// <param name="unit">What it counts (次, 元/年); empty when the text does not say.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Figure figure, out string unit)
    {
        figure = default;
        if (!FigureText.TryRead(text, out var value, out var qualifier, out unit) || !IsSensible(value, qualifier)) return false;
        figure = new(value, qualifier);
        return true;
    }

    /// <exception cref="FormatException">The text is not one figure.</exception>
    public static Figure Parse(string text) =>
        TryParse(text, out var figure) ? figure : throw new FormatException($"'{text}' is not a figure such as 90余, 超3500 or 约5亿.");

    /// <summary>90余 · 超3500 · 近20 · 约5亿, in English 90-odd · over 3,500 · nearly 20 · about 500,000,000.</summary>
    public string Show(Language language)
    {
        var number = Numerals.Show(Value, language);
        return (language, Qualifier) switch
        {
            (Language.English, Qualifier.Odd) => $"{number}-odd",
            (Language.English, Qualifier.MoreThan) => $"over {number}",
            (Language.English, Qualifier.Nearly) => $"nearly {number}",
            (Language.English, Qualifier.About) => $"about {number}",
            (_, Qualifier.Odd) => $"{number}余",
            (_, Qualifier.MoreThan) => $"超{number}",
            (_, Qualifier.Nearly) => $"近{number}",
            (_, Qualifier.About) => $"约{number}",
            _ => number,
        };
    }

    public override string ToString() => Show(Language.Chinese);

    private static bool IsSensible(decimal value, Qualifier qualifier) => value is >= 0 and <= Largest && qualifier switch
    {
        Qualifier.Exact => true,
        Qualifier.Odd => value > 0 && Step(value) > 1,
        _ => value > 0,
    };

    // The place of the last digit that is not zero: 10 in 130, 100 in 1100, 0.1 in 1.5.
    private static decimal Step(decimal value)
    {
        var step = 1m;
        while (value % step != 0) step /= 10;
        while (value % (step * 10) == 0) step *= 10;
        return step;
    }

    private static decimal StepBelow(decimal value)
    {
        var step = Step(value);
        return step == value && step > 1 ? step / 10 : step;
    }
}
