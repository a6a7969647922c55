using System.Collections.Immutable;

namespace Projects;

/// <summary>七、预警与督办: which projects are red or yellow and why, what is overdue, and who was urged.</summary>
internal static class WarningSection
{
    public static ReportSection Of(WeekBook book, string template) => new("warnings", new("预警与督办", "Warnings and urging"), [.. Said(book, template)]);

    /// <summary>Where nothing is found that is said, with what was looked through; where nothing is kept, data are missing.</summary>
    private static IEnumerable<ReportBlock> Said(WeekBook book, string template)
    {
        var blocks = Blocks(book).ToList();
        if (blocks.Count > 0 || template is WeeklyReport.FirstTemplate)
            return blocks;
        if (book.Projects.IsEmpty)
            return [new ReportGap(new("预警与督办", "Warnings and urging"))];
        return
        [
            new ReportSentence(
                new("本期无预警事项（在库重大项目{0}个，在册问题{1}项）。", "There is nothing to warn of this week ({0} major projects, {1} issues in the books)."),
                [ReportTerm.Of(OverviewSection.Works(book)), ReportTerm.Of(IssueSection.Figure(book, "in-books"))]),
        ];
    }

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        var warned = book.Projects.Select(project => (Project: project, Reasons: book.ReasonsOf(project))).Where(each => !each.Reasons.IsEmpty).ToList();
        if (warned.Count > 0)
        {
            yield return new ReportTable("lights", new("红灯、黄灯项目", "Red and yellow projects"),
                [new(new("项目", "Project"), 4), new(new("亮灯", "Light")), new(new("原因", "Why"), 6)],
                [
                    .. warned.OrderByDescending(each => each.Reasons[0].Light).Select(each => ImmutableArray.Create(
                        ReportTerm.Plain(each.Project.Particulars!.Name), ReportTerm.Of(Words.Of(each.Reasons[0].Light)), ReportTerm.Of(Joined(each.Reasons.Select(Words.Of))))),
                ]);
        }
        var overdue = book.InBooks.Where(issue => issue.IsOverdueAt(book.Week)).OrderBy(issue => issue.Facts.CurrentDue).ThenBy(issue => issue.Row, StringComparer.Ordinal).ToList();
        if (overdue.Count > 0)
        {
            var fresh = WeekBook.Count("issues.overdue-since-this-week", new("本周新逾期", "fell overdue this week"), overdue.Where(issue => issue.FellOverdueIn(book.Week)));
            if (fresh.IsSome)
                yield return new ReportSentence(new("本周新增逾期{0}项。", "{0} fell overdue this week."), [ReportTerm.Of(fresh)]);
            yield return new ReportTable("overdue", new("逾期问题清单", "Overdue issues"),
                [new(new("编号", "No."), 2), new(new("问题描述", "Issue"), 5), new(new("牵头单位", "Lead unit"), 2), new(new("责任领导", "Leader"), 2), new(new("现时限", "Due"), 2), new(new("逾期（日）", "Days late"))],
                [
                    .. overdue.Select(issue => ImmutableArray.Create(
                        ReportTerm.Plain(issue.Issue.Number.Value), ReportTerm.Plain(issue.Issue.Particulars.Description), ReportTerm.Plain(book.NameOf(issue.Facts.Unit)),
                        ReportTerm.Plain(book.NameOf(issue.Issue.Particulars.Leader)), ReportTerm.Of(issue.Facts.CurrentDue),
                        ReportTerm.Of(new ReportFigure($"late.{issue.Row}", new("逾期天数", "days late"), new ReportValue.Count(book.Week.Last.DayNumber - issue.Facts.CurrentDue!.Value.DayNumber), [issue.Row])))),
                ]);
        }
        foreach (var level in Enum.GetValues<UrgingLevel>())
        {
            var (name, urged) = (UrgingWords.Of(level), book.InBooks.Where(issue => issue.Issue.Urgings.Any(notice => notice.Level == level && book.Week.Contains(notice.On))));
            var figure = WeekBook.Count($"urgings.{level}.this-week", new($"本周{name.Zh}", $"{name.En} this week"), urged);
            if (figure.IsSome)
                yield return new ReportSentence(new($"本周发出{name.Zh}，涉及{{0}}项。", $"{{0}} issues were given a notice of the level “{name.En}” this week."), [ReportTerm.Of(figure)]);
        }
        var silent = WeekBook.Count("urgings.reply-late", new("催办逾期未答复", "urgings not answered in time"),
            book.InBooks.Where(issue => issue.Issue.Urgings.Any(notice => notice.StateIn(issue.Issue) is UrgingState.AwaitingReply && notice.ReplyBy < book.Week.Last)));
        if (silent.IsSome)
            yield return new ReportSentence(new("催办后逾期未答复{0}项。", "{0} urged issues are past their day of reply."), [ReportTerm.Of(silent)]);
    }

    private static Text Joined(IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return new(string.Join('；', all.Select(text => text.Zh)), string.Join("; ", all.Select(text => text.En)));
    }
}
