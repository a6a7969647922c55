namespace Projects;

/// <summary>What happened to a milestone 节点, in words.</summary>
internal static class MilestoneEventWords
{
    public static Text Of(MilestoneEvent happened) => happened switch
    {
        MilestonePlanned e => new($"计划节点 {e.Milestone}“{e.Name}”，基准 {e.Baseline:yyyy-MM-dd}", $"Planned milestone {e.Milestone} “{e.Name}” for {e.Baseline:yyyy-MM-dd}"),
        MilestoneForecast e => new($"节点 {e.Milestone} 预计 {e.Forecast:yyyy-MM-dd}：{e.Reason}", $"Milestone {e.Milestone} is expected on {e.Forecast:yyyy-MM-dd}: {e.Reason}"),
        BaselineChangeRequested e => new($"申请将节点 {e.Milestone} 的基准改为 {e.Baseline:yyyy-MM-dd}：{e.Reason}", $"Asked to move the baseline of milestone {e.Milestone} to {e.Baseline:yyyy-MM-dd}: {e.Reason}"),
        BaselineChangeDecided { Approved: true } e => new($"同意将节点 {e.Milestone} 的基准改为 {e.Baseline:yyyy-MM-dd}", $"Moved the baseline of milestone {e.Milestone} to {e.Baseline:yyyy-MM-dd}"),
        BaselineChangeDecided e => new($"不同意将节点 {e.Milestone} 的基准改为 {e.Baseline:yyyy-MM-dd}：{e.Reason}", $"Declined to move the baseline of milestone {e.Milestone} to {e.Baseline:yyyy-MM-dd}: {e.Reason}"),
        MilestoneReported e => new($"上报节点 {e.Milestone} 于 {e.Actual:yyyy-MM-dd} 完成", $"Reported milestone {e.Milestone} done on {e.Actual:yyyy-MM-dd}"),
        MilestoneVerified e => new($"核实节点 {e.Milestone} 完成", $"Verified milestone {e.Milestone}"),
        MilestoneRejected e => new($"退回节点 {e.Milestone} 的上报：{e.Reason}", $"Sent back the report of milestone {e.Milestone}: {e.Reason}"),
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no words."),
    };
}
