using System.Collections.Immutable;

namespace Projects;

/// <summary>三、投资完成, each basis by itself: the two are never summed (DOMAIN 5).</summary>
internal static class InvestmentSection
{
    public static ReportSection Of(WeekBook book) => new("investment", new("投资完成", "Investment"), [.. Blocks(book)]);

    private static IEnumerable<ReportBlock> Blocks(WeekBook book)
    {
        foreach (var basis in Enum.GetValues<InvestmentBasis>())
        {
            var name = InvestmentWords.Of(basis);
            yield return new ReportHeading(name);
            var whole = OfPark(book, basis);
            if (whole.SinceStart == Money.Zero && whole.Plan is null)
            {
                yield return new ReportGap(new($"{name.Zh}口径投资", $"Investment by {name.En}"));
                continue;
            }
            yield return Sentence(book, basis, whole);
            yield return Table(book, basis, whole);
            if (Curve(book, basis) is { } curve)
                yield return curve;
        }
    }

    /// <summary>What nobody entered is missing, not zero.</summary>
    private static ReportSentence Sentence(WeekBook book, InvestmentBasis basis, InvestmentFigures whole)
    {
        var month = whole.Month;
        var said = new SentenceBuilder();
        if (HasEntry(book.Works, basis, entry => entry.Month == month))
            said.Add(new($"{month.Number}月完成{{0}}", "{0} in the month"), Amount(book, basis, "month", whole, whole.InMonth, entry => entry.Month == month));
        else
            said.Add(new($"{month.Number}月完成数据缺失", "no data for the month"));
        var hasYear = HasEntry(book.Works, basis, entry => entry.Month.Year == month.Year);
        if (hasYear)
            said.Add(new("本年累计完成{0}", "{0} since January"), Amount(book, basis, "year", whole, whole.YearToDate, entry => entry.Month.Year == month.Year));
        else
            said.Add(new("本年累计完成数据缺失", "no data since January"));
        if (whole.Plan is { } plan)
            said.Add(new("年度计划{0}", "{0} planned for the year"), new ReportFigure(Id(basis, "plan"), new("年度计划", "plan of the year"), new ReportValue.Amount(plan), Planned(book, basis)));
        if (hasYear && whole.Ahead is { } ahead)
        {
            said.Add(new("完成率{0}", "{0} of it done"), Share(book, basis, whole));
            said.Add(
                new($"进度差{{0}}（时间进度{whole.Time.Percent(Language.Chinese)}）", $"{{0}} against time ({whole.Time.Percent(Language.English)} of the year)"),
                new ReportFigure(Id(basis, "ahead"), new("进度差", "ahead of time"), new ReportValue.Points(ahead), Planned(book, basis)));
        }
        return said.ToSentence();
    }

    private static ReportTable Table(WeekBook book, InvestmentBasis basis, InvestmentFigures whole)
    {
        var name = InvestmentWords.Of(basis);
        return new($"investment.{basis}", new($"各项目投资完成情况（{name.Zh}）", $"Investment by project ({name.En})"),
            [new(new("项目", "Project"), 4), new(new("本月完成", "Month"), 2), new(new("本年完成", "Year to date"), 2), new(new("年度计划", "Plan"), 2), new(new("完成率", "Completion"), 2), new(new("进度差", "Ahead"), 2)],
            [
                .. from project in book.Works
                   let figures = InvestmentFigures.Of(project.Investment, basis, book.Week.Last)
                   where figures.SinceStart != Money.Zero || figures.Plan is not null
                   select Row(ReportTerm.Plain(project.Particulars!.Name), project.Id.Code.Value, WeekBook.RowOf(project), [project], basis, figures),
                Row(ReportTerm.Of(new Text("合计", "Total")), "park", ResourceName.Of(book.Park.Code), book.Works, basis, whole),
            ]);
    }

    private static ImmutableArray<ReportTerm> Row(ReportTerm name, string whose, string row, IEnumerable<Project> projects, InvestmentBasis basis, InvestmentFigures figures)
    {
        var hasYear = HasEntry(projects, basis, entry => entry.Month.Year == figures.Month.Year);
        ReportTerm Cell(string id, Text called, ReportValue value) => ReportTerm.Of(new ReportFigure(Id(basis, $"{id}.{whose}"), called, value, [row]));
        return
        [
            name,
            HasEntry(projects, basis, entry => entry.Month == figures.Month) ? Cell("month", new("本月完成", "month"), new ReportValue.Amount(figures.InMonth)) : Missing,
            hasYear ? Cell("year", new("本年完成", "year to date"), new ReportValue.Amount(figures.YearToDate)) : Missing,
            figures.Plan is { } plan ? Cell("plan", new("年度计划", "plan"), new ReportValue.Amount(plan)) : Missing,
            !hasYear || figures.Plan is null ? Missing : Cell("completion", new("完成率", "completion"), new ReportValue.Share(figures.Completion)),
            hasYear && figures.Ahead is { } ahead ? Cell("ahead", new("进度差", "ahead"), new ReportValue.Points(ahead)) : Missing,
        ];
    }

    private static ReportTerm Missing { get; } = ReportTerm.Of(new Text("数据缺失", "no data"));

    /// <summary>The year's plan month by month, and what was done of it: an S-curve. Null without a plan.</summary>
    private static ReportChart? Curve(WeekBook book, InvestmentBasis basis)
    {
        var (year, through) = (book.Week.Last.Year, book.Week.Last.Month);
        ImmutableArray<InvestmentPlan> plans = [.. Plans(book, basis).Select(each => each.Plan)];
        if (plans.IsEmpty)
            return null;
        var entries = book.Works.SelectMany(project => project.Investment.Entries).Where(entry => entry.Basis == basis && entry.Month.Year == year).ToLookup(entry => entry.Month.Number, entry => entry.Amount);
        var (planned, done) = (Money.Zero, Money.Zero);
        var (plan, actual) = (ImmutableArray.CreateBuilder<decimal?>(12), ImmutableArray.CreateBuilder<decimal?>(12));
        for (var month = 1; month <= 12; month++)
        {
            planned += Money.Sum(plans.Select(each => each.Months[month - 1]));
            done += Money.Sum(entries[month]);
            plan.Add(planned.InWan);
            actual.Add(month <= through && entries.Any(each => each.Key <= month) ? done.InWan : null);
        }
        var name = InvestmentWords.Of(basis);
        return new($"curve.{basis}", new($"{year}年投资累计曲线（{name.Zh}）", $"Investment of {year}, cumulative ({name.En})"), ReportChartKind.Lines,
            [.. Enumerable.Range(1, 12).Select(month => new Text($"{month}月", $"{month}"))],
            [new(new("计划累计", "planned"), plan.MoveToImmutable()), new(new("完成累计", "done"), actual.MoveToImmutable())],
            new("万元", "10,000 CNY"));
    }

    private static InvestmentFigures OfPark(WeekBook book, InvestmentBasis basis)
    {
        var each = book.Works.Select(project => InvestmentFigures.Of(project.Investment, basis, book.Week.Last)).ToList();
        var planned = each.Where(figures => figures.Plan is not null).ToList();
        return InvestmentFigures.Of(basis, book.Week.Last,
            Money.Sum(each.Select(figures => figures.InMonth)), Money.Sum(each.Select(figures => figures.YearToDate)), Money.Sum(each.Select(figures => figures.SinceStart)),
            planned.Count == 0 ? null : Money.Sum(planned.Select(figures => figures.Plan!.Value)));
    }

    private static ReportFigure Amount(WeekBook book, InvestmentBasis basis, string id, InvestmentFigures whole, Money amount, Func<InvestmentEntry, bool> isOf) => new(
        Id(basis, id), new($"{InvestmentWords.Of(basis).Zh}完成", $"{InvestmentWords.Of(basis).En}"), new ReportValue.Amount(amount),
        [.. Entries(book, basis, entry => isOf(entry) && entry.Month.CompareTo(whole.Month) <= 0)]);

    private static ReportFigure Share(WeekBook book, InvestmentBasis basis, InvestmentFigures whole) => new(
        Id(basis, "completion"), new("年度投资完成率", "completion of the year's plan"), new ReportValue.Share(whole.Completion), [.. Entries(book, basis, entry => entry.Month.Year == whole.Month.Year && entry.Month.CompareTo(whole.Month) <= 0)]);

    private static IEnumerable<string> Entries(WeekBook book, InvestmentBasis basis, Func<InvestmentEntry, bool> isOf) =>
        from project in book.Works
        from entry in project.Investment.Entries
        where entry.Basis == basis && isOf(entry)
        select ResourceName.Of(project.Id, entry.Code);

    private static IEnumerable<(Project Project, InvestmentPlan Plan)> Plans(WeekBook book, InvestmentBasis basis) =>
        from project in book.Works
        from plan in project.Investment.Plans
        where plan.Basis == basis && plan.Year == book.Week.Last.Year
        select (project, plan);

    private static ImmutableArray<string> Planned(WeekBook book, InvestmentBasis basis) => [.. Plans(book, basis).Select(each => WeekBook.RowOf(each.Project))];

    private static bool HasEntry(IEnumerable<Project> projects, InvestmentBasis basis, Func<InvestmentEntry, bool> isOf) =>
        projects.Any(project => project.Investment.Entries.Any(entry => entry.Basis == basis && isOf(entry)));

    private static string Id(InvestmentBasis basis, string what) => $"investment.{basis}.{what}";
}
