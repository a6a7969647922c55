using CsCheck;

namespace Projects.Domain.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    // Ten years beyond the published span on either side.
    private static readonly Gen<DateOnly> Dates = Gen.Int[new DateOnly(1994, 1, 1).DayNumber, new DateOnly(2036, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly> WorkingDates = Dates.Where(China.IsWorkingDay);

    [Theory]
    [InlineData("2023-09-22", 20, "2023-10-26")]
    [InlineData("2024-02-01", 5, "2024-02-07")]
    [InlineData("2024-02-09", 1, "2024-02-18")]
    [InlineData("2024-02-10", 1, "2024-02-18")]
    [InlineData("2024-02-10", 0, "2024-02-10")]
    public void Working_days_are_counted_from_the_day_after(string from, int days, string to) =>
        Assert.Equal(Day(to), China.AddWorkingDays(Day(from), days));

    [Theory]
    [InlineData("2023-10-26", 20, "2023-09-22")]
    [InlineData("2024-02-19", 2, "2024-02-09")]
    [InlineData("2024-02-10", 0, "2024-02-10")]
    public void Working_days_are_counted_back_from_the_day_before(string from, int days, string to) =>
        Assert.Equal(Day(to), China.SubtractWorkingDays(Day(from), days));

    [Theory]
    [InlineData("2023-09-22", "2023-10-26", 20)]
    [InlineData("2023-10-26", "2023-09-22", -20)]
    [InlineData("2024-02-09", "2024-02-17", 0)]
    [InlineData("2024-02-09", "2024-02-09", 0)]
    public void Days_between_leave_out_the_first_and_take_the_last(string from, string to, int days) =>
        Assert.Equal(days, China.WorkingDaysBetween(Day(from), Day(to)));

    [Theory]
    [InlineData("2024-02-04", true)] // a Sunday made up for the Spring Festival
    [InlineData("2024-02-12", false)] // a Monday of the Spring Festival
    [InlineData("2024-02-03", false)] // a plain Saturday
    [InlineData("2024-02-05", true)] // a plain Monday
    [InlineData("2015-09-03", false)] // the one-time holiday of 2015
    [InlineData("2020-01-31", false)] // the Spring Festival lengthened by the epidemic
    [InlineData("2026-02-28", true)]
    [InlineData("2027-01-01", true)] // not published: plain Monday to Friday
    [InlineData("2003-10-01", true)]
    public void A_day_is_worked_or_free_as_the_notice_says(string day, bool worked) =>
        Assert.Equal(worked, China.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData(2007, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) =>
        Assert.Equal(days, China.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)));

    [Fact]
    public void The_shipped_calendar_says_which_years_it_knows()
    {
        Assert.Equal("china-2026.1", China.Version);
        Assert.Equal([2004, 2026], [China.FirstYear, China.LastYear]);
        Assert.False(China.IsPublished(2003));
        Assert.True(China.IsPublished(2004));
        Assert.True(China.IsPublished(2026));
        Assert.False(China.IsPublished(2027));
    }

    [Theory]
    [InlineData("2023-09-22", 20, "2023-10-26", false)]
    [InlineData("2003-12-31", 1, "2004-01-02", false)]
    [InlineData("2003-12-30", 1, "2003-12-31", true)]
    [InlineData("2003-12-30", 3, "2004-01-05", true)]
    [InlineData("2026-12-30", 1, "2026-12-31", false)]
    [InlineData("2026-12-31", 1, "2027-01-01", true)]
    [InlineData("2026-12-31", 0, "2026-12-31", false)]
    [InlineData("2030-05-31", 0, "2030-05-31", false)]
    public void A_due_date_is_provisional_when_it_needed_an_unpublished_day(string from, int days, string due, bool provisional) =>
        Assert.Equal(new DueDate(Day(due), DayBasis.Working, "china-2026.1", provisional), China.Due(Day(from), DayCount.Working(days)));

    [Fact]
    public void Calendar_days_need_no_calendar()
    {
        var due = China.Due(Day("2026-12-31"), DayCount.Calendar(90));

        Assert.Equal(DueDate.Stated(Day("2027-03-31")), due);
        Assert.Null(due.CalendarVersion);
        Assert.False(due.Provisional);
    }

    [Fact]
    public void Days_are_never_counted_backwards_by_a_negative_number()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => China.AddWorkingDays(Day("2024-01-01"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => China.SubtractWorkingDays(Day("2024-01-01"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DayCount.Working(-1));
    }

    [Fact]
    public void Adding_days_leaves_that_many_between() =>
        Gen.Select(Dates, Gen.Int[0, 3_000]).Sample((from, days) =>
            China.WorkingDaysBetween(from, China.AddWorkingDays(from, days)) == days);

    [Fact]
    public void The_day_reached_is_a_working_day() =>
        Gen.Select(Dates, Gen.Int[1, 3_000]).Sample((from, days) =>
            China.IsWorkingDay(China.AddWorkingDays(from, days)) && China.IsWorkingDay(China.SubtractWorkingDays(from, days)));

    [Fact]
    public void From_a_working_day_subtracting_undoes_adding() =>
        Gen.Select(WorkingDates, Gen.Int[0, 3_000]).Sample((from, days) =>
            China.SubtractWorkingDays(China.AddWorkingDays(from, days), days) == from
            && China.AddWorkingDays(China.SubtractWorkingDays(from, days), days) == from);

    [Fact]
    public void The_count_between_is_the_count_one_by_one() =>
        Gen.Select(Dates, Gen.Int[0, 400]).Sample((from, days) =>
        {
            var to = from.AddDays(days);
            var counted = Enumerable.Range(1, days).Count(day => China.IsWorkingDay(from.AddDays(day)));
            return China.WorkingDaysBetween(from, to) == counted && China.WorkingDaysBetween(to, from) == -counted;
        });

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
