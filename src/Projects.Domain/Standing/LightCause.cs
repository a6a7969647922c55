namespace Projects;

/// <summary>One thing about a project that is not green on a day, and what it is.</summary>
/// <param name="Milestone">The milestone it lies in; null when it lies in none.</param>
public sealed record LightCause(Light Light, Text Why, MilestoneCode? Milestone = null)
{
    /// <summary>Why a project is lit: its starts, milestones and investment, worst first. Empty when all of them are green.</summary>
    public static IEnumerable<LightCause> Of(Project project, DateOnly day, Policy policy, WorkCalendar calendar) =>
        OfStarts(project, day, policy)
            .Concat(project.Milestones.Values.Select(milestone => Of(milestone, MilestoneLight.Of(milestone, day, policy, calendar))))
            .Append(OfProgress(InvestmentFigures.Of(project.Investment, InvestmentBasis.Works, day), policy))
            .OfType<LightCause>()
            .Where(cause => cause.Light is not Light.Green)
            .OrderByDescending(cause => cause.Light);

    private static IEnumerable<LightCause?> OfStarts(Project project, DateOnly day, Policy policy) => ProjectLight.StartsOf(project, day, policy).Select(start =>
        start.Light is { } light
            ? new LightCause(light, new($"应于 {Words.Day(start.Milestone.Baseline)} 开工，尚未开工", $"to start by {Words.Day(start.Milestone.Baseline)}, not started"), start.Milestone.Code)
            : null);

    private static LightCause Of(Milestone milestone, Light light) => new(light, light switch
    {
        Light.Red => new(
            $"节点“{milestone.Name}”基准 {Words.Day(milestone.Baseline)} 已过，未上报完成",
            $"milestone “{milestone.Name}” was due on {Words.Day(milestone.Baseline)} and is not reported done"),
        _ when milestone.Forecast > milestone.Baseline => new(
            $"节点“{milestone.Name}”预计 {Words.Day(milestone.Forecast.Value)}，晚于基准 {Words.Day(milestone.Baseline)}",
            $"milestone “{milestone.Name}” is expected on {Words.Day(milestone.Forecast.Value)}, after its baseline {Words.Day(milestone.Baseline)}"),
        _ => new($"节点“{milestone.Name}”临近基准 {Words.Day(milestone.Baseline)}", $"milestone “{milestone.Name}” nears its baseline {Words.Day(milestone.Baseline)}"),
    }, milestone.Code);

    private static LightCause? OfProgress(InvestmentFigures works, Policy policy) =>
        works.Ahead is { } ahead && ProjectLight.OfProgress(ahead, policy) is { } light
            ? new(light, new(
                $"投资（形象进度）落后时间进度{Behind(ahead).Show(Language.Chinese)}",
                $"investment (works done) is {Behind(ahead).Show(Language.English)} behind time"))
            : null;

    private static PercentPoints Behind(PercentPoints ahead) => new(-ahead.Value);
}
