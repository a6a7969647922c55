using CsCheck;

namespace Projects.Domain.Tests.Standing;

public sealed class IssueLightTests
{
    private static readonly DateOnly Friday = new(2024, 1, 12);

    [Theory]
    [InlineData("2024-01-11", Light.Red)]
    [InlineData("2024-01-12", Light.Yellow)]
    [InlineData("2024-01-26", Light.Yellow)] // ten working days on
    [InlineData("2024-01-28", Light.Yellow)] // the weekend after it: still ten working days
    [InlineData("2024-01-29", Light.Green)]
    public void An_open_issue_turns_yellow_ten_working_days_before_its_due_date_and_red_the_day_after_it(string due, Light light) =>
        Assert.Equal(light, On(IssueState.Rectifying, DateOnly.Parse(due)));

    [Fact]
    public void Working_days_are_those_of_the_calendar_with_its_make_up_weekends()
    {
        // Spring Festival 2024: 2024-02-04 (a Sunday) and 02-18 are worked, 02-10 to 02-17 are not.
        var before = new DateOnly(2024, 2, 2);

        Assert.Equal(Light.Yellow, IssueLight.Of(IssueState.Rectifying, new(2024, 2, 21), before, Policy.Default, WorkCalendar.China));
        Assert.Equal(Light.Green, IssueLight.Of(IssueState.Rectifying, new(2024, 2, 22), before, Policy.Default, WorkCalendar.China));
    }

    [Theory]
    [InlineData(IssueState.Registered)]
    [InlineData(IssueState.ClosureRequested)]
    [InlineData(IssueState.Verifying)]
    [InlineData(IssueState.AwaitingApproval)]
    [InlineData(IssueState.OnNotice)]
    [InlineData(IssueState.Suspended)]
    public void Whatever_is_not_closed_is_open_and_can_be_red(IssueState state) => Assert.Equal(Light.Red, On(state, Friday.AddDays(-1)));

    [Theory]
    [InlineData(IssueState.Closed)]
    [InlineData(IssueState.Filed)]
    [InlineData(IssueState.StandingWatch)]
    public void What_is_done_is_green_however_late_it_was(IssueState state) => Assert.Equal(Light.Green, On(state, Friday.AddYears(-1)));

    [Theory]
    [InlineData(IssueState.Draft)]
    [InlineData(IssueState.Void)]
    public void What_is_not_in_the_books_shows_no_light(IssueState state) => Assert.Null(On(state, Friday.AddDays(-1)));

    [Fact]
    public void The_park_sets_its_own_days_of_warning()
    {
        var short3 = Policy.Default with { WarningWorkingDays = 3 };

        Assert.Equal(Light.Yellow, IssueLight.Of(IssueState.Rectifying, new(2024, 1, 17), Friday, short3, WorkCalendar.China));
        Assert.Equal(Light.Green, IssueLight.Of(IssueState.Rectifying, new(2024, 1, 18), Friday, short3, WorkCalendar.China));
    }

    [Fact]
    public void Yellow_means_at_most_the_warning_days_of_work_are_left() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 60], Gen.Int[0, 20]).Sample((start, ahead, warning) =>
        {
            var day = new DateOnly(2022, 1, 1).AddDays(start);
            var due = day.AddDays(ahead);
            var light = IssueLight.Of(IssueState.Rectifying, due, day, Policy.Default with { WarningWorkingDays = warning }, WorkCalendar.China);

            Assert.Equal(WorkCalendar.China.WorkingDaysBetween(day, due) <= warning ? Light.Yellow : Light.Green, light);
        });

    private static Light? On(IssueState state, DateOnly due) => IssueLight.Of(state, due, Friday, Policy.Default, WorkCalendar.China);
}
