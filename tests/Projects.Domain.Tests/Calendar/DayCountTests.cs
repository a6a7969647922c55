
namespace Projects.Domain.Tests.Calendar;

public sealed class DayCountTests
{
    [Theory]
    [InlineData(5, DayBasis.Working, "5个工作日", "5 working days")]
    [InlineData(1, DayBasis.Working, "1个工作日", "1 working day")]
    [InlineData(90, DayBasis.Calendar, "90日", "90 days")]
    [InlineData(1, DayBasis.Calendar, "1日", "1 day")]
    public void A_time_limit_is_shown_with_its_basis(int days, DayBasis basis, string chinese, string english)
    {
        Assert.Equal(chinese, new DayCount(days, basis).Show(Language.Chinese));
        Assert.Equal(english, new DayCount(days, basis).Show(Language.English));
    }
}
