using System.Collections.Immutable;

namespace Projects;

/// <summary>A column of an existing ledger, by the names such ledgers give it.</summary>
/// <param name="Names">The first is its name in DOMAIN 8.</param>
public sealed record TakeInColumn(params ImmutableArray<string> Names)
{
    public string Title => Names[0];

    public bool IsCalled(string words) => Names.Any(name => UnitColumn.Plain(name) == UnitColumn.Plain(words));
}

/// <summary>The columns a ledger is taken over by, wherever they stand.</summary>
public static class TakeInColumns
{
    public static TakeInColumn Number { get; } = new("问题编号", "编号", "问题序号");
    public static TakeInColumn Description { get; } = new("问题描述", "问题", "存在问题", "问题内容", "具体问题");
    public static TakeInColumn Source { get; } = new("问题来源", "来源");
    public static TakeInColumn FoundOn { get; } = new("发现日期", "发现时间");
    public static TakeInColumn Category { get; } = new("问题类别", "类别");
    public static TakeInColumn Grade { get; } = new("等级", "问题等级");
    public static TakeInColumn Kind { get; } = new("整改类型");
    public static TakeInColumn Leader { get; } = new("责任领导", "包保领导", "分管领导");
    public static TakeInColumn LeadUnit { get; } = new("牵头单位", "责任单位");
    public static TakeInColumn Supporting { get; } = new("配合单位", "协办单位");
    public static TakeInColumn Responsible { get; } = new("责任人", "经办人");
    public static TakeInColumn Acceptance { get; } = new("验收单位");
    public static TakeInColumn Goal { get; } = new("整改目标");
    public static TakeInColumn Criteria { get; } = new("销号标准", "验收标准");
    public static TakeInColumn Measures { get; } = new("整改措施", "措施");
    public static TakeInColumn Due { get; } = new("整改时限(原)", "整改时限", "完成时限", "时限");
    public static TakeInColumn CurrentDue { get; } = new("整改时限(现)");
    public static TakeInColumn RegisteredOn { get; } = new("立账日期", "立账时间", "交办日期", "登记日期");
    public static TakeInColumn AcceptedOn { get; } = new("签收日期");
    public static TakeInColumn RequestedOn { get; } = new("申请销号日期");
    public static TakeInColumn State { get; } = new("销号状态", "状态");
    public static TakeInColumn ClosedOn { get; } = new("销号日期", "销号时间");
    public static TakeInColumn FilingNumber { get; } = new("备案号");
    public static TakeInColumn NextReview { get; } = new("下次回头看");
    public static TakeInColumn Verified { get; } = new("核查意见");
    public static TakeInColumn Approved { get; } = new("审批意见");
    public static TakeInColumn Remark { get; } = new("备注");

    public static ImmutableArray<TakeInColumn> All { get; } =
    [
        Number, Description, Source, FoundOn, Category, Grade, Kind, Leader, LeadUnit, Supporting, Responsible, Acceptance, Goal, Criteria, Measures, Due, CurrentDue,
        RegisteredOn, AcceptedOn, RequestedOn, State, ClosedOn, FilingNumber, NextReview, Verified, Approved, Remark,
    ];
}
