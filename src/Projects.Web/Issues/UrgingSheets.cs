using System.Collections.Immutable;
using System.Globalization;

namespace Projects.Web.Issues;

/// <summary>The forms of urging 催办 (DOMAIN 9). They offer what the ladder has come to; the rules decide.</summary>
internal static class UrgingSheets
{
    private const string Turn = "turn";

    public static Sheet<IssueCommand>? Of(string verb, IssueSight sight, Insight insight)
    {
        var n = sight.Issue.Number;
        switch (verb)
        {
            case "urge":
                return Urging(n, Due(sight, insight));
            case "replyToUrging":
                return new(
                    [Notices(sight.Issue, UrgingState.AwaitingReply), new TextField("reply", new("答复", "Reply"), 4) { IsRequired = true }, new DayField("promised_date", new("承诺办结日期", "Promised by")) { Hint = new("逾期事项须承诺。", "An overdue issue's reply must promise a day.") }],
                    f => new ReplyToUrging(n, f.Number("notice") ?? 0, f["reply"], f.Day("promised_date")));
            case "settleUrging":
                return new(
                    [Notices(sight.Issue, UrgingState.AwaitingSettlement), IssueSheets.YesOrNo("accepted", new("认定", "Finding"), new("认可", "accepted"), new("不认可", "not accepted")), new TextField("reason", new("意见", "Reason"), 3) { Hint = new("不认可时须写明理由。", "Needed when not accepting.") }],
                    f => new SettleUrging(n, f.Number("notice") ?? 0, IssueSheets.IsYes(f, "accepted"), f.Optional("reason")));
            default:
                return null;
        }
    }

    /// <summary>Where there is one choice alone it stands in the form.</summary>
    public static Filled? Begun(string verb, IssueSight sight, Insight insight) => verb switch
    {
        "urge" when Due(sight, insight) is [var only] => new Filled { [Turn] = ValueOf(only) },
        "replyToUrging" when Notices(sight.Issue, UrgingState.AwaitingReply).Choices is [var only] => new Filled { ["notice"] = only.Value },
        "settleUrging" when Notices(sight.Issue, UrgingState.AwaitingSettlement).Choices is [var only] => new Filled { ["notice"] = only.Value },
        _ => null,
    };

    private static Sheet<IssueCommand> Urging(IssueNumber number, ImmutableArray<UrgingTurn> due) => new(
        [
            new ChoiceField(Turn, new("催办", "Notice"), [.. due.Select(turn => new Choice(ValueOf(turn), Words(turn)))]) { IsRequired = true },
            new TextField("document", new("文号", "Document")),
            new TextField("message", new("催办事由", "Message"), 3),
        ],
        f => new UrgeIssue(number, Part<UrgingTrigger>(f, 0), Part<UrgingLevel>(f, 1), f.Optional("document"), f.Optional("message")));

    private static string ValueOf(UrgingTurn turn) => $"{turn.Condition.Trigger}/{turn.Level}";

    private static TEnum Part<TEnum>(Filled filled, int place) where TEnum : struct, Enum => Enum.Parse<TEnum>(filled[Turn].Split('/')[place]);

    // A turn does not ask which project the issue belongs to.
    private static ImmutableArray<UrgingTurn> Due(IssueSight sight, Insight insight) =>
        UrgingTurn.Of(IssueFacts.Of(default, sight.Issue, sight.List), sight.Issue.Urgings, insight.Today, insight.Park.Policy, insight.Calendar).RemoveAll(turn => !turn.IsDue);

    private static ChoiceField Notices(Issue issue, UrgingState state) => new("notice", new("哪一次催办", "Which notice"),
        [.. issue.Urgings.Where(notice => notice.StateIn(issue) == state).Select(notice => new Choice(notice.No.ToString(CultureInfo.InvariantCulture), Words(notice)))]) { IsRequired = true };

    private static Text Words(UrgingTurn turn) => Both(UrgingWords.Of(turn.Level), UrgingWords.Of(turn.Condition));

    private static Text Words(UrgingNotice notice) => Both(UrgingWords.Of(notice.Level), UrgingWords.Of(notice.Condition));

    private static Text Both(Text level, Text condition) => new($"{level.Zh} · {condition.Zh}", $"{level.En} · {condition.En}");
}
