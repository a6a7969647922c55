
namespace Projects.Domain.Tests.Values;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("30万吨/年", 300_000, "吨/年", "300,000 t/year")]
    [InlineData("3.5万吨", 35_000, "吨", "35,000 t")]
    [InlineData("6万立方米", 60_000, "立方米", "60,000 m³")]
    [InlineData("600人", 600, "人", "600 people")]
    [InlineData("54个", 54, "个", "54 个")]
    public void A_quantity_is_read_and_shown_with_its_unit(string text, decimal value, string unit, string english)
    {
        var quantity = Quantity.Parse(text);
        Assert.Equal(new Quantity(value, unit), quantity);
        Assert.Equal(text, quantity.Show(Language.Chinese));
        Assert.Equal(english, quantity.Show(Language.English));
    }

    [Theory]
    [InlineData("300")]
    [InlineData("约30万吨")]
    [InlineData("吨")]
    [InlineData("")]
    public void What_is_no_exact_quantity_is_refused(string text)
    {
        Assert.False(Quantity.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Quantity.Parse(text));
    }

    [Fact]
    public void A_quantity_is_never_negative_and_never_without_unit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(-1, "吨"));
        Assert.Throws<ArgumentException>(() => new Quantity(1, " "));
    }
}
