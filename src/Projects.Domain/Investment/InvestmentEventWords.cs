namespace Projects;

/// <summary>What happened to a project's investment, in words.</summary>
internal static class InvestmentEventWords
{
    public static Text Of(ProjectEvent happened) => happened switch
    {
        InvestmentPlanSet e => new(
            $"设定{e.Year}年投资计划（{InvestmentWords.Of(e.Basis).Zh}）{e.Total.ShowWan(Language.Chinese)}",
            $"Set the plan of {e.Year} ({InvestmentWords.Of(e.Basis).En}): {e.Total.ShowWan(Language.English)}"),
        InvestmentRecorded e => new(
            $"记{e.Month}投资（{InvestmentWords.Of(e.Basis).Zh}，{InvestmentWords.Of(e.Category).Zh}）{e.Amount.ShowWan(Language.Chinese)}",
            $"Recorded {e.Amount.ShowWan(Language.English)} for {e.Month} ({InvestmentWords.Of(e.Basis).En}, {InvestmentWords.Of(e.Category).En})"),
        InvestmentReversed e => new($"冲正记录 {e.Wrong}：{e.Reason}", $"Reversed entry {e.Wrong}: {e.Reason}"),
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no words."),
    };
}
