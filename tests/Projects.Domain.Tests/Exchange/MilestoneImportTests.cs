namespace Projects.Domain.Tests.Exchange;

public sealed class MilestoneImportTests
{
    private const string Header = "节点名称 | 计划完成时间 | 前置 | 项目名称 | 预计日期 | 预计说明 | 分期";

    private static readonly Project Card = Project.Unknown(new(ParkCode.Of("demo"), Tables.Lithium)) with
    {
        Version = 3,
        Phases = Project.Unknown(default).Phases.Add(PhaseCode.Of("phase-1"), new() { Code = PhaseCode.Of("phase-1"), Name = "首期", Stage = Stage.Idea, Since = new(2023, 1, 1), Version = 2 }),
        Milestones = Project.Unknown(default).Milestones.Add(MilestoneCode.Of("land"), new() { Code = MilestoneCode.Of("land"), Name = "用地批复", Baseline = new(2023, 5, 1), Version = 3 }),
    };

    [Fact]
    public void Milestones_are_planned_after_those_they_wait_for_wherever_they_stand_in_the_table()
    {
        var read = Read(
            Header,
            "投产 | 2025-06-30 | 开工、用地批复 | 磷酸铁锂 | 2025/7/31 | 设备晚到 |",
            "开工 | 45352 | land | lithium | | |",
            "首期封顶 | 2024年12月1日 | | 磷酸铁锂 | | | 首期");
        Assert.Empty(read.Faults);
        Assert.Equal([3, 4, 2], read.Rows.Select(row => row.Row));
        Assert.Equal(
            [("start", "开工", null, new(2024, 3, 1), "land"), ("phase-1-m-", "首期封顶", PhaseCode.Of("phase-1"), new(2024, 12, 1), ""), ("production", "投产", null, new DateOnly(2025, 6, 30), "start,land")],
            read.Rows.Select(row => Assert.IsType<PlanMilestone>(row.Orders[0].Command)).Select(plan =>
                (plan.Milestone.Value.Split("m-")[0] + (plan.Milestone.Value.Contains("m-", StringComparison.Ordinal) ? "m-" : ""), plan.Name, plan.Phase, plan.Baseline, string.Join(',', plan.Predecessors))));
        Assert.Equal(new ForecastMilestone(MilestoneCode.Of("production"), new(2025, 7, 31), "设备晚到"), read.Rows[2].Orders[1].Command);
    }

    [Fact]
    public void The_start_of_construction_is_known_as_one_however_it_is_called()
    {
        var read = Read(Header, "二标段开工 | 2024-03-01 | | 磷酸铁锂 | | |");
        Assert.EndsWith("-start", Assert.IsType<PlanMilestone>(Assert.Single(read.Rows).Orders[0].Command).Milestone.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fault_is_named_by_row_column_value_and_reason()
    {
        var read = Read(
            Header,
            "开工 | 2024-02-30 | | 磷酸铁锂 | | |",
            "试产 | 约3月底 | | 没有的项目 | | | 三期",
            "甲 | 2024-03-01 | 乙 | 磷酸铁锂 | | |",
            "乙 | 2024-03-01 | 甲 | 磷酸铁锂 | | |",
            "丙 | 2024-03-01 | 丁 | 磷酸铁锂 | | |",
            "戊 | 2024-03-01 | | 磷酸铁锂 | | 晚了 | 三期",
            "己 | 2024-03-01 | | 磷酸铁锂 | | |",
            "己 | 2024-04-01 | | 磷酸铁锂 | | |",
            "庚 | 2024-04-01 | | 同名 | | |");
        Assert.Equal(
            [
                (2, "计划日期", "2024-02-30", "没有这一天"),
                (3, "项目", "没有的项目", "园区没有“没有的项目”，请先登记或改为登记的名称"),
                (4, "前置节点", "乙", "互为前置，排不出先后"),
                (5, "前置节点", "甲", "互为前置，排不出先后"),
                (6, "前置节点", "丁", "项目没有节点“丁”，表中也没有"),
                (7, "分期", "三期", "项目没有“三期”这一期，请先登记或改为登记的名称"),
                (7, "预计说明", "晚了", "写了预计说明，还须写明预计日期"),
                (9, "节点名称", "己", "与第8行是同一节点"),
                (10, "项目", "同名", "园区有不止一个“同名”，请改填其编码"),
            ],
            Tables.Faults(read));
        Assert.Equal([8], read.Rows.Select(row => row.Row));
    }

    [Fact]
    public void A_merged_project_stands_for_each_of_its_rows_a_merged_name_does_not_and_headings_between_are_passed_over()
    {
        var (merged, group) = (new ReadCell("磷酸铁锂", IsMerged: true), new ReadCell("一、续建项目", IsMerged: true));
        var read = Tables.Read(MilestoneImport.Kind, new(
        [
            Tables.Row(1, new("项目", IsMerged: true), new("节点", IsMerged: true), new("时间", IsMerged: true), new("时间", IsMerged: true)),
            Tables.Row(2, new("项目", IsMerged: true), new("节点", IsMerged: true), new("计划时间"), new("预计时间")),
            Tables.Row(3, group, group, group, group),
            Tables.Row(4, merged, new("甲"), new("2024-03-01")),
            Tables.Row(5, merged, new("乙"), new("2024-04-01")),
            Tables.Row(6, merged),
            Tables.Row(7, new("项目"), new("节点"), new("计划时间"), new("预计时间")),
            Tables.Row(8, new("磷酸铁锂"), new("丙", IsMerged: true), new("2024-04-01")),
        ]), Card);
        Assert.Equal([4, 5], read.Rows.Select(row => row.Row));
        Assert.Equal([(8, "节点名称", "丙", "是合并单元格，请拆分后逐行填写")], Tables.Faults(read));
        Assert.Equal(3, read.Untouched);
    }

    private static ReturnedSheet Read(params string[] rows) => Tables.Read(MilestoneImport.Kind, Tables.Of(rows), Card);
}
