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

    /// <summary>The reasons and the light are one thing said twice: the worst reason is the light.</summary>
    [Fact]
    public void What_a_project_is_lit_for_is_as_bad_as_its_light()
    {
        var told = Told.AProject()
            .Did("officer", new AddPhase(new("p1"), "首期", null))
            .Did("officer", new PlanMilestone(new("start"), "开工", new("p1"), new(2023, 12, 29), []))
            .Did("officer", new ForecastMilestone(new("start"), new(2024, 1, 15), "雨季"))
            .Did("officer", new SetInvestmentPlan(2023, InvestmentBasis.Works, Money.Wan(12), [.. Enumerable.Repeat(Money.Wan(1), 12)]))
            .Did("officer", new RecordInvestment(new("e1"), new(2023, 8), InvestmentBasis.Works, InvestmentCategory.Other, Money.Wan(6), null));
        for (var day = Told.Monday; day < new DateOnly(2024, 5, 1); day = day.AddDays(7))
        {
            var reasons = ProjectLight.ReasonsOf(told.Project, day, Policy.Default, WorkCalendar.China);
            Assert.Equal(LightOn(told, day), reasons.IsEmpty ? Light.Green : reasons[0].Light);
        }
        var first = ProjectLight.ReasonsOf(told.Project, Told.Monday, Policy.Default, WorkCalendar.China).Select(reason => Words.Of(reason).Zh);
        Assert.Equal(["投资进度落后时间进度17.8个百分点", "节点“开工”预计2024-01-15完成，晚于基准2023-12-29"], first);
    }

    private static Light LightOn(Told told, DateOnly day) => ProjectLight.Of(told.Project, day, Policy.Default, WorkCalendar.China);
}
