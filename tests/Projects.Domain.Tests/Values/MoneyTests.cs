using System.Text.Json;
using CsCheck;

namespace Projects.Domain.Tests.Values;

public sealed class MoneyTests
{
    private static readonly Gen<Money> Amounts = Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000].Select(Money.FromFen);

    [Fact]
    public void One_yi_is_ten_thousand_wan() => Assert.Equal(Money.Wan(700_000m), Money.Yi(70m));

    [Theory]
    [InlineData("0.000001", 1)]
    [InlineData("1", 1_000_000)]
    [InlineData("-12300.5", -12_300_500_000)]
    [InlineData("9223372036854.775807", long.MaxValue)]
    [InlineData("-9223372036854.775807", -long.MaxValue)]
    public void Fen_are_exact_both_ways(string wan, long fen)
    {
        Assert.Equal(fen, Money.Wan(decimal.Parse(wan)).ToFen());
        Assert.Equal(Money.Wan(decimal.Parse(wan)), Money.FromFen(fen));
    }

    [Fact]
    public void An_amount_finer_than_a_fen_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Money.Wan(0.0000001m));
        Assert.False(Money.TryWan(0.0000001m, out _));
        Assert.True(Money.TryWan(1.500_000_000m, out var money));
        Assert.Equal(Money.FromFen(1_500_000), money);
    }

    [Fact]
    public void An_amount_beyond_64_bits_of_fen_is_refused()
    {
        Assert.Throws<OverflowException>(() => Money.Wan(9_223_372_036_854.775808m));
        Assert.Throws<OverflowException>(() => Money.Yi(decimal.MaxValue));
        Assert.Throws<OverflowException>(() => Money.FromFen(long.MaxValue) + Money.FromFen(1));
        Assert.False(Money.TryWan(decimal.MinValue, out _));
    }

    [Fact]
    public void The_least_count_of_fen_is_refused_because_it_could_not_be_reversed() =>
        Assert.Throws<OverflowException>(() => Money.FromFen(long.MinValue));

    [Theory]
    [InlineData("12300", "12300万元", "CNY 123 million")]
    [InlineData("3700", "3700万元", "CNY 37 million")]
    [InlineData("0.005", "0.01万元", "CNY 0.0001 million")]
    [InlineData("0.0049", "0万元", "CNY 0 million")]
    [InlineData("-0.005", "-0.01万元", "CNY -0.0001 million")]
    [InlineData("-0.001", "0万元", "CNY 0 million")]
    [InlineData("1234567.891", "1234567.89万元", "CNY 12,345.6789 million")]
    public void Wan_are_rounded_half_up_only_when_shown(string wan, string chinese, string english)
    {
        Assert.Equal(chinese, Money.Wan(decimal.Parse(wan)).ShowWan(Language.Chinese));
        Assert.Equal(english, Money.Wan(decimal.Parse(wan)).ShowWan(Language.English));
    }

    [Theory]
    [InlineData("700000", "70亿元", "CNY 7 billion")]
    [InlineData("50000", "5亿元", "CNY 0.5 billion")]
    [InlineData("12350", "1.24亿元", "CNY 0.124 billion")]
    public void Yi_are_rounded_half_up_only_when_shown(string wan, string chinese, string english)
    {
        Assert.Equal(chinese, Money.Wan(decimal.Parse(wan)).ShowYi(Language.Chinese));
        Assert.Equal(english, Money.Wan(decimal.Parse(wan)).ShowYi(Language.English));
    }

    [Fact]
    public void Amounts_add_up_to_the_fen_in_any_order() =>
        Amounts.List[0, 40].Sample(amounts =>
        {
            var sum = Money.Sum(amounts);
            amounts.Reverse();
            return sum.ToFen() == amounts.Sum(amount => amount.ToFen()) && sum == Money.Sum(amounts);
        });

    [Fact]
    public void A_reversing_amount_brings_the_sum_back() =>
        Gen.Select(Amounts, Amounts).Sample((a, b) => a + b + -b == a && a - b == -(b - a));

    [Fact]
    public void Amounts_compare_as_their_fen_do() =>
        Gen.Select(Amounts, Amounts).Sample((a, b) =>
            a < b == a.ToFen() < b.ToFen() && a >= b == a.ToFen() >= b.ToFen() && a.CompareTo(b) == a.ToFen().CompareTo(b.ToFen()));

    [Fact]
    public void In_json_an_amount_is_a_number_of_wan()
    {
        Assert.Equal("12300.5", JsonSerializer.Serialize(Money.Wan(12_300.500m)));
        Amounts.Sample(money => JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(money)) == money);
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1e20")]
    [InlineData("1e40")]
    [InlineData("\"5\"")]
    [InlineData("null")]
    public void Json_that_is_no_amount_is_told_so(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));
}
