using System.Text.Json;
using System.Text.Json.Serialization;

namespace Projects.Domain.Tests.Values;

/// <summary>Values go through the journal, so each comes back equal, with the default options and with the domain's own.</summary>
public sealed class ValuesJsonTests
{
    private static readonly JsonSerializerOptions EnumNames = new() { Converters = { new JsonStringEnumConverter() } };

    public static TheoryData<object> Values =>
    [
        Money.Wan(-12_300.000001m),
        new Quantity(300_000, "吨/年"),
        Figure.Parse("90余"),
        Figure.Parse("约1.5"),
        new Interval(91, 99),
        new Interval(3501, null),
        Rate.Of(2, 5),
        Rate.Of(Figure.Parse("70余"), Figure.Parse("超90")),
        Rate.Empty,
        new PercentPoints(13.825m),
        DayCount.Working(20),
        DayCount.Calendar(90),
        WorkCalendar.China.Due(new(2026, 12, 20), DayCount.Working(20)),
        DueDate.Stated(new(2024, 3, 31)),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_comes_back_equal(object value)
    {
        foreach (var options in new[] { EnumNames, DomainJson.Options })
        {
            var json = JsonSerializer.Serialize(value, value.GetType(), options);
            Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType(), options));
        }
    }

    [Fact]
    public void Derived_numbers_are_not_written()
    {
        Assert.Equal("""{"value":90,"qualifier":"Odd"}""", JsonSerializer.Serialize(Figure.Parse("90余"), DomainJson.Options));
        Assert.Equal(
            """{"numerator":{"lower":2,"upper":2},"denominator":{"lower":5,"upper":5}}""",
            JsonSerializer.Serialize(Rate.Of(2, 5), DomainJson.Options));
    }
}
