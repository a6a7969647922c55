using System.Collections.Immutable;

namespace Projects;

/// <summary>The columns a ledger is taken over by, wherever they stand; the first name of each is that of DOMAIN 8.</summary>
public static class LedgerImportColumns
{
    public static ImportColumn Number { get; } = new(new("问题编号", "Number"), "编号", "问题序号") { IsNeeded = true, IsOwn = true, Fields = ["issue_id", "issue"] };
    public static ImportColumn Description { get; } = new(new("问题描述", "Issue"), "问题", "存在问题", "问题内容", "具体问题") { IsNeeded = true, Fields = ["description"], Width = 36 };
    public static ImportColumn Source { get; } = new(new("问题来源", "Source"), "来源") { Fields = ["source"] };
    public static ImportColumn FoundOn { get; } = new(new("发现日期", "Found on"), "发现时间") { Holds = ImportCell.Day, Fields = ["found_date"] };
    public static ImportColumn Category { get; } = new(new("问题类别", "Category"), "类别") { Fields = ["category"] };
    public static ImportColumn Grade { get; } = new(new("等级", "Grade"), "问题等级") { Holds = ImportCell.Choice, Choices = labels => Choices.Of<Grade>(labels.Of), Fields = ["grade"], Width = 8 };
    public static ImportColumn IssueKind { get; } = new(new("整改类型", "Kind")) { Holds = ImportCell.Choice, Choices = labels => Choices.Of<IssueKind>(labels.Of), Fields = ["kind"] };
    public static ImportColumn Leader { get; } = new(new("责任领导", "Accountable leader"), "包保领导", "分管领导") { Fields = ["leader"] };
    public static ImportColumn LeadUnit { get; } = new(new("牵头单位", "Lead unit"), "责任单位") { Fields = ["lead_unit"], Width = 18 };
    public static ImportColumn Supporting { get; } = new(new("配合单位", "Supporting units"), "协办单位") { Fields = ["supporting_units"], Width = 18 };
    public static ImportColumn Responsible { get; } = new(new("责任人", "Responsible"), "经办人") { Fields = ["responsible"] };
    public static ImportColumn Acceptance { get; } = new(new("验收单位", "Acceptance unit")) { Fields = ["acceptance_unit"], Width = 18 };
    public static ImportColumn Goal { get; } = new(new("整改目标", "Goal")) { Fields = ["goal"], Width = 24 };
    public static ImportColumn Criteria { get; } = new(new("销号标准", "Criteria"), "验收标准") { Fields = ["criteria"], Width = 28 };
    public static ImportColumn Measures { get; } = new(new("整改措施", "Measures"), "措施") { Fields = ["measures"], Width = 28 };
    public static ImportColumn Due { get; } = new(new("整改时限(原)", "Original due"), "整改时限", "完成时限", "时限") { Holds = ImportCell.Day, Fields = ["due_date"] };
    public static ImportColumn CurrentDue { get; } = new(new("整改时限(现)", "Current due")) { Holds = ImportCell.Day, Fields = ["take_over.current_due_date"] };
    public static ImportColumn RegisteredOn { get; } = new(new("立账日期", "Registered on"), "立账时间", "交办日期", "登记日期") { Holds = ImportCell.Day, Fields = ["take_over.registered_date"] };
    public static ImportColumn AcceptedOn { get; } = new(new("签收日期", "Accepted on")) { Holds = ImportCell.Day, Fields = ["take_over.accepted_date"] };
    public static ImportColumn RequestedOn { get; } = new(new("申请销号日期", "Closure requested on")) { Holds = ImportCell.Day, Fields = ["take_over.requested_date"] };
    public static ImportColumn State { get; } = new(new("销号状态", "State"), "状态") { IsNeeded = true, Holds = ImportCell.Choice, Choices = _ => Choices.Of<IssueState>(IssueWords.Of), Fields = ["take_over.state"] };
    public static ImportColumn ClosedOn { get; } = new(new("销号日期", "Closed on"), "销号时间") { Holds = ImportCell.Day, Fields = ["take_over.closed_date"] };
    public static ImportColumn FilingNumber { get; } = new(new("备案号", "Filing no.")) { Fields = ["take_over.filing_number"] };
    public static ImportColumn NextReview { get; } = new(new("下次回头看", "Next review")) { Holds = ImportCell.Day, Fields = ["take_over.next_review_date"] };
    public static ImportColumn Verified { get; } = new(new("核查意见", "Verification")) { Fields = ["take_over.people"], Width = 24 };
    public static ImportColumn Approved { get; } = new(new("审批意见", "Approval")) { Width = 24 };
    public static ImportColumn Remark { get; } = new(new("备注", "Remark")) { Fields = ["remark"], Width = 24 };

    public static ImmutableArray<ImportColumn> All { get; } =
    [
        Number, Description, Source, FoundOn, Category, Grade, IssueKind, Leader, LeadUnit, Supporting, Responsible, Acceptance, Goal, Criteria, Measures, Due, CurrentDue,
        RegisteredOn, AcceptedOn, RequestedOn, State, ClosedOn, FilingNumber, NextReview, Verified, Approved, Remark,
    ];
}

internal static class Choices
{
    public static ImmutableArray<Text> Of<TEnum>(Func<TEnum, Text> called) where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(called)];
}
