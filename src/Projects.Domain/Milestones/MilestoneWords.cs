namespace Projects;

/// <summary>What a milestone's states and refusals are called.</summary>
public static class MilestoneWords
{
    internal static Text Of(MilestoneRefusal refusal, Naming names) => refusal switch
    {
        WrongMilestoneState { State: MilestoneState.Planned } r => new($"节点“{names.Of(r.Milestone)}”尚未上报完成。", $"Milestone “{names.Of(r.Milestone)}” is not reported done."),
        WrongMilestoneState { State: MilestoneState.Reported } r => new(
            $"节点“{names.Of(r.Milestone)}”已上报，待核实。先核实或退回。",
            $"Milestone “{names.Of(r.Milestone)}” is reported and waits to be verified. Verify it or send it back first."),
        WrongMilestoneState r => new($"节点“{names.Of(r.Milestone)}”已核实，不再变更。", $"Milestone “{names.Of(r.Milestone)}” is verified and changes no more."),
        PredecessorsOpen r => new(
            $"节点“{names.Of(r.Milestone)}”的前置节点未核实：{string.Join("、", r.Open.Select(names.Of))}。请先完成并核实。",
            $"Milestone “{names.Of(r.Milestone)}” waits for {string.Join(", ", r.Open.Select(open => $"“{names.Of(open)}”"))}, not verified yet. Have them verified first."),
        NoMilestoneEvidence r => new($"上报节点“{names.Of(r.Milestone)}”完成须附佐证。请先上传。", $"Milestone “{names.Of(r.Milestone)}” needs evidence to be reported done. Upload it first."),
        MilestoneDutiesNotSeparate { Duty: MilestoneDuty.Reporter } r => new(
            $"节点“{names.Of(r.Milestone)}”由{names.Of(r.Person)}（或其委托人）上报，须由他人核实。",
            $"Milestone “{names.Of(r.Milestone)}” was reported by {names.Of(r.Person)} or for them; somebody else must verify it."),
        MilestoneDutiesNotSeparate r => new(
            $"节点“{names.Of(r.Milestone)}”的基准变更由{names.Of(r.Person)}（或其委托人）申请，须由他人审批。",
            $"The change of the baseline of milestone “{names.Of(r.Milestone)}” was asked for by {names.Of(r.Person)} or for them; somebody else must decide it."),
        BaselineChangePending r => new(
            $"节点“{names.Of(r.Milestone)}”已有一项基准变更（{r.Proposed:yyyy-MM-dd}）待审批。请先审批。",
            $"A change of the baseline of milestone “{names.Of(r.Milestone)}” to {r.Proposed:yyyy-MM-dd} waits already. Have it decided first."),
        NoBaselineChangePending r => new($"节点“{names.Of(r.Milestone)}”没有待审批的基准变更。", $"No change of the baseline of milestone “{names.Of(r.Milestone)}” waits for a decision."),
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    public static Text Of(MilestoneState state) => state switch
    {
        MilestoneState.Planned => new("计划", "planned"),
        MilestoneState.Reported => new("已上报", "reported"),
        MilestoneState.Verified => new("已核实", "verified"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>晚4个工作日（6日） · 早1个工作日（2日） · 按期; the last when it is the very day.</summary>
    public static Text Of(Slip slip)
    {
        if (slip.CalendarDays == 0)
            return new("按期", "on the day");
        var (working, days) = (DayCount.Working(Math.Abs(slip.WorkingDays)), DayCount.Calendar(Math.Abs(slip.CalendarDays)));
        var (zh, en) = slip.CalendarDays > 0 ? ("晚", "late") : ("早", "early");
        return new($"{zh}{working.Show(Language.Chinese)}（{days.Show(Language.Chinese)}）", $"{working.Show(Language.English)} {en} ({days.Show(Language.English)})");
    }
}
