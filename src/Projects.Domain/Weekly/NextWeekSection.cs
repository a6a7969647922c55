using System.Collections.Immutable;

namespace Projects;

/// <summary>九、下周计划: what the records say is due in the seven days after the cut-off.</summary>
internal static class NextWeekSection
{
    public static ReportSection Of(WeekBook book) => new("next-week", new("下周计划", "Next week"), [.. Blocks(book)]);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        var next = book.Week.Next;
        var milestones = (
            from project in book.Works
            from milestone in project.Milestones.Values
            where milestone.State is MilestoneState.Planned && next.Contains(milestone.Forecast ?? milestone.Baseline)
            orderby milestone.Forecast ?? milestone.Baseline, project.Id.Code, milestone.Code
            select (Project: project, Milestone: milestone)).ToList();
        if (milestones.Count > 0)
        {
            yield return new ReportSentence(new("预计完成节点{0}个。", "{0} milestones are expected."),
                [ReportTerm.Of(ReportFigure.Count("milestones.next-week", new("下周预计完成节点", "milestones expected next week"), milestones.Select(each => WeekBook.RowOf(each.Project, each.Milestone))))]);
            yield return new ReportTable("milestones-next-week", new("下周节点", "Milestones next week"),
                [new(new("项目", "Project"), 4), new(new("节点", "Milestone"), 4), new(new("基准", "Baseline"), 2), new(new("预计", "Expected"), 2)],
                [.. milestones.Select(each => ImmutableArray.Create(ReportTerm.Plain(each.Project.Particulars!.Name), ReportTerm.Plain(each.Milestone.Name), ReportTerm.Of(each.Milestone.Baseline), ReportTerm.Of(each.Milestone.Forecast ?? each.Milestone.Baseline)))]);
        }
        var due = book.InBooks.Where(issue => issue.IsOpen && next.Contains(issue.Facts.CurrentDue)).OrderBy(issue => issue.Facts.CurrentDue).ThenBy(issue => issue.Row, StringComparer.Ordinal).ToList();
        if (due.Count > 0)
        {
            yield return new ReportSentence(new("到期问题{0}项。", "{0} issues fall due."), [ReportTerm.Of(WeekBook.Count("issues.due-next-week", new("下周到期问题", "issues due next week"), due))]);
            yield return new ReportTable("due-next-week", new("下周到期问题", "Issues due next week"),
                [new(new("编号", "No."), 2), new(new("问题描述", "Issue"), 5), new(new("牵头单位", "Lead unit"), 2), new(new("责任人", "Responsible"), 2), new(new("现时限", "Due"), 2)],
                [.. due.Select(issue => ImmutableArray.Create(ReportTerm.Plain(issue.Issue.Number.Value), ReportTerm.Plain(issue.Issue.Particulars.Description), ReportTerm.Plain(book.NameOf(issue.Facts.Unit)), ReportTerm.Plain(book.NameOf(issue.Issue.Particulars.Responsible)), ReportTerm.Of(issue.Facts.CurrentDue)))]);
        }
        var reviews = WeekBook.Count("issues.review-next-week", new("下周回头看", "reviews next week"), book.InBooks.Where(issue => next.Contains(issue.Issue.NextReview)));
        if (reviews.IsSome)
            yield return new ReportSentence(new("安排回头看{0}项。", "{0} reviews are set."), [ReportTerm.Of(reviews)]);
        if (milestones.Count == 0 && due.Count == 0 && !reviews.IsSome)
            yield return new ReportSentence(new("没有下周到期的节点和问题（{0}项）。", "No milestone, issue or review falls due ({0})."), [ReportTerm.Of(WeekBook.Count("issues.due-next-week", new("下周到期问题", "issues due next week"), due))]);
    }
}
