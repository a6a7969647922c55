namespace Projects;

/// <summary>What bases, categories and the refusals of investment are called.</summary>
public static class InvestmentWords
{
    internal static Text Of(InvestmentRefusal refusal, Labels labels) => refusal switch
    {
        CampaignHasNoInvestment => new(
            $"{labels.Of(ProjectKind.Campaign).Zh}没有建设内容，不记投资。",
            $"A project of the kind “{labels.Of(ProjectKind.Campaign).En}” builds nothing and has no investment."),
        BasesNeverSum r when r.One == r.Other => new("两种口径不得相加。请选定一种。", "The two bases are never summed. Choose one."),
        BasesNeverSum r => new(
            $"{Of(r.One).Zh}与{Of(r.Other).Zh}是两种口径，不得混用或相加。请选定一种。",
            $"{Of(r.One).En} and {Of(r.Other).En} are two bases, never mixed or summed. Choose one."),
        MonthsDoNotSum r => new(
            $"各月之和{r.Months.ShowWan(Language.Chinese, 6)}不等于全年{r.Total.ShowWan(Language.Chinese, 6)}。请核对。",
            $"The months sum to {r.Months.ShowWan(Language.English, 6)}, the year is {r.Total.ShowWan(Language.English, 6)}. Check them."),
        EntryReversed r => new($"记录 {r.Entry} 已由 {r.By} 冲正。", $"Entry {r.Entry} was reversed by {r.By} already."),
        ReversalStands r => new(
            $"{r.Entry} 是对 {r.Reversed} 的冲正，不能再冲正。请重新记录正确的一笔。",
            $"{r.Entry} reverses {r.Reversed} and is not reversed itself. Record the right entry anew."),
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    public static Text Of(InvestmentBasis basis) => basis switch
    {
        InvestmentBasis.Works => new("形象进度", "works done"),
        InvestmentBasis.Paid => new("财务支出", "money paid"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static Text Of(InvestmentCategory category) => category switch
    {
        InvestmentCategory.Construction => new("建筑工程", "construction"),
        InvestmentCategory.Equipment => new("设备购置", "equipment"),
        InvestmentCategory.Installation => new("安装工程", "installation"),
        InvestmentCategory.Land => new("土地费用", "land"),
        InvestmentCategory.Other => new("其他费用", "other"),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };
}
