using CsCheck;

namespace Projects.Domain.Tests.Calendar;

public sealed class BusinessDayTests
{
    [Theory]
    [InlineData("2024-01-11T15:59:59.9999999Z", "2024-01-11")]
    [InlineData("2024-01-11T16:00:00Z", "2024-01-12")]
    [InlineData("2024-07-01T00:00:00Z", "2024-07-01")]
    [InlineData("2024-01-12T00:00:00+08:00", "2024-01-12")]
    [InlineData("2024-01-11T12:00:00-05:00", "2024-01-12")]
    public void A_day_begins_at_midnight_in_Shanghai(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), BusinessDay.Of(DateTimeOffset.Parse(instant)));

    [Fact]
    public void A_day_runs_from_its_start_to_the_start_of_the_next() =>
        Gen.DateOnly[new(2004, 1, 1), new(2100, 1, 1)].Sample(day =>
            BusinessDay.Of(BusinessDay.StartOf(day)) == day
            && BusinessDay.Of(BusinessDay.StartOf(day.AddDays(1)).AddTicks(-1)) == day
            && BusinessDay.StartOf(day).Offset == TimeSpan.Zero);
}
