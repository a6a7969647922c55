using System.Collections.Immutable;

namespace Projects;

/// <summary>The columns projects are registered by.</summary>
public static class ProjectImportColumns
{
    public static ImportColumn Code { get; } = new(new("项目代码", "Project code"), "项目编码", "项目编号", "代码", "编码") { IsNeeded = true, Fields = ["project"], Width = 22 };
    public static ImportColumn Name { get; } = new(new("项目名称", "Project name"), "项目", "名称") { IsNeeded = true, Fields = ["display_name"], Width = 32 };
    public static ImportColumn Kind { get; } = new(new("类别", "Kind"), "项目类别", "建设性质", "项目性质", "项目类型", "类型") { IsNeeded = true, Holds = ImportCell.Choice, Choices = labels => Choices.Of<ProjectKind>(labels.Of), Fields = ["kind"], Width = 10 };
    public static ImportColumn Enterprise { get; } = new(new("企业", "Enterprise"), "企业名称", "建设单位", "项目业主", "业主单位", "业主", "投资主体") { Fields = ["enterprise"], Width = 26 };
    public static ImportColumn Unit { get; } = new(new("单位", "Unit"), "管理单位", "牵头单位", "责任单位", "主管单位", "服务单位") { IsNeeded = true, Fields = ["unit"], Width = 18 };
    public static ImportColumn Sponsor { get; } = new(new("包保领导", "Sponsor"), "责任领导", "分管领导", "联系领导") { Fields = ["sponsor"] };
    public static ImportColumn Officer { get; } = new(new("负责人", "Officer"), "项目专员", "专员", "项目负责人", "责任人") { Fields = ["officer"] };
    public static ImportColumn TaskForce { get; } = new(new("专班", "Task force"), "工作专班") { Fields = ["task_force"], Width = 18 };
    public static ImportColumn Total { get; } = new(new("总投资", "Total investment"), "总投资额", "计划总投资", "投资总额") { Holds = ImportCell.Money, Fields = ["total_investment_wan"] };
    public static ImportColumn Description { get; } = new(new("建设内容", "Description"), "建设内容及规模", "建设规模及内容", "主要建设内容", "项目简介", "项目概况", "简介") { Fields = ["description"], Width = 40 };
    public static ImportColumn Source { get; } = new(new("资料来源", "Source"), "来源", "依据") { Fields = ["source"], Width = 24 };
    public static ImportColumn Phase { get; } = new(new("分期", "Phase"), "期次", "分期名称", "期") { IsOwn = true, Fields = ["phase"], Width = 12 };
    public static ImportColumn PhaseCode { get; } = new(new("分期编码", "Phase code")) { IsOwn = true, Width = 12 };
    public static ImportColumn Capacity { get; } = new(new("产能", "Capacity"), "设计产能", "规模", "建设规模") { IsOwn = true, Fields = ["capacity.unit"], Width = 16 };
    public static ImportColumn Stage { get; } = new(new("阶段", "Stage"), "当前阶段", "项目阶段", "进展阶段") { Holds = ImportCell.Choice, Choices = labels => Choices.Of<Stage>(labels.Of), Fields = ["stage"], Width = 12 };

    public static ImmutableArray<ImportColumn> All { get; } =
        [Code, Name, Kind, Enterprise, Unit, Sponsor, Officer, TaskForce, Total, Description, Source, Phase, PhaseCode, Capacity, Stage];
}
