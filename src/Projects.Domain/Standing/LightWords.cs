namespace Projects;

public static partial class Words
{
    public static Text Of(Light light) => light switch
    {
        Light.Green => new("绿灯", "green"),
        Light.Yellow => new("黄灯", "yellow"),
        Light.Red => new("红灯", "red"),
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, null),
    };

    /// <summary>Why a project shows its light, in one line.</summary>
    public static Text Of(LightReason reason) => reason switch
    {
        LightReason.StartMissed r => new($"“{r.Milestone}”应于{Day(r.Planned)}前实现，尚未开工", $"“{r.Milestone}” was due by {Day(r.Planned)}; construction has not started"),
        LightReason.InvestmentBehind r => new(
            $"投资进度落后时间进度{r.Behind.Show(Language.Chinese)}", $"investment is {r.Behind.Show(Language.English)} behind its time"),
        LightReason.MilestoneDue { Light: Light.Red } r => new($"节点“{r.Milestone}”应于{Day(r.Baseline)}完成，尚未上报", $"milestone “{r.Milestone}” was due on {Day(r.Baseline)} and is not reported done"),
        LightReason.MilestoneDue { Forecast: { } forecast } r when forecast > r.Baseline => new(
            $"节点“{r.Milestone}”预计{Day(forecast)}完成，晚于基准{Day(r.Baseline)}", $"milestone “{r.Milestone}” is expected on {Day(forecast)}, after its baseline of {Day(r.Baseline)}"),
        LightReason.MilestoneDue r => new($"节点“{r.Milestone}”将于{Day(r.Baseline)}到期", $"milestone “{r.Milestone}” is due on {Day(r.Baseline)}"),
        LightReason.IssuesDue { Light: Light.Red } r => new($"{r.Issues}项问题逾期未销号", $"{r.Issues} {(r.Issues == 1 ? "issue is" : "issues are")} overdue"),
        LightReason.IssuesDue r => new($"{r.Issues}项问题临近时限", $"{r.Issues} {(r.Issues == 1 ? "issue is" : "issues are")} near the due date"),
        _ => throw new NotSupportedException($"{reason.GetType().Name} has no words."),
    };
}
