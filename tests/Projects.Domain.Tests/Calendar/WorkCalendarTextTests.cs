
namespace Projects.Domain.Tests.Calendar;

/// <summary>Another edition of the calendar is data a park may hold; what is wrong with it is told with its line.</summary>
public sealed class WorkCalendarTextTests
{
    [Fact]
    public void A_park_may_hold_another_version()
    {
        var calendar = WorkCalendar.Parse("""
            # the notice for 2027, as a trial
            version trial-2027

            2027 holidays 01-01..01-03 02-05..02-11
            2027 make-up 02-14
            """);

        Assert.Equal("trial-2027", calendar.Version);
        Assert.False(calendar.IsWorkingDay(new(2027, 2, 5)));
        Assert.True(calendar.IsWorkingDay(new(2027, 2, 14)));
        Assert.Equal(
            new DueDate(new(2027, 1, 4), DayBasis.Working, "trial-2027", false),
            calendar.Due(new(2026, 12, 31), DayCount.Working(1)));
    }

    [Fact]
    public void Lines_may_end_as_on_windows() =>
        Assert.Equal("v1", WorkCalendar.Parse("version v1\r\n2027 holidays 01-01\r\n").Version);

    [Theory]
    [InlineData("version a;version b", "line 2: the version is given twice")]
    [InlineData("2027 holidays 01-01", "line 1: no line gives the version")]
    [InlineData("version a", "line 1: no line gives a year's holidays")]
    [InlineData("version a;2027 free 01-01", "line 2: expected 'version NAME', 'YEAR holidays DAYS' or 'YEAR make-up DAYS'")]
    [InlineData("version a;27x holidays 01-01", "line 2: '27x' is no year")]
    [InlineData("version a;;2027 holidays 02-30", "line 3: '02-30' is no day (MM-dd) of 2027")]
    [InlineData("version a;2027 holidays 1-1", "line 2: '1-1' is no day (MM-dd) of 2027")]
    [InlineData("version a;2027 holidays 01-03..01-01", "line 2: '01-03..01-01' ends before it begins")]
    [InlineData("version a;2027 holidays 01-01..01-02..01-03", "line 2: '01-01..01-02..01-03' is neither a day nor a range of days")]
    [InlineData("version a;2027 holidays 01-01 01-01", "line 2: 2027-01-01 is given twice")]
    [InlineData("version a;2027 holidays 01-01;2027 holidays 05-01", "line 3: the holidays of 2027 stand already in line 2")]
    [InlineData("version a;2027 make-up 02-14", "line 2: the make-up days of 2027 stand before its holidays")]
    [InlineData("version a;2027 holidays 01-01;2027 make-up 02-15", "line 3: 2027-02-15 is no weekend day, so nothing is made up on it")]
    [InlineData("version a;2027 holidays 01-02;2027 make-up 01-02", "line 3: 2027-01-02 is a holiday and a make-up day")]
    [InlineData("version a;2027 holidays 01-01;2027 make-up 02-14 02-14", "line 3: 2027-02-14 is given twice")]
    [InlineData("version a;2027 holidays 01-01;2029 holidays 01-01", "line 3: 2028 is missing between 2027 and 2029")]
    public void A_fault_names_its_line(string lines, string fault)
    {
        var data = lines.Replace(';', '\n');
        Assert.Equal($"Calendar {fault}.", Assert.Throws<FormatException>(() => WorkCalendar.Parse(data)).Message);
    }
}
