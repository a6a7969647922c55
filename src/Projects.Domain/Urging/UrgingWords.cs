namespace Projects;

/// <summary>The words of urging: labels, events and obstacles.</summary>
public static class UrgingWords
{
    public static Text Of(UrgingLevel level) => level switch
    {
        UrgingLevel.Reminder => new("提醒", "reminder"),
        UrgingLevel.UrgingSlip => new("催办单", "urging slip"),
        UrgingLevel.SupervisionLetter => new("督办函", "supervision letter"),
        UrgingLevel.ListedSupervision => new("挂牌督办", "listed supervision"),
        UrgingLevel.InterviewProposal => new("约谈建议", "interview proposal"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static Text Of(UrgingTrigger trigger) => trigger switch
    {
        UrgingTrigger.LateAcceptance => new("逾期签收", "late acceptance"),
        UrgingTrigger.NearDue => new("临期", "near its due date"),
        UrgingTrigger.Overdue => new("逾期", "overdue"),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
    };

    public static Text Of(UrgingState state) => state switch
    {
        UrgingState.AwaitingReply => new("待答复", "awaiting reply"),
        UrgingState.AwaitingSettlement => new("待认定", "awaiting settlement"),
        UrgingState.Answered => new("已答复", "answered"),
        UrgingState.Superseded => new("已续催", "superseded"),
        UrgingState.AtRest => new("已停催", "at rest"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What an issue is urged for: 逾期, 临期（10个工作日内）.</summary>
    public static Text Of(UrgingCondition condition) => condition.WithinWorkingDays is { } days
        ? new($"{Of(condition.Trigger).Zh}（{days}个工作日内）", $"{Of(condition.Trigger).En} (within {days} working days)")
        : Of(condition.Trigger);

    /// <summary>What happened, without the issue's number.</summary>
    internal static Text? OfEvent(IssueEvent happened) => happened switch
    {
        IssueUrged { ByItself: true } e => new($"逾期签收，自动{Of(e.Level).Zh}，{Day(e.ReplyBy)} 前答复", $"accepted late, {Of(e.Level).En} by itself, reply by {Day(e.ReplyBy)}"),
        IssueUrged e => new($"催办：{Of(e.Level).Zh}（{Of(e.Condition).Zh}），{Day(e.ReplyBy)} 前答复", $"urged: {Of(e.Level).En} ({Of(e.Condition).En}), reply by {Day(e.ReplyBy)}"),
        UrgingReplied e => new($"答复第{e.Notice}次催办{(e.Late ? "（逾期）" : "")}：{e.Reply}", $"replied to notice {e.Notice}{(e.Late ? " late" : "")}: {e.Reply}"),
        UrgingSettled { Accepted: true } e => new($"认可第{e.Notice}次催办的答复", $"reply to notice {e.Notice} accepted"),
        UrgingSettled e => new($"不认可第{e.Notice}次催办的答复：{e.Reason}", $"reply to notice {e.Notice} not accepted: {e.Reason}"),
        _ => null,
    };

    internal static Text Of(UrgingRefusal refusal) => refusal switch
    {
        NothingToUrge { Trigger: { } trigger } r => new(
            $"事项 {r.Number} 在该日并无“{Of(trigger).Zh}”情形，不能据此催办。",
            $"Issue {r.Number} gives no cause on that day to be urged as {Of(trigger).En}."),
        NothingToUrge r => new($"事项 {r.Number} 未逾期也未临期，无须催办。", $"Issue {r.Number} is neither late nor near its due date: there is nothing to urge."),
        UrgedAlready r => new(
            $"事项 {r.Number} 的同一情形已于 {Day(r.On)} 催办（第{r.Notice}次），同级不再催办。",
            $"Issue {r.Number} was urged for this at this level on {Day(r.On)} (notice {r.Notice}); it is not urged twice."),
        UrgingOutOfTurn r => new(
            $"催办须逐级进行：事项 {r.Number} 现应为“{Of(r.Next).Zh}”，不是“{Of(r.Level).Zh}”。",
            $"Urging climbs one level at a time: for issue {r.Number} it is the turn of the {Of(r.Next).En}, not of the {Of(r.Level).En}."),
        UrgingWaits r => Waiting(r),
        UrgingNotOpen r => new(
            $"事项 {r.Number} 的第{r.Notice}次催办现为“{Of(r.State).Zh}”，不能这样办理。",
            $"Notice {r.Notice} of issue {r.Number} is {Of(r.State).En}, which does not allow this."),
        NoUrgingAwaits r => new($"事项 {r.Number} 没有“{Of(r.For).Zh}”的催办。", $"No notice of issue {r.Number} is {Of(r.For).En}."),
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    private static Text Waiting(UrgingWaits r) => r switch
    {
        { Wait: UrgingWait.ReplyTime, Until: { } until } => new(
            $"事项 {r.Number} 的第{r.Notice}次催办答复期到 {Day(until)} 止，期满未答复方可进入下一级。",
            $"The reply time of notice {r.Notice} to issue {r.Number} runs until {Day(until)}; only then the next level may follow."),
        { Wait: UrgingWait.Settlement } => new(
            $"事项 {r.Number} 的第{r.Notice}次催办已有答复待认定。请先认定。",
            $"A reply to notice {r.Notice} of issue {r.Number} waits to be settled. Settle it first."),
        { Wait: UrgingWait.LadderEnds } => new($"事项 {r.Number} 已到最高一级催办。", $"Issue {r.Number} has been urged at the highest level."),
        { Until: { } until } => new(
            $"事项 {r.Number} 的第{r.Notice}次催办答复已获认可，承诺 {Day(until)} 办结，期满方可再催。",
            $"The reply to notice {r.Notice} of issue {r.Number} was accepted and promises {Day(until)}; wait until it is past."),
        { Wait: UrgingWait.Answered } => new($"事项 {r.Number} 的第{r.Notice}次催办答复已获认可。", $"The reply to notice {r.Notice} of issue {r.Number} was accepted."),
        _ => new($"事项 {r.Number} 的这一期限已提醒过（第{r.Notice}次）。", $"Issue {r.Number} was warned of this limit before (notice {r.Notice})."),
    };

    private static string Day(DateOnly day) => Words.Day(day);
}
