namespace Projects;

/// <summary>一、总体情况: how many projects show which light, how many issues are open, and what differs from the last report.</summary>
internal static class OverviewSection
{
    public static ReportSection Of(WeekBook book, IReadOnlyDictionary<string, ReportFigure> lastIssue) => new("overview", new("总体情况", "Overview"), [.. Blocks(book, lastIssue)]);

    public static ReportFigure Works(WeekBook book) => WeekBook.Count("projects.works", new("在库重大项目", "major projects"), book.Works);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book, IReadOnlyDictionary<string, ReportFigure> lastIssue)
    {
        var works = Works(book);
        if (works.IsSome)
        {
            var byLight = book.Works.ToLookup(book.LightOf);
            yield return new ReportSentence(
                new("截至{0}，在库重大项目{1}个，其中红灯{2}个、黄灯{3}个、绿灯{4}个。", "By {0} the park keeps {1} major projects: {2} red, {3} yellow, {4} green."),
                [
                    ReportTerm.Spoken(book.Week.Last), ReportTerm.Of(works),
                    ReportTerm.Of(WeekBook.Count("projects.red", new("红灯项目", "red projects"), byLight[Light.Red])),
                    ReportTerm.Of(WeekBook.Count("projects.yellow", new("黄灯项目", "yellow projects"), byLight[Light.Yellow])),
                    ReportTerm.Of(WeekBook.Count("projects.green", new("绿灯项目", "green projects"), byLight[Light.Green])),
                ]);
        }
        else
        {
            yield return new ReportGap(new("重大项目", "Major projects"));
        }
        var added = WeekBook.Count("projects.registered-this-week", new("本周新入库项目", "projects registered this week"), book.Works.Where(project => book.Week.Contains(project.RegisteredOn)));
        if (added.IsSome)
            yield return new ReportSentence(new("本周新入库{0}个。", "{0} were registered this week."), [ReportTerm.Of(added)]);
        foreach (var id in new[] { "open", "overdue" })
        {
            var figure = IssueSection.Figure(book, id);
            if (Compared(figure, lastIssue) is { } sentence)
                yield return sentence;
        }
    }

    /// <summary>Null where there is no last report, or the figure is what it was: nothing is said of nothing.</summary>
    private static ReportSentence? Compared(ReportFigure figure, IReadOnlyDictionary<string, ReportFigure> lastIssue)
    {
        if (!lastIssue.TryGetValue(figure.Id, out var before) || (before.Value, figure.Value) is not (ReportValue.Count was, ReportValue.Count now) || was == now)
            return null;
        // What makes the difference: rows counted in one of the two only.
        var difference = new ReportFigure(
            $"{figure.Id}.difference", new($"{figure.Name.Zh}比上期", $"{figure.Name.En} against the last report"),
            new ReportValue.Count(Math.Abs(now.Number - was.Number)), [.. figure.Rows.Except(before.Rows), .. before.Rows.Except(figure.Rows)]);
        var more = now.Number > was.Number;
        return new(
            new($"{figure.Name.Zh}{{0}}项，比上期{(more ? "增加" : "减少")}{{1}}项。", $"{{0}} {figure.Name.En}, {{1}} {(more ? "more" : "fewer")} than in the last report."),
            [ReportTerm.Of(figure), ReportTerm.Of(difference)]);
    }
}
