using System.Text.Json;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>
/// An amount in renminbi, exact to the fen; it may be negative (a reversing entry). 1亿元 = 10,000万元 (DOMAIN 3).
/// Every amount fits a 64-bit count of fen, so it can always be stored; in JSON it is a number of 万元.
/// </summary>
[JsonConverter(typeof(MoneyJson))]
public readonly record struct Money : IComparable<Money>
{
    private const decimal FenInWan = 1_000_000m;
    private const decimal WanInYi = 10_000m;

    private Money(decimal wan) => InWan = wan;

    public static Money Zero => default;

    /// <summary>The amount in 万元, unrounded.</summary>
    public decimal InWan { get; }

    /// <exception cref="ArgumentException">The amount is finer than a fen.</exception>
    /// <exception cref="OverflowException">The amount is beyond what a 64-bit count of fen holds.</exception>
    public static Money Wan(decimal wan)
    {
        if (!FitsFen(wan)) throw new OverflowException($"{wan}万元 is beyond the largest amount that can be recorded.");
        if (!IsWholeFen(wan)) throw new ArgumentException($"{wan}万元 is finer than a fen.", nameof(wan));
        return new(wan);
    }

    /// <inheritdoc cref="Wan"/>
    public static Money Yi(decimal yi) => Wan(yi * WanInYi);

    /// <summary>For amounts from outside: false, where <see cref="Wan"/> would throw.</summary>
    public static bool TryWan(decimal wan, out Money money)
    {
        var recordable = FitsFen(wan) && IsWholeFen(wan);
        money = recordable ? new(wan) : Zero;
        return recordable;
    }

    /// <exception cref="OverflowException">The count is <see cref="long.MinValue"/>, which has no opposite.</exception>
    public static Money FromFen(long fen) => Wan(fen / FenInWan);

    public long ToFen() => (long)(InWan * FenInWan);

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    public static Money operator +(Money left, Money right) => Wan(left.InWan + right.InWan);
    public static Money operator -(Money left, Money right) => Wan(left.InWan - right.InWan);
    public static Money operator -(Money money) => Wan(-money.InWan);
    public static bool operator <(Money left, Money right) => left.InWan < right.InWan;
    public static bool operator >(Money left, Money right) => left.InWan > right.InWan;
    public static bool operator <=(Money left, Money right) => left.InWan <= right.InWan;
    public static bool operator >=(Money left, Money right) => left.InWan >= right.InWan;

    public int CompareTo(Money other) => InWan.CompareTo(other.InWan);

    /// <summary>
    /// The amount as shown: 12300万元, in English CNY 123 million. Rounded half-up to <paramref name="decimals"/> places of 万元
    /// in both languages; trailing zeros are dropped.
    /// </summary>
    public string ShowWan(Language language, int decimals = 2)
    {
        var shown = Numerals.Round(InWan, decimals);
        return language is Language.English ? $"CNY {Numerals.Grouped(shown / 100)} million" : $"{Numerals.Plain(shown)}万元";
    }

    /// <summary>The amount as shown: 70亿元, in English CNY 7 billion. Rounded as in <see cref="ShowWan"/>, to places of 亿元.</summary>
    public string ShowYi(Language language, int decimals = 2)
    {
        var shown = Numerals.Round(InWan / WanInYi, decimals);
        return language is Language.English ? $"CNY {Numerals.Grouped(shown / 10)} billion" : $"{Numerals.Plain(shown)}亿元";
    }

    /// <summary>For logs and debugging; screens choose their unit and language.</summary>
    public override string ToString() => $"{Numerals.Plain(InWan)}万元";

    private static bool FitsFen(decimal wan) => Math.Abs(wan) <= long.MaxValue / FenInWan;

    private static bool IsWholeFen(decimal wan) => decimal.IsInteger(wan * FenInWan);

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryWan(reader.GetDecimal(), out var money)
                ? money
                : throw new JsonException("An amount in 万元 has at most six decimals (a fen) and fits 64 bits of fen.");

        // 1.50 and 1.5 are one amount, so they are the same bytes: the journal's digests are made from them.
        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Numerals.Plain(value.InWan));
    }
}
