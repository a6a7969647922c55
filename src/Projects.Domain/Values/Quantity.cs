using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>An exact amount of something that is not money, such as a capacity of 12万吨/年.</summary>
public sealed record Quantity
{
    /// <param name="value">The amount, 万 multiplied out; never negative.</param>
    /// <param name="unit">The unit as the document states it: 吨/年, 立方米, 人.</param>
    [JsonConstructor]
    public Quantity(decimal value, string unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        (Value, Unit) = (value, unit);
    }

    public decimal Value { get; }

    public string Unit { get; }

    /// <summary>Reads 30万吨/年. A text without a unit or with a qualifier (约30万吨) is refused: it is a <see cref="Figure"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Quantity? quantity)
    {
        var read = FigureText.TryRead(text, out var value, out var qualifier, out var unit) && qualifier is Qualifier.Exact && unit.Length > 0;
        quantity = read ? new(value, unit) : null;
        return read;
    }

    /// <exception cref="FormatException">The text is not an exact number with a unit.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity) ? quantity : throw new FormatException($"'{text}' is not a quantity such as 12万吨/年.");

    /// <summary>12万吨/年, in English 120,000 t/year; a unit without an English word stays as stated.</summary>
    public string Show(Language language) => language is Language.English
        ? $"{Numerals.Grouped(Value)} {InEnglish(Unit)}"
        : $"{Numerals.Show(Value, language)}{Unit}";

    public override string ToString() => Show(Language.Chinese);

    private static string InEnglish(string unit) => unit switch
    {
        "吨" => "t",
        "吨/年" => "t/year",
        "吨/日" => "t/day",
        "立方米" => "m³",
        "立方米/年" => "m³/year",
        "平方米" => "m²",
        "亩" => "mu",
        "人" or "名" => "people",
        "家" or "户" => "enterprises",
        "千瓦" => "kW",
        "兆瓦" => "MW",
        _ => unit,
    };
}
