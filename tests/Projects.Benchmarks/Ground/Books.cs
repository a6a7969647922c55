using System.Collections.Immutable;
using Npgsql;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>
/// A ledger of many issues, put straight into its tables by the code that makes the rows of an append; the journal holds the park alone.
/// Which project an issue belongs to says nothing about its state, its unit or its due date: a query has no such luck in real life either.
/// </summary>
internal sealed class Books(Town town)
{
    public const int IssuesAProject = 2_000;

    /// <summary>The days over which the issues with a history lived.</summary>
    public const int DaysOfHistory = 730;

    private const int StepsAnIssue = 11;
    private const int DaysOfDue = 730;
    private const int MilestonesAProject = 6;

    private static readonly ImmutableArray<string> Places = ["氯化车间", "罐区东侧", "变电所", "三号仓库", "污水处理站", "中控室", "厂区主干道", "原料堆场", "锅炉房", "装卸平台"];
    private static readonly ImmutableArray<string> Things = ["防护栏", "消防水带", "可燃气体报警器", "电缆桥架", "安全阀", "应急照明", "围堰", "排风机", "警示标识", "起重吊具"];
    private static readonly ImmutableArray<string> Faults = ["缺失未补", "锈蚀严重", "未按期检验", "接地不良", "渗漏", "记录不全", "堵塞", "未设专人管理", "与图纸不符", "超期使用"];
    private static readonly ClosingTerms Terms = new(1, 1, ApprovalOrder.ApproveThenNotice, 5, 10, 2, 1);

    private readonly Random random = new(20_241_124);

    // What a project has beside its issues; drawn apart, so that it changes no issue.
    private readonly Random beside = new(20_241_125);

    /// <summary>Stands in one issue of ten.</summary>
    public const string CommonText = "锈蚀";

    /// <summary>Stands in one issue of 20,000.</summary>
    public const string RareText = "龙卷";

    /// <summary>Stands nowhere, though each of its letters does.</summary>
    public const string AbsentText = "防锈";

    /// <summary>Puts the issues in, so many to a project; each project has six milestones, a plan of the year and its months so far.</summary>
    public async Task FillAsync(int issues, int issuesAProject = IssuesAProject)
    {
        await using (var session = await LedgerSessions.BeginAsync(town.Ground.Database, CancellationToken.None))
        {
            for (var begun = 0; begun < issues; begun += issuesAProject)
            {
                var changes = RowsOf(Written(begun / issuesAProject, Math.Min(issuesAProject, issues - begun)));
                foreach (var table in changes.GroupBy(change => change.Table, change => change.Row))
                    await session.PutAsync(table.Key, table, CancellationToken.None);
            }
            await session.CommitAsync();
        }
        if (town.Ground.Database.Provider == DatabaseProvider.Postgres)
            await SettleDownAsync();
    }

    /// <summary>Tells in the journal alone what the last week brought to some projects: so many issues closed, returned or extended in each.</summary>
    public async Task TellWeekAsync(Journal journal, int projects, int issuesEach)
    {
        var now = EventChain.Truncate(TimeProvider.System.GetUtcNow());
        for (var no = 0; no < projects; no++)
        {
            var recorded = Enumerable.Range(0, issuesEach).Select(n => new Recorded(n + 1, Outcome(n), By, Town.Today.AddDays(-n % 7), now, $"week-{no}", town.Park.Version)).ToList();
            await journal.AppendAsync(new Append(StreamName.Of(Tale.IdOf(no)), 0, EventChain.Start, recorded, []), CancellationToken.None);
        }
    }

    private static Event Outcome(int n) => (n % 4) switch
    {
        0 => new ClosureReturned(Tale.IssueOf(n), IssueState.Verifying, "佐证不全"),
        1 => new ExtensionDecided(Tale.IssueOf(n), Granted: true, Town.Today.AddDays(30), null),
        _ => new IssueClosed(Tale.IssueOf(n)),
    };

    /// <summary>As many issues, each after eleven steps whose rows are kept, with the projects in the journal too.</summary>
    public async Task FillWithHistoryAsync(int issues)
    {
        await using (var session = await LedgerSessions.BeginAsync(town.Ground.Database, CancellationToken.None))
        {
            for (var begun = 0; begun < issues; begun += IssuesAProject)
            {
                var project = Written(begun / IssuesAProject, Math.Min(IssuesAProject, issues - begun));
                foreach (var table in HistoryOf(project).GroupBy(change => change.Table, change => change.Row))
                    foreach (var rows in table.Chunk(5_000))
                        await session.PutAsync(table.Key, rows, CancellationToken.None);
            }
            await session.CommitAsync();
        }
        await using (var journal = town.OpenJournal())
            foreach (var no in Enumerable.Range(0, issues / IssuesAProject))
                await BeginAsync(journal, Written(no, 0));
        if (town.Ground.Database.Provider == DatabaseProvider.Postgres)
            await SettleDownAsync();
    }

    // Step by step through the same code as an append; a step of an issue every few days from its first day on.
    private IEnumerable<LedgerChange> HistoryOf(Project project)
    {
        var list = project.Lists.Values.Single();
        foreach (var issue in project.Issues.Values)
        {
            var day = Town.Today.AddDays(-random.Next(DaysOfHistory));
            Issue? before = null;
            for (var step = 1; step <= StepsAnIssue && (before is null || day <= Town.Today); step++, day = day.AddDays(random.Next(1, 20)))
            {
                var after = issue with
                {
                    State = step < StepsAnIssue ? IssueState.Rectifying : issue.State,
                    ClosedOn = step < StepsAnIssue ? null : issue.ClosedOn,
                    LastStepOn = day,
                    Since = new AsOf(day, BusinessDay.StartOf(day).AddHours(10)),
                    Version = 2 + issue.Version * StepsAnIssue + step,
                };
                var (was, now) = (project with { Issues = Alone(before) }, project with { Issues = Alone(after) });
                var told = new IssueDrafted(issue.Number, list.Code, issue.Particulars);
                foreach (var change in LedgerChanges.Of(was, now, [new Recorded(after.Version, told, issue.DraftedBy, day, after.Since.Known, "books", 1)]))
                    if (change.Table != IssueTotalTable.Table)
                        yield return change;
                before = after;
            }
        }
        foreach (var change in RowsOf(project with { Issues = Alone(null) }))
            yield return change;

        static ImmutableSortedDictionary<IssueNumber, Issue> Alone(Issue? issue) =>
            issue is null ? ImmutableSortedDictionary<IssueNumber, Issue>.Empty : ImmutableSortedDictionary<IssueNumber, Issue>.Empty.Add(issue.Number, issue);
    }

    private static async Task BeginAsync(Journal journal, Project project)
    {
        var by = new By(Town.Clerk, Role.LedgerOffice, Town.Office);
        var list = project.Lists.Values.Single();
        var first = Town.Today.AddDays(-DaysOfHistory - 1);
        Event[] events = [new ProjectRegistered(project.Kind, project.Particulars!), new ListOpened(list.Code, list.Particulars), new ListIssued(list.Code)];
        await journal.AppendAsync(
            new Append(StreamName.Of(project.Id), 0, EventChain.Start, [.. events.Select((happened, i) => new Recorded(i + 1, happened, by, first, BusinessDay.StartOf(first), "books", 1))], []),
            CancellationToken.None);
    }

    /// <summary>What autovacuum does within a minute of such a load.</summary>
    private async Task SettleDownAsync()
    {
        await using var source = NpgsqlDataSource.Create(town.Ground.Database.ConnectionString);
        await using var vacuum = source.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    private static By By => new(Town.Clerk, Role.LedgerOffice, Town.Office);

    private static IReadOnlyList<LedgerChange> RowsOf(Project project)
    {
        var list = project.Lists.Values.Single();
        return LedgerChanges.Of(Project.Unknown(project.Id), project, Recorded(
        [
            new ProjectRegistered(project.Kind, project.Particulars!), new ListOpened(list.Code, list.Particulars),
            .. project.Milestones.Values.Select(milestone => new MilestonePlanned(milestone.Code, milestone.Name, milestone.Phase, milestone.Baseline, [])),
            .. project.Investment.Plans.Select(plan => new InvestmentPlanSet(plan.Year, plan.Basis, plan.Total, plan.Months)),
            .. project.Investment.Entries.Select(entry => new InvestmentRecorded(entry.Code, entry.Month, entry.Basis, entry.Category, entry.Amount, null, null)),
            .. project.Issues.Values.Select(issue => new IssueDrafted(issue.Number, issue.List, issue.Particulars)),
        ]));
    }

    private static IEnumerable<Recorded> Recorded(IEnumerable<Event> events) =>
        events.Select((happened, i) => new Recorded(i + 1, happened, By, Town.Today, TimeProvider.System.GetUtcNow(), "books", 1));

    private Project Written(int no, int issues)
    {
        var begun = Recorded(Beginning(no)).Aggregate(Project.Unknown(Tale.IdOf(no)), (project, recorded) => project.Evolve(recorded));
        return begun with
        {
            Version = begun.Version + issues,
            Issues = Enumerable.Range(0, issues).Select(n => Written(n, begun.Lists.Keys.Single())).ToImmutableSortedDictionary(issue => issue.Number, issue => issue),
        };
    }

    private IEnumerable<Event> Beginning(int no)
    {
        var (list, year) = (ListCode.Of("site"), Town.Today.Year);
        yield return new ProjectRegistered(ProjectKind.New, new Particulars($"第{no}号项目", "攀西新能源材料有限公司", Town.Office, Town.Leader, Town.Officer, null, null, null, null));
        yield return new ListOpened(list, new ListParticulars("现场问题清单", Tier.Unit, "安全巡查", Measure.Closed));
        yield return new ListIssued(list);
        for (var n = 0; n < MilestonesAProject; n++)
            yield return new MilestonePlanned(Tale.MilestoneOf(n), $"节点{n}", null, Town.Today.AddDays(beside.Next(720) - 60), []);
        yield return new InvestmentPlanSet(year, InvestmentBasis.Works, Money.Wan(12_000m), [.. Enumerable.Repeat(Money.Wan(1_000m), 12)]);
        for (var month = 1; month <= Town.Today.Month; month++)
            yield return new InvestmentRecorded(EntryCode.Of($"e-{month}"), new Month(year, month), InvestmentBasis.Works, InvestmentCategory.Construction, Money.Wan(800m + beside.Next(300)), null, null);
    }

    // 12 of 100 are open.
    private Issue Written(int n, ListCode list)
    {
        var due = Town.Today.AddDays(random.Next(DaysOfDue) - DaysOfDue + 120);
        var state = random.Next(100) switch { < 8 => IssueState.Rectifying, < 10 => IssueState.Verifying, < 12 => IssueState.OnNotice, < 60 => IssueState.Filed, _ => IssueState.Closed };
        return new Issue
        {
            Number = Tale.IssueOf(n),
            List = list,
            State = state,
            Particulars = new IssueParticulars(
                $"{Of(Places)}{Of(Things)}{Of(Faults)}{(random.Next(20_000) == 0 ? "，龙卷风过后发现" : "")}", null, due.AddDays(-90), "安全生产", (Grade)random.Next(3),
                Leader: Town.Leader, LeadUnit: Town.UnitOf(random.Next(Town.Units)), Criteria: ["整改到位"], Measures: ["更换"], Due: due),
            DraftedBy = By,
            RegisteredOn = due.AddDays(-90),
            AcceptedOn = due.AddDays(-88),
            OriginalDue = DueDate.Stated(due),
            CurrentDue = due,
            Rounds = [new Round { No = 1, OpenedOn = due.AddDays(-90), Due = due, Terms = Terms, ClosedOn = state is IssueState.Closed or IssueState.Filed ? due : null }],
            ClosedOn = state is IssueState.Closed or IssueState.Filed ? due : null,
            LastStepOn = due.AddDays(-30),
            Version = 3 + n,
        };
    }

    private string Of(ImmutableArray<string> words) => words[random.Next(words.Length)];
}
