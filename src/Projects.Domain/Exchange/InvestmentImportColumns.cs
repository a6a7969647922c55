using System.Collections.Immutable;

namespace Projects;

/// <summary>The columns plans and entries of investment are read from.</summary>
public static class InvestmentImportColumns
{
    public static ImportColumn Month { get; } = new(new("年月", "Month"), "月份", "所属月份", "期间") { IsNeeded = true, Holds = ImportCell.Month, Fields = ["month"], Width = 10 };
    public static ImportColumn Basis { get; } = new(new("口径", "Basis"), "统计口径", "投资口径") { IsNeeded = true, Holds = ImportCell.Choice, Choices = _ => Choices.Of<InvestmentBasis>(InvestmentWords.Of), Fields = ["basis"], Width = 12 };
    public static ImportColumn Plan { get; } = new(new("计划金额", "Planned"), "计划投资", "月度计划", "当月计划", "本月计划", "计划") { Holds = ImportCell.Money, IsOwn = true, Fields = ["months_fen"] };
    public static ImportColumn Amount { get; } = new(new("完成金额", "Invested"), "完成投资", "实际完成", "本月完成", "当月完成", "完成", "投资额", "金额") { Holds = ImportCell.Money, IsOwn = true, Fields = ["amount_fen"] };
    public static ImportColumn Category { get; } = new(new("类别", "Category"), "费用类别", "投资类别", "构成") { Holds = ImportCell.Choice, Choices = _ => Choices.Of<InvestmentCategory>(InvestmentWords.Of), Fields = ["category"], Width = 12 };
    public static ImportColumn Voucher { get; } = new(new("凭证号", "Voucher"), "凭证", "凭证编号") { Fields = ["voucher"] };
    public static ImportColumn Entry { get; } = new(new("记录编号", "Entry code"), "编号") { IsOwn = true, Fields = ["investment", "entry"], Width = 18 };
    public static ImportColumn Note { get; } = new(new("备注", "Note"), "说明") { Fields = ["note"], Width = 24 };

    public static ImmutableArray<ImportColumn> All { get; } = [ProjectColumns.Name, ProjectColumns.Code, Month, Basis, Plan, Amount, Category, Voucher, Entry, Note];
}
