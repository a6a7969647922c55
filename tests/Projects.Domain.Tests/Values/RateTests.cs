using CsCheck;

namespace Projects.Domain.Tests.Values;

public sealed class RateTests
{
    [Theory]
    [InlineData(2, 5, "40.0 %")]
    [InlineData(1, 3, "33.3 %")]
    [InlineData(20, 15, "133.3 %")]
    [InlineData(1, 800, "0.1 %")]
    [InlineData(1, 2000, "0.1 %")]
    [InlineData(0, 7, "0.0 %")]
    [InlineData(0, 0, "—")]
    [InlineData(3, 0, "—")]
    public void A_rate_is_shown_half_up_to_a_tenth(decimal numerator, decimal denominator, string shown)
    {
        Assert.Equal(shown, Rate.Of(numerator, denominator).Percent(Language.Chinese));
        Assert.Equal(shown, Rate.Of(numerator, denominator).Percent(Language.English));
    }

    [Fact]
    public void The_branch_list_of_the_seed_is_an_interval()
    {
        var rate = Rate.Of(Figure.Parse("70余"), Figure.Parse("90余"));

        Assert.Equal("约71.7%–86.8%", rate.Percent(Language.Chinese));
        Assert.Equal("about 71.7%–86.8%", rate.Percent(Language.English));
        Assert.Equal(new Interval(71m / 99, 79m / 91), rate.Bounds);
        Assert.Null(rate.Value);
    }

    [Theory]
    [InlineData("超70", "90", "不低于78.9%", "at least 78.9%")]
    [InlineData("70", "超90", "不高于76.9%", "at most 76.9%")]
    [InlineData("超70", "超90", "—", "—")]
    [InlineData("0", "90余", "0.0 %", "0.0 %")]
    public void One_bound_is_shown_when_only_one_is_known(string numerator, string denominator, string chinese, string english)
    {
        var rate = Rate.Of(Figure.Parse(numerator), Figure.Parse(denominator));
        Assert.Equal(chinese, rate.Percent(Language.Chinese));
        Assert.Equal(english, rate.Percent(Language.English));
    }

    [Fact]
    public void Money_makes_a_rate() => Assert.Equal("25.0 %", Rate.Of(Money.Wan(2_500m), Money.Yi(1m)).Percent(Language.Chinese));

    [Fact]
    public void A_corrected_amount_below_zero_is_a_negative_rate() =>
        Assert.Equal("-12.5 %", Rate.Of(Money.Wan(-12.5m), Money.Wan(100m)).Percent(Language.Chinese));

    [Fact]
    public void Nothing_is_a_share_of_a_negative_number() => Assert.Throws<ArgumentException>(() => Rate.Of(1, -1));

    [Fact]
    public void Percentage_points_come_from_the_unrounded_values()
    {
        var points = Rate.Of(97.158m, 100).PointsAbove(Rate.Of(83.333m, 100));

        Assert.Equal("13.8个百分点", points?.Show(Language.Chinese));
        Assert.Equal("13.8 pp", points?.Show(Language.English));
        Assert.Equal(13.825m, points?.Value);
    }

    [Fact]
    public void Thirty_points_are_exactly_thirty_whatever_the_fractions() =>
        Gen.Select(Gen.Int[1, 997], Gen.Int[1, 9_973]).Sample((numerator, denominator) =>
        {
            var ahead = Rate.Of(numerator * 10 + denominator * 3, denominator * 10);
            return ahead.PointsAbove(Rate.Of(numerator, denominator)) == new PercentPoints(30);
        });

    [Fact]
    public void The_largest_figures_still_make_rates_and_points()
    {
        var most = Rate.Of(Figure.Parse("100万亿"), Figure.Parse("100万亿"));

        Assert.Equal(new PercentPoints(0), most.PointsAbove(most));
        Assert.Equal("约81.8%–122.2%", Rate.Of(Figure.Parse("约100万亿"), Figure.Parse("约100万亿")).Percent(Language.Chinese));
    }

    [Fact]
    public void No_points_are_claimed_from_an_empty_or_inexact_rate()
    {
        var exact = Rate.Of(2, 5);
        Assert.Null(exact.PointsAbove(Rate.Empty));
        Assert.Null(Rate.Empty.PointsAbove(exact));
        Assert.Null(exact.PointsAbove(Rate.Of(Figure.Parse("70余"), Figure.Exactly(90))));
    }

    [Fact]
    public void A_roll_up_adds_the_counts_not_the_percentages()
    {
        Assert.Equal("30.0 %", Rate.RollUp([Rate.Of(1, 1), Rate.Of(2, 9)]).Percent(Language.Chinese));
        Assert.Equal("—", Rate.RollUp([]).Percent(Language.Chinese));
    }

    [Fact]
    public void A_roll_up_is_an_interval_as_soon_as_one_part_is_inexact()
    {
        var sum = Rate.RollUp([Rate.Of(2, 5), Rate.Of(Figure.Parse("70余"), Figure.Parse("90余"))]);

        Assert.False(sum.IsExact);
        Assert.Equal("约70.2%–84.4%", sum.Percent(Language.Chinese));
    }

    [Fact]
    public void The_true_share_lies_within_the_bounds() =>
        Gen.Select(FigureTests.Figures, FigureTests.Figures, Gen.Bool, Gen.Bool).Sample((numerator, denominator, high, low) =>
        {
            var (above, below) = (End(numerator.Interval, high), End(denominator.Interval, low));
            return below == 0 || Rate.Of(numerator, denominator).Bounds is not { } bounds || bounds.Contains(above / below);
        });

    private static decimal End(Interval interval, bool high) => high ? interval.Upper ?? interval.Lower * 10 : interval.Lower;
}
