namespace Projects;

/// <summary>What the states and refusals of weekly reports are called.</summary>
public static class ReportWords
{
    public static Text Of(ReportState state) => state switch
    {
        ReportState.Drafted => new("待审核", "to be reviewed"),
        ReportState.Reviewed => new("待签发", "to be signed"),
        ReportState.Issued => new("已签发", "issued"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What a verb of <see cref="ReportActions"/> is called.</summary>
    public static Text OfVerb(string verb) => verb switch
    {
        "review" => new("审核", "Review"),
        "sign" => new("签发", "Sign"),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };

    /// <summary>〔2024〕1号.</summary>
    public static string Of(ReportNumber number) => $"〔{number.Year}〕{number.No}号";

    internal static Text Of(ReportRefusal refusal) => refusal switch
    {
        ReportsBegunAlready r => new($"周报已自{r.First:yyyy-MM-dd}起编，起始周不再变更", $"The weekly reports began with the week to {r.First:yyyy-MM-dd}; that changes no more"),
        SchedulerNeeded => new("周报由系统按截止时间自动起草，无需人工起草", "Reports are drafted by the platform at their cut-off; nobody needs to"),
        ReportOutOfTurn { Due: { } due } => new($"周报须逐期办理，请先办理截至{due:yyyy-MM-dd}的一期", $"Reports are handled one after another; the one to {due:yyyy-MM-dd} comes first"),
        ReportOutOfTurn => new("周报尚未启用，请由整改办设定起始周", "The weekly reports were not begun; the ledger office sets the first week"),
        ReportIsIssued r => new($"{Of(r.Report)}已于{r.On:yyyy-MM-dd}签发，不再变更；以后获知的事实在下期更正", $"Report {r.Report} was issued on {r.On:yyyy-MM-dd} and never changes; what became known later is corrected in the next"),
        ReportReviewedAlready r => new($"{Of(r.Report)}已由{r.By}审核，待分管领导或主要领导签发", $"Report {r.Report} was reviewed by {r.By}; a leader is to sign it"),
        ReportNotReviewed r => new($"{Of(r.Report)}尚未审核，请先审核", $"Report {r.Report} is not reviewed yet; have it reviewed first"),
        ReportDutiesNotSeparate r => new($"{Of(r.Report)}由{r.Reviewer}审核，审核人及其委托人、受托人不得签发，须由其他领导签发", $"Report {r.Report} was reviewed by {r.Reviewer}, who may not sign it, nor anybody for them or whom they stood in for; another leader must"),
        ReportNotIssued r => new($"{Of(r.Report)}尚未签发，没有可核对的文件，请在签发后再核对", $"Report {r.Report} is not issued: there are no files to compare with until it is signed"),
        ReportNotForReader => new("周报只供办理和监督园区事务的人员查阅", "The report is read by those who do or watch over the park's business"),
        _ => throw new NotSupportedException($"No words for {refusal.GetType().Name}."),
    };
}
