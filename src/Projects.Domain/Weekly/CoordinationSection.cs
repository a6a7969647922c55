using System.Collections.Immutable;

namespace Projects;

/// <summary>八、需协调事项: difficulties reported in the week, and what waits for somebody above the lead unit.</summary>
internal static class CoordinationSection
{
    public static ReportSection Of(WeekBook book) => new("coordination", new("需协调事项", "To be coordinated"), [.. Blocks(book)]);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        foreach (var (id, name, words, isIt) in new (string, Text, Text, Func<WeekIssue, bool>)[]
        {
            ("extension-pending", new("待审批延期", "extensions waiting"), new("待审批延期{0}项。", "{0} extensions wait for a decision."), issue => issue.Issue.PendingExtension is not null),
            ("disputed", new("对牵头单位有异议", "disputed assignments"), new("对牵头单位有异议、待改派{0}项。", "{0} assignments are disputed."), issue => issue.Issue.Dispute is not null),
            ("suspended", new("中止事项", "suspended issues"), new("中止整改{0}项，时限照常计算。", "{0} issues are suspended; their clock runs on."), issue => issue.Facts.State is IssueState.Suspended),
        })
        {
            var figure = WeekBook.Count($"issues.{id}", name, book.InBooks.Where(isIt));
            if (figure.IsSome)
                yield return new ReportSentence(words, [ReportTerm.Of(figure)]);
        }
        var asked = WorksSection.Milestones(book, "milestones.baseline-proposed", new("待审批基准变更", "baseline changes waiting"), milestone => milestone.Proposal is not null);
        if (asked.IsSome)
            yield return new ReportSentence(new("节点基准变更待审批{0}项。", "{0} changes of a milestone's baseline wait for a decision."), [ReportTerm.Of(asked)]);

        ImmutableArray<ImmutableArray<ReportTerm>> difficulties =
        [
            .. from issue in book.InBooks
               where issue.ProgressIn(book.Week) is { Difficulty.Length: > 0 }
               select ImmutableArray.Create(
                   ReportTerm.Plain(issue.Issue.Number.Value), ReportTerm.Plain(issue.Issue.Particulars.Description),
                   ReportTerm.Plain(book.NameOf(issue.Facts.Unit)), ReportTerm.Plain(issue.ProgressIn(book.Week)!.Difficulty!)),
        ];
        if (!difficulties.IsEmpty)
        {
            yield return new ReportTable("difficulties", new("本周反映的困难", "Difficulties reported this week"),
                [new(new("编号", "No."), 2), new(new("问题描述", "Issue"), 5), new(new("牵头单位", "Lead unit"), 2), new(new("存在困难", "Difficulty"), 5)], difficulties);
        }
    }
}
