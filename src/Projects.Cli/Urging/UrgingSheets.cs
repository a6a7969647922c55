using Projects.Cli.Show;
using Projects.Cli.Wire;

namespace Projects.Cli.Urging;

/// <summary>The notices of one issue, and what is due to be urged in the park.</summary>
internal static class UrgingSheets
{
    public static IEnumerable<Sheet> Of(ListDueUrgingsResponse due, Language language)
    {
        yield return new($"{new Said("今日应催", "Due to be urged on").In(language)} {Cells.Date(due.Date)}",
            [.. Columns.Select(column => column.In(language))],
            [.. due.DueUrgings.Select(one => (IReadOnlyList<string>)
                [one.Issue.Number, ResourceNames.Short(one.Issue.Issue.Split("/issues/")[0]), Cells.Term(one.Level, LevelType, language), Cells.Term(one.Trigger, TriggerType, language),
                    Cells.Date(one.Issue.CurrentDueDate), ResourceNames.Short(one.Issue.LeadUnit), one.Issue.Description])]);
        yield return Sheet.Line(new Said($"共 {due.TotalSize} 条。", $"{due.TotalSize} in all.").In(language));
    }

    /// <summary>Of one issue: the issue itself is not said again, and each notice's last reply stands beside it.</summary>
    public static Sheet Of(IEnumerable<UrgingNotice> notices, Language language) => new(new Said("催办", "Urging").In(language),
        ["#", .. NoticeColumns.Select(column => column.In(language))],
        [.. notices.Select(notice => (IReadOnlyList<string>)
            [notice.Number.ToString(CultureInfo.InvariantCulture), Cells.Term(notice.Level, LevelType, language), Cells.Term(notice.Trigger, TriggerType, language),
                Cells.Term(notice.State, StateType, language), Cells.Signed(notice.By), Cells.Date(notice.ReplyByDate), notice.Message, notice.Replies.LastOrDefault()?.Text ?? ""])]);

    private static EnumDescriptor LevelType => UrgingNotice.Descriptor.FindFieldByName("level").EnumType;

    private static EnumDescriptor TriggerType => UrgingNotice.Descriptor.FindFieldByName("trigger").EnumType;

    private static EnumDescriptor StateType => UrgingNotice.Descriptor.FindFieldByName("state").EnumType;

    private static readonly Said[] Columns =
        [new("编号", "number"), new("项目", "project"), new("级别", "level"), new("起因", "trigger"), new("期限", "due"), new("牵头单位", "lead unit"), new("问题", "issue")];

    private static readonly Said[] NoticeColumns =
        [new("级别", "level"), new("起因", "trigger"), new("状态", "state"), new("催办", "by"), new("答复期限", "reply by"), new("要求", "message"), new("答复", "reply")];
}
