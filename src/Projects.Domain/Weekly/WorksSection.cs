using System.Collections.Immutable;

namespace Projects;

/// <summary>二、重点项目进展: every project's stage, what it achieved in the week and what comes next.</summary>
internal static class WorksSection
{
    public static ReportSection Of(WeekBook book) => new("works", new("重点项目进展", "Major projects"), [.. Blocks(book)]);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        if (!book.Works.Any())
        {
            yield return new ReportGap(new("重点项目进展", "Progress of major projects"));
            yield break;
        }
        foreach (var (id, words, name, isIt) in new (string, Text, Text, Func<Milestone, bool>)[]
        {
            ("milestones.verified-this-week", new("本周核实完成节点{0}个。", "{0} milestones were verified this week."), new("本周核实节点", "milestones verified this week"), milestone => book.Week.Contains(milestone.VerifiedOn)),
            ("milestones.reported", new("已上报待核实节点{0}个。", "{0} milestones are reported and wait to be verified."), new("待核实节点", "milestones to be verified"), milestone => milestone.State is MilestoneState.Reported),
            ("milestones.late", new("已过基准日期尚未上报完成的节点{0}个。", "{0} milestones are past their baseline and not reported done."), new("逾期节点", "late milestones"), milestone => milestone.State is MilestoneState.Planned && milestone.Baseline < book.Week.Last),
        })
        {
            var figure = Milestones(book, id, name, isIt);
            if (figure.IsSome)
                yield return new ReportSentence(words, [ReportTerm.Of(figure)]);
        }
        yield return new ReportTable("works", new("重点项目进展情况", "Progress of major projects"),
            [new(new("项目", "Project"), 4), new(new("阶段", "Stage"), 2), new(new("亮灯", "Light")), new(new("本周进展", "This week"), 4), new(new("下一节点", "Next milestone"), 3), new(new("预计", "Expected"), 2), new(new("偏差", "Slip"), 2)],
            [.. book.Works.Select(project => Row(book, project))]);
    }

    internal static ReportFigure Milestones(WeekBook book, string id, Text name, Func<Milestone, bool> isIt) => ReportFigure.Count(
        id, name, book.Works.SelectMany(project => project.Milestones.Values.Where(isIt).Select(milestone => WeekBook.RowOf(project, milestone))));

    private static ImmutableArray<ReportTerm> Row(WeekBook book, Project project)
    {
        var next = project.Milestones.Values.Where(milestone => milestone.State is MilestoneState.Planned).OrderBy(milestone => milestone.Baseline).ThenBy(milestone => milestone.Code).FirstOrDefault();
        return
        [
            ReportTerm.Plain(project.Particulars!.Name),
            ReportTerm.Of(StageOf(book, project)),
            ReportTerm.Of(Words.Of(book.LightOf(project))),
            ReportTerm.Of(AchievedIn(book, project)),
            ReportTerm.Plain(next?.Name ?? ""),
            ReportTerm.Of(next?.Forecast ?? next?.Baseline),
            next is not null && Slip.Of(next, book.Calendar) is { } slip ? ReportTerm.Of(MilestoneWords.Of(slip)) : ReportTerm.Nothing,
        ];
    }

    private static Text StageOf(WeekBook book, Project project)
    {
        if (ProjectStage.Of(project) is not { } stage)
            return new("—", "—");
        var label = book.Park.Labels.Of(stage.Stage);
        return stage.Laggard is { } laggard
            ? new($"{label.Zh}（滞后：{laggard.Name}）", $"{label.En} (behind: {laggard.Name})")
            : label;
    }

    /// <summary>Stages entered and milestones verified in the week; "—" where nothing was recorded.</summary>
    private static Text AchievedIn(WeekBook book, Project project)
    {
        List<Text> achieved =
        [
            .. from phase in project.Phases.Values
               from entry in phase.Path
               where book.Week.Contains(entry.On)
               let label = book.Park.Labels.Of(entry.Stage)
               select new Text($"{phase.Name}进入{label.Zh}", $"{phase.Name}: {label.En}"),
            .. from milestone in project.Milestones.Values
               where book.Week.Contains(milestone.VerifiedOn)
               select new Text($"“{milestone.Name}”核实完成", $"“{milestone.Name}” verified"),
        ];
        return achieved.Count == 0 ? new("—", "—") : new(string.Join('；', achieved.Select(text => text.Zh)), string.Join("; ", achieved.Select(text => text.En)));
    }
}
