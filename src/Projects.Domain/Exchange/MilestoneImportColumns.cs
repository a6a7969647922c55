using System.Collections.Immutable;

namespace Projects;

/// <summary>The columns milestones are planned by.</summary>
public static class MilestoneImportColumns
{
    public static ImportColumn Phase { get; } = new(new("分期", "Phase"), "期次", "期") { Fields = ["phase"], Width = 12 };
    public static ImportColumn Name { get; } = new(new("节点名称", "Milestone"), "节点", "节点事项", "里程碑", "里程碑节点", "关键节点") { IsNeeded = true, IsOwn = true, Fields = ["milestone", "display_name"], Width = 26 };
    public static ImportColumn Code { get; } = new(new("节点编码", "Milestone code"), "节点编号") { IsOwn = true, Width = 16 };
    public static ImportColumn Baseline { get; } = new(new("计划日期", "Planned day"), "基准日期", "基线", "基准", "计划完成时间", "计划时间", "计划完成日期", "目标日期") { IsNeeded = true, Holds = ImportCell.Day, Fields = ["baseline_date"] };
    public static ImportColumn Forecast { get; } = new(new("预计日期", "Expected day"), "预计完成时间", "预计完成日期", "预计时间", "预计", "预测日期") { Holds = ImportCell.Day, Fields = ["forecast_date"] };
    public static ImportColumn Reason { get; } = new(new("预计说明", "Why expected then"), "偏差原因", "变动原因", "原因") { Fields = ["reason"], Width = 28 };
    public static ImportColumn Predecessors { get; } = new(new("前置节点", "Predecessors"), "前置", "紧前节点", "前置条件") { Fields = ["predecessors"], Width = 26 };

    public static ImmutableArray<ImportColumn> All { get; } = [ProjectColumns.Name, ProjectColumns.Code, Phase, Name, Code, Baseline, Forecast, Reason, Predecessors];
}
