namespace Projects;

/// <summary>六、要素保障与企业诉求: what enterprises asked for, and where somebody went to hear it.</summary>
internal static class DemandSection
{
    public static ReportSection Of(WeekBook book) => new("demands", new("要素保障与企业诉求", "Factors and enterprises' demands"), [.. Blocks(book)]);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        yield return new ReportGap(new("要素保障", "Factors"));
        var demands = book.InBooks.Where(issue => issue.Facts.Tier is Tier.Enterprise).ToList();
        var visits = book.Projects
            .SelectMany(project => project.Visits.Values.Where(visit => visit.CorrectedBy is null && book.Week.Contains(visit.Particulars.On)).Select(visit => (Project: project, Visit: visit)))
            .ToList();
        if (demands.Count == 0 && visits.Count == 0)
        {
            yield return new ReportGap(new("企业诉求", "Enterprises' demands"));
            yield break;
        }
        if (demands.Count > 0)
        {
            yield return new ReportSentence(
                new("企业诉求在册{0}项，未办结{1}项。", "{0} demands of enterprises are in the books, {1} of them open."),
                [
                    ReportTerm.Of(WeekBook.Count("demands.in-books", new("企业诉求", "demands"), demands)),
                    ReportTerm.Of(WeekBook.Count("demands.open", new("未办结企业诉求", "open demands"), demands.Where(issue => issue.IsOpen))),
                ]);
        }
        foreach (var (id, words, isIt) in new (string, Text, Func<WeekIssue, bool>)[]
        {
            ("registered-this-week", new("本周新收{0}项。", "{0} came in this week."), issue => issue.RegisteredIn(book.Week)),
            ("closed-this-week", new("本周办结{0}项。", "{0} were settled this week."), issue => issue.ClosedIn(book.Week)),
        })
        {
            var figure = WeekBook.Count($"demands.{id}", new("企业诉求", "demands"), demands.Where(isIt));
            if (figure.IsSome)
                yield return new ReportSentence(words, [ReportTerm.Of(figure)]);
        }
        if (visits.Count == 0)
            yield break;
        var went = ReportFigure.Count("visits.this-week", new("本周走访", "visits this week"), visits.Select(each => ResourceName.Of(each.Project.Id, each.Visit.Code)));
        yield return new ReportSentence(new("本周走访{0}次。", "{0} visits were made this week."), [ReportTerm.Of(went)]);
        yield return new ReportTable("visits", new("本周走访情况", "Visits this week"),
            [new(new("日期", "Day"), 2), new(new("项目", "Project"), 3), new(new("企业或地点", "Enterprise or place"), 3), new(new("走访人员", "Visitors"), 3), new(new("诉求", "Demands"), 5)],
            [
                .. from each in visits
                   orderby each.Visit.Particulars.On, each.Project.Id.Code, each.Visit.Code
                   select System.Collections.Immutable.ImmutableArray.Create(
                       ReportTerm.Of(each.Visit.Particulars.On), ReportTerm.Plain(each.Project.Particulars!.Name),
                       ReportTerm.Plain(each.Visit.Particulars.Enterprise ?? each.Visit.Particulars.Place ?? ""),
                       ReportTerm.Plain(string.Join('、', each.Visit.Particulars.Visitors.Select(person => book.NameOf(person)))),
                       ReportTerm.Plain(string.Join('；', each.Visit.Particulars.Demands))),
            ]);
    }
}
