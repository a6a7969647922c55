using CsCheck;

namespace Projects.Domain.Tests.Values;

public sealed class FigureTests
{
    [Theory]
    [InlineData("600", 600, Qualifier.Exact)]
    [InlineData("1,145", 1145, Qualifier.Exact)]
    [InlineData("90余", 90, Qualifier.Odd)]
    [InlineData("90多", 90, Qualifier.Odd)]
    [InlineData("30余万", 300_000, Qualifier.Odd)]
    [InlineData("超3500", 3500, Qualifier.MoreThan)]
    [InlineData("超过3500", 3500, Qualifier.MoreThan)]
    [InlineData("逾3500", 3500, Qualifier.MoreThan)]
    [InlineData("近20", 20, Qualifier.Nearly)]
    [InlineData("约5亿", 500_000_000, Qualifier.About)]
    [InlineData("约 5 亿元", 500_000_000, Qualifier.About)]
    [InlineData("约1.5万", 15_000, Qualifier.About)]
    [InlineData("3700万元左右", 37_000_000, Qualifier.About)]
    [InlineData("１５０左右", 150, Qualifier.About)]
    [InlineData("2万亿", 2_000_000_000_000, Qualifier.Exact)]
    [InlineData("约100万亿", 100_000_000_000_000, Qualifier.About)]
    public void A_figure_is_read_as_it_is_quoted(string text, decimal value, Qualifier qualifier)
    {
        Assert.True(Figure.TryParse(text, out var figure));
        Assert.Equal(new Figure(value, qualifier), figure);
    }

    [Theory]
    [InlineData("30余次", "30余", "次")]
    [InlineData("超3500名", "超3500", "名")]
    [InlineData("3700万元左右/年", "约3700万", "元/年")]
    [InlineData("约30万吨/年", "约30万", "吨/年")]
    [InlineData("30万吨/年左右", "约30万", "吨/年")]
    [InlineData("30万千瓦", "30万", "千瓦")]
    [InlineData("近20", "近20", "")]
    public void The_unit_is_handed_back_beside_the_figure(string text, string shown, string expectedUnit)
    {
        Assert.True(Figure.TryParse(text, out var figure, out var unit));
        Assert.Equal(shown, figure.Show(Language.Chinese));
        Assert.Equal(expectedUnit, unit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("余")]
    [InlineData("约90余")]
    [InlineData("超5亿左右")]
    [InlineData("30余万余")]
    [InlineData("3700万元左右/年左右")]
    [InlineData("75余")]
    [InlineData("1.5余")]
    [InlineData("约0")]
    [InlineData("-5")]
    [InlineData("90-99")]
    [InlineData("1,14")]
    [InlineData("1.2.3")]
    [InlineData("30次")]
    [InlineData("9999999999999999")]
    [InlineData("101万亿")]
    public void What_is_no_figure_is_refused(string? text) => Assert.False(Figure.TryParse(text, out _));

    [Fact]
    public void A_text_longer_than_any_figure_is_refused() => Assert.False(Figure.TryParse(new string('9', 10_000_000), out _));

    [Fact]
    public void A_fault_in_parsing_names_the_text() =>
        Assert.Contains("'90-99'", Assert.Throws<FormatException>(() => Figure.Parse("90-99")).Message);

    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("90余", 91, 99)]
    [InlineData("70余", 71, 79)]
    [InlineData("130余", 131, 139)]
    [InlineData("100余", 101, 199)]
    [InlineData("1100余", 1101, 1199)]
    [InlineData("1.5万余", 15_001, 15_999)]
    [InlineData("近20", 11, 19)]
    [InlineData("近100", 91, 99)]
    [InlineData("近3500", 3401, 3499)]
    [InlineData("近5", 4, 4)]
    [InlineData("近1.5", 1.4, 1.5)]
    [InlineData("约5", 4, 6)]
    [InlineData("约150", 135, 165)]
    [InlineData("约5亿", 450_000_000, 550_000_000)]
    [InlineData("约1.5", 1.35, 1.65)]
    public void A_qualifier_bounds_what_the_number_can_be(string text, decimal lower, decimal upper) =>
        Assert.Equal(new Interval(lower, upper), Figure.Parse(text).Interval);

    [Theory]
    [InlineData("超3500", 3501)]
    [InlineData("超1.5", 1.5)]
    public void Nothing_bounds_more_than_from_above(string text, decimal lower) =>
        Assert.Equal(new Interval(lower, null), Figure.Parse(text).Interval);

    [Theory]
    [InlineData("90余", "90-odd")]
    [InlineData("超3500", "over 3,500")]
    [InlineData("近20", "nearly 20")]
    [InlineData("约5亿", "about 500,000,000")]
    [InlineData("约1.5亿", "about 150,000,000")]
    [InlineData("3700万", "37,000,000")]
    [InlineData("12345", "12,345")]
    public void A_figure_is_shown_as_it_was_quoted(string chinese, string english)
    {
        Assert.Equal(chinese, Figure.Parse(chinese).Show(Language.Chinese));
        Assert.Equal(english, Figure.Parse(chinese).Show(Language.English));
    }

    [Fact]
    public void Adding_quoted_figures_gives_an_interval()
    {
        Assert.Equal(new Interval(162, 178), Figure.Parse("90余") + Figure.Parse("70余"));
        Assert.Equal(new Interval(3506, null), Figure.Parse("超3500") + Figure.Exactly(5));
        Assert.Equal(Interval.Exactly(7), Figure.Exactly(5) + Figure.Exactly(2));
    }

    [Theory]
    [InlineData("90余", "70余", "约162–178", "about 162–178")]
    [InlineData("超3500", "5", "3506以上", "at least 3,506")]
    [InlineData("5", "2", "7", "7")]
    public void A_sum_is_shown_with_what_is_known_of_it(string left, string right, string chinese, string english)
    {
        var sum = Figure.Parse(left) + Figure.Parse(right);
        Assert.Equal(chinese, sum.Show(Language.Chinese));
        Assert.Equal(english, sum.Show(Language.English));
    }

    [Fact]
    public void An_interval_cannot_run_downwards() => Assert.Throws<ArgumentException>(() => new Interval(2, 1));

    [Fact]
    public void Every_figure_can_be_read_back_from_its_words() =>
        Figures.Sample(figure => Figure.Parse(figure.Show(Language.Chinese)) == figure);

    [Fact]
    public void Only_an_exact_figure_may_be_the_quoted_number_itself_or_the_number_about_it() =>
        Figures.Sample(figure => figure.Interval.Contains(figure.Value) == figure.Qualifier is Qualifier.Exact or Qualifier.About);

    [Fact]
    public void The_sum_of_true_numbers_lies_in_the_sum_of_their_figures() =>
        Gen.Select(Figures, Figures, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((left, right, a, b) =>
            (left + right).Contains(Within(left.Interval, a) + Within(right.Interval, b)));

    internal static readonly Gen<Figure> Figures = Gen
        .Select(Gen.Long[1, 99_999], Gen.Int[0, 6], Gen.Enum<Qualifier>())
        .Select((digits, zeros, qualifier) => (Value: digits * (decimal)Math.Pow(10, zeros), qualifier))
        .Where(figure => figure.qualifier is not Qualifier.Odd || figure.Value % 10 == 0)
        .Select(figure => new Figure(figure.Value, figure.qualifier));

    private static decimal Within(Interval interval, double share) =>
        decimal.Floor(interval.Lower + (decimal)share * ((interval.Upper ?? interval.Lower * 3) - interval.Lower));
}
