namespace Projects.Domain.Tests.Standing;

/// <summary>Yinchuan's rule (DOMAIN 5), and the light of a milestone.</summary>
public sealed class ProjectLightTests
{
    private static readonly DateOnly Planned = new(2023, 7, 20);

    [Theory]
    [InlineData("2023-07-20", Light.Green)]
    [InlineData("2023-07-21", Light.Yellow)]
    [InlineData("2023-10-19", Light.Yellow)]
    [InlineData("2023-10-20", Light.Red)]
    public void A_missed_start_is_yellow_and_after_three_months_red(string day, Light light)
    {
        Assert.Equal(light, ProjectLight.OfStart(Planned, false, DateOnly.Parse(day), Policy.Default));
        Assert.Equal(Light.Green, ProjectLight.OfStart(Planned, true, DateOnly.Parse(day), Policy.Default));
        Assert.Null(ProjectLight.OfStart(null, false, DateOnly.Parse(day), Policy.Default));
    }

    [Theory]
    [InlineData(5, Light.Green)]
    [InlineData(-9.999, Light.Green)]
    [InlineData(-10, Light.Yellow)]
    [InlineData(-30, Light.Yellow)]
    [InlineData(-30.001, Light.Red)]
    public void Progress_behind_by_ten_to_thirty_points_is_yellow_and_by_more_red(double ahead, Light light)
    {
        Assert.Equal(light, ProjectLight.OfProgress(new PercentPoints((decimal)ahead), Policy.Default));
        Assert.Null(ProjectLight.OfProgress(null, Policy.Default));
    }

    [Theory]
    [InlineData(MilestoneState.Planned, 30, null, Light.Green)]
    [InlineData(MilestoneState.Planned, 30, 31, Light.Yellow)]
    [InlineData(MilestoneState.Planned, 14, null, Light.Yellow)]
    [InlineData(MilestoneState.Planned, 0, null, Light.Yellow)]
    [InlineData(MilestoneState.Planned, -1, 5, Light.Red)]
    [InlineData(MilestoneState.Reported, -1, null, Light.Green)]
    [InlineData(MilestoneState.Verified, -9, null, Light.Green)]
    public void A_milestone_is_red_past_its_baseline_and_yellow_near_it_or_forecast_late(MilestoneState state, int baseline, int? forecast, Light light) =>
        Assert.Equal(light, MilestoneLight.Of(state, Told.Monday.AddDays(baseline), forecast is { } days ? Told.Monday.AddDays(days) : null, Told.Monday, Policy.Default, WorkCalendar.China));

    [Fact]
    public void A_project_shows_the_worst_of_its_lights()
    {
        var told = Told.AProject();
        Assert.Equal(Light.Green, LightOn(told, Told.Monday));
        told.Did("officer", new AddPhase(new("p1"), "首期", null)).Did("officer", new PlanMilestone(new("start"), "开工", new("p1"), new(2023, 12, 29), []));
        Assert.Equal(Light.Green, LightOn(told, Told.Monday));
        told.Did("officer", new SetInvestmentPlan(2023, InvestmentBasis.Works, Money.Wan(12), [.. Enumerable.Repeat(Money.Wan(1), 12)]));
        Assert.Equal(Light.Red, LightOn(told, Told.Monday));
        told.Did("officer", new RecordInvestment(new("e1"), new(2023, 8), InvestmentBasis.Works, InvestmentCategory.Other, Money.Wan(6), null));
        Assert.Equal(Light.Yellow, LightOn(told, Told.Monday));
        Assert.Equal(Light.Red, LightOn(told, new(2023, 12, 30)));
        Assert.Equal(["绿灯", "黄灯", "红灯"], Enum.GetValues<Light>().Select(light => Words.Of(light).Zh));
    }

    [Fact]
    public void A_project_says_why_it_is_lit_the_worst_first_and_nothing_when_green()
    {
        var told = Told.AProject();
        Assert.Empty(ReasonsOn(told, Told.Monday));
        told.Did("officer", new AddPhase(new("p1"), "首期", null)).Did("officer", new PlanMilestone(new("start"), "开工", new("p1"), new(2023, 12, 29), []));
        told.Did("officer", new SetInvestmentPlan(2023, InvestmentBasis.Works, Money.Wan(12), [.. Enumerable.Repeat(Money.Wan(1), 12)]));
        told.Did("officer", new RecordInvestment(new("e1"), new(2023, 8), InvestmentBasis.Works, InvestmentCategory.Other, Money.Wan(6), null));

        Assert.Equal(
            ["节点“开工”应于2023-12-29完成，尚未上报", "“开工”应于2023-12-29前实现，尚未开工", "投资进度落后时间进度49.7个百分点"],
            ReasonsOn(told, new(2023, 12, 30)).OrderByDescending(reason => reason is LightReason.MilestoneDue).ThenByDescending(reason => reason is LightReason.StartMissed).Select(reason => Words.Of(reason).Zh));
        Assert.Equal([Light.Red, Light.Red, Light.Yellow], ReasonsOn(told, new(2023, 12, 30)).Select(reason => reason.Light));
        Assert.Equal(
            ["3项问题逾期未销号", "1 issue is near the due date"],
            [Words.Of(new LightReason.IssuesDue(Light.Red, 3)).Zh, Words.Of(new LightReason.IssuesDue(Light.Yellow, 1)).En]);
    }

    private static IEnumerable<LightReason> ReasonsOn(Told told, DateOnly day) => ProjectLight.ReasonsOf(told.Project, day, Policy.Default, WorkCalendar.China);

    private static Light LightOn(Told told, DateOnly day) => ProjectLight.Of(told.Project, day, Policy.Default, WorkCalendar.China);
}
