using System.Collections.Immutable;

namespace Projects;

/// <summary>四、问题整改销号: what came in, was closed, came back, was extended and went late in the week, by tier and by unit, and every list's own rate.</summary>
internal static class IssueSection
{
    private const int ChartWeeks = 12;

    /// <summary>What is told of any set of issues, in the columns' order.</summary>
    private static readonly ImmutableArray<(string Id, Text Name, Func<WeekIssue, ReportWeek, bool> Is)> Told =
    [
        ("in-books", new("在册", "in the books"), (issue, _) => issue.Facts.State.IsInBooks()),
        ("open", new("未销号", "open"), (issue, _) => issue.IsOpen),
        ("registered-this-week", new("本周立账", "registered this week"), (issue, week) => issue.RegisteredIn(week)),
        ("closed-this-week", new("本周销号", "closed this week"), (issue, week) => issue.ClosedIn(week)),
        ("returned-this-week", new("本周退回", "returned this week"), (issue, week) => issue.ReturnedIn(week)),
        ("extended-this-week", new("本周延期", "extended this week"), (issue, week) => issue.ExtendedIn(week)),
        ("overdue", new("逾期", "overdue"), (issue, week) => issue.IsOverdueAt(week)),
        ("reopened-this-week", new("本周重开", "reopened this week"), (issue, week) => issue.ReopenedIn(week)),
    ];

    public static ReportFigure Figure(WeekBook book, string id) => Of(book, "issues", new("", ""), book.InBooks).First(figure => figure.Id == $"issues.{id}");

    public static ReportSection Of(WeekBook book)
    {
        var rates = RatesOf(book);
        return new("issues", new("问题整改销号", "Issues rectified and closed"),
        [
            .. Sentences(book),
            new ReportHeading(new("分层级情况", "By tier")),
            Table(book, "tiers", new("各层级问题整改销号情况", "Issues by tier"), new("层级", "Tier"),
                book.InBooks.GroupBy(issue => issue.Facts.Tier).OrderBy(group => group.Key),
                tier => $"tier.{tier}", tier => book.Park.Labels.Of(tier)),
            new ReportHeading(new("分单位情况", "By unit")),
            Table(book, "units", new("各牵头单位问题整改销号情况", "Issues by lead unit"), new("牵头单位", "Lead unit"),
                book.InBooks.GroupBy(issue => issue.Facts.Unit).OrderBy(group => group.Key?.Value, StringComparer.Ordinal),
                unit => $"unit.{unit}", unit => Same(book.NameOf(unit))),
            new ReportHeading(new("分清单完成情况", "By list")),
            Lists(book, rates),
            Chart(book),
        ]);
    }

    private static IEnumerable<ReportBlock> Sentences(WeekBook book)
    {
        var figures = Of(book, "issues", new("", ""), book.InBooks).ToDictionary(figure => figure.Id["issues.".Length..]);
        if (!figures["in-books"].IsSome)
        {
            yield return new ReportGap(new("问题清单", "Issues"));
            yield break;
        }
        yield return new ReportSentence(
            new("截至{0}，在册问题{1}项，未销号{2}项。", "By {0} there are {1} issues in the books, {2} of them open."),
            [ReportTerm.Spoken(book.Week.Last), ReportTerm.Of(figures["in-books"]), ReportTerm.Of(figures["open"])]);
        foreach (var (id, words) in new (string, Text)[]
        {
            ("registered-this-week", new("本周新立账{0}项。", "{0} registered this week.")),
            ("closed-this-week", new("本周销号{0}项。", "{0} closed this week.")),
            ("returned-this-week", new("本周核查、审批退回整改{0}项。", "{0} returned for rework this week.")),
            ("extended-this-week", new("本周批准延期{0}项。", "{0} granted an extension this week.")),
            ("reopened-this-week", new("本周回头看重新立账{0}项。", "{0} reopened this week.")),
            ("overdue", new("逾期未销号{0}项。", "{0} overdue.")),
        })
        {
            if (figures[id].IsSome)
                yield return new ReportSentence(words, [ReportTerm.Of(figures[id])]);
        }
    }

    private static IEnumerable<ReportFigure> Of(WeekBook book, string prefix, Text whose, IEnumerable<WeekIssue> issues)
    {
        var members = issues as IReadOnlyCollection<WeekIssue> ?? [.. issues];
        return Told.Select(told => WeekBook.Count(
            $"{prefix}.{told.Id}", whose.Zh.Length == 0 ? told.Name : new Text($"{whose.Zh} {told.Name.Zh}", $"{whose.En}: {told.Name.En}"),
            members.Where(issue => told.Is(issue, book.Week))));
    }

    private static ReportTable Table<TKey>(
        WeekBook book, string code, Text title, Text head, IEnumerable<IGrouping<TKey, WeekIssue>> groups, Func<TKey, string> id, Func<TKey, Text> name) => new(
        code, title,
        [new(head, 3), .. Told.Select(told => new ReportColumn(told.Name))],
        [
            .. groups.Select(group => (ImmutableArray<ReportTerm>)[ReportTerm.Of(name(group.Key)), .. Of(book, id(group.Key), name(group.Key), group).Select(ReportTerm.Of)]),
            [ReportTerm.Of(new Text("合计", "Total")), .. Of(book, "issues", new("", ""), book.InBooks).Select(ReportTerm.Of)],
        ]);

    private static IssueRates RatesOf(WeekBook book) => IssueRates.Of(
        book.InBooks.Select(issue => issue.Facts),
        book.Projects.SelectMany(project => project.Lists.Values.Select(list => QuotedList.Of(project.Id.Code, list)).OfType<QuotedList>()),
        book.Week.Last, book.Park.Policy, book.Calendar);

    /// <summary>Each list by its own measure; lists of different measures are never added (DOMAIN 2).</summary>
    private static ReportTable Lists(WeekBook book, IssueRates rates)
    {
        var sheets = rates.ByList.ToDictionary(rated => rated.Key, rated => rated.Sheet);
        var counted = book.InBooks.Where(issue => issue.Facts.IsCounted).ToLookup(issue => (issue.Project.Id.Code, issue.List.Code), issue => issue.Row);
        return new("lists", new("各清单完成情况", "Completion by list"),
            [new(new("清单", "List"), 4), new(new("层级", "Tier"), 2), new(new("口径", "Measure"), 2), new(new("完成率", "Completion"), 2), new(new("分子 / 分母", "Numerator / denominator"), 2)],
            [
                .. from project in book.Projects
                   from list in project.Lists.Values
                   let key = (project.Id.Code, list.Code)
                   where sheets.ContainsKey(key)
                   select Row(book, project, list, sheets[key].HeadlineOf(list.Particulars.Measure), counted[key]),
            ]);
    }

    /// <param name="counted">The issues of the list that its rates count.</param>
    private static ImmutableArray<ReportTerm> Row(WeekBook book, Project project, IssueList list, NamedRate headline, IEnumerable<string> counted)
    {
        var among = list.Quoted is null ? counted : [ResourceName.Of(project.Id, list.Code)];
        var name = list.Particulars.Name;
        return
        [
            ReportTerm.Plain(name),
            ReportTerm.Of(book.Park.Labels.Of(list.Particulars.Tier)),
            ReportTerm.Of(book.Park.Labels.Of(list.Particulars.Measure)),
            headline.Rate is { } rate
                ? ReportTerm.Of(new ReportFigure($"list.{project.Id.Code}.{list.Code}.completion", new($"{name} {headline.Name.Zh}", $"{name}: {headline.Name.En}"), new ReportValue.Share(rate), [.. among]))
                : ReportTerm.Of(headline.NoTotal!),
            ReportTerm.Of(list.Quoted is { } quoted ? Both(quoted.Done, quoted.Found) : Both(headline.Rate)),
        ];
    }

    /// <summary>What came in and what was closed, week by week, the present one last.</summary>
    private static ReportChart Chart(WeekBook book)
    {
        var last = book.Week.Last.DayNumber;
        return new("closing", new("近十二周立账与销号", "Registered and closed, twelve weeks"), ReportChartKind.Columns,
            [.. Enumerable.Range(1 - ChartWeeks, ChartWeeks).Select(week => book.Week.Last.AddDays(7 * week)).Select(day => new Text($"{day.Month}/{day.Day}", $"{day:MM-dd}"))],
            [
                new(new("立账", "registered"), ByWeek(book.InBooks.Select(issue => Ago(issue.Issue.RegisteredOn)))),
                new(new("销号", "closed"), ByWeek(book.InBooks.SelectMany(issue => issue.Issue.Rounds.Select(round => Ago(round.ClosedOn)).Distinct()))),
            ],
            new("项", "issues"));

        int? Ago(DateOnly? day) => (last - day?.DayNumber) is >= 0 and var days ? days / 7 : null;
    }

    /// <param name="ago">How many weeks ago each was; null for what never was, or is still to come.</param>
    private static ImmutableArray<decimal?> ByWeek(IEnumerable<int?> ago)
    {
        var counts = new decimal?[ChartWeeks];
        Array.Fill(counts, 0);
        foreach (var weeks in ago)
            if (weeks < ChartWeeks)
                counts[ChartWeeks - 1 - weeks.Value]++;
        return [.. counts];
    }

    private static Text Same(string name) => new(name, name);

    private static Text Both(Figure done, Figure found) => new($"{done.Show(Language.Chinese)} / {found.Show(Language.Chinese)}", $"{done.Show(Language.English)} / {found.Show(Language.English)}");

    private static Text Both(Rate? rate) => rate is null || rate.IsEmpty
        ? new("—", "—")
        : new($"{rate.Numerator.Show(Language.Chinese)} / {rate.Denominator.Show(Language.Chinese)}", $"{rate.Numerator.Show(Language.English)} / {rate.Denominator.Show(Language.English)}");
}
