using Projects.Domain.Tests.Issues;

namespace Projects.Storage.Tests;

public sealed class SliceLedgersOnSqlite(OnSqlite database) : SliceLedgerTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class SliceLedgersOnPostgres(OnPostgres database) : SliceLedgerTests(database), IClassFixture<OnPostgres>;

/// <summary>Projects, milestones, investment and lists as the ledger shows them.</summary>
public abstract class SliceLedgerTests(TestDatabase database)
{
    private static readonly By Officer = new(new("officer"), Role.ProjectOfficer, new("economy"));

    [Fact]
    public async Task A_project_shows_its_most_advanced_phase_and_names_the_laggard()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var project = Registered(shelf.Park, "lfp", Phase("one", Stage.TrialProduction), Phase("two", Stage.Started), Phase("three", Stage.Suspended));
        await shelf.PutAsync(ProjectTable.Table.Put(ProjectRow.Of(project)!));

        var row = (await Projects(shelf).FindAsync(project.Id, CancellationToken.None))!;

        Assert.Equal((Stage.TrialProduction, new PhaseCode("two"), Stage.Started), (row.Stage, row.Laggard, row.LaggardStage));
        Assert.Equal(Figure.Parse("约70亿"), row.TotalInvestment);
        Assert.Equal(["one", "three", "two"], row.Phases.Select(phase => phase.Phase.Value));
        Assert.Equal(new Quantity(120_000, "吨/年"), row.Phases[0].Capacity);
        Assert.Equal(4, row.Version);
        Assert.Null(await Projects(shelf).FindAsync(new(shelf.Park, new("none")), CancellationToken.None));
    }

    [Theory]
    [InlineData(new Stage[0], null)]
    [InlineData(new[] { Stage.Signed }, Stage.Signed)]
    [InlineData(new[] { Stage.Terminated, Stage.Suspended }, Stage.Suspended)]
    public void Without_phases_at_work_there_is_no_laggard(Stage[] stages, Stage? shown)
    {
        var row = ProjectRow.Of(Registered(new("park"), "p", [.. stages.Select((stage, i) => Phase($"p{i}", stage))]))!;

        Assert.Equal((shown, null), (row.Stage, row.Laggard));
    }

    [Fact]
    public async Task Projects_are_paged_filtered_and_counted()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            ProjectTable.Table.Put(ProjectRow.Of(Registered(shelf.Park, "a", Phase("one", Stage.Signed)))!),
            ProjectTable.Table.Put(ProjectRow.Of(Registered(shelf.Park, "b") with { Kind = ProjectKind.Campaign })!));

        var first = await Projects(shelf).PageAsync(shelf.Park, new(), ProjectOrder.Code, descending: false, 3, null, CancellationToken.None);
        var second = await Projects(shelf).PageAsync(shelf.Park, new(), ProjectOrder.Code, descending: false, 3, first.Next, CancellationToken.None);

        Assert.Equal(["a", "b", "lithium", "phosphorus"], first.Rows.Concat(second.Rows).Select(row => row.Project.Value));
        Assert.Null(second.Next);
        Assert.Equal(["b"], await CodesAsync(new(Kinds: [ProjectKind.Campaign])));
        Assert.Equal(["a"], await CodesAsync(new(Stages: [Stage.Signed, Stage.Started])));
        Assert.Equal(["a", "b"], await CodesAsync(new(Enterprises: ["当升蜀道"])));
        Assert.Empty(await CodesAsync(new(Enterprises: [])));
        Assert.Equal(["a", "b"], await CodesAsync(new(Text: "磷酸铁锂")));
        Assert.Equal(["a", "b"], await CodesAsync(new(Text: "当升")));
        Assert.Equal(["a", "b"], await CodesAsync(new(Officer: new PersonId("officer"))));
        Assert.Empty(await CodesAsync(new(Unit: new UnitCode("safety"))));
        Assert.Equal(2, await Projects(shelf).CountAsync(shelf.Park, new(Text: "当升"), CancellationToken.None));
        Assert.Equal(["a", "b"], (await Projects(shelf).FindAsync(shelf.Park, [new("b"), new("a"), new("nowhere")], CancellationToken.None)).Select(row => row.Project.Value));

        async Task<IEnumerable<string>> CodesAsync(ProjectFilter filter) =>
            (await Projects(shelf).PageAsync(shelf.Park, filter, ProjectOrder.Code, descending: false, 10, null, CancellationToken.None)).Rows.Select(row => row.Project.Value);
    }

    [Theory]
    [InlineData(ProjectOrder.Name, false, "b", "c", "a")]
    [InlineData(ProjectOrder.Name, true, "a", "c", "b")]
    [InlineData(ProjectOrder.RegisteredOn, false, "a", "c", "b")]
    [InlineData(ProjectOrder.RegisteredOn, true, "b", "c", "a")]
    public async Task Projects_are_paged_in_the_order_asked_for(ProjectOrder order, bool descending, params string[] codes)
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            ProjectTable.Table.Put(Ordered("a", "丙", new(2023, 1, 1))),
            ProjectTable.Table.Put(Ordered("b", "A", new(2024, 1, 1))),
            ProjectTable.Table.Put(Ordered("c", "B", new(2023, 6, 1))));
        var only = new ProjectFilter(Unit: new UnitCode("ordered"));

        var first = await Projects(shelf).PageAsync(shelf.Park, only, order, descending, 2, null, CancellationToken.None);
        Assert.True(ProjectPlace.TryParse(first.Next!.ToString(), order, out var place));
        var second = await Projects(shelf).PageAsync(shelf.Park, only, order, descending, 2, place, CancellationToken.None);

        Assert.Equal(codes, first.Rows.Concat(second.Rows).Select(row => row.Project.Value));
        Assert.Null(second.Next);

        ProjectRow Ordered(string code, string name, DateOnly registered) =>
            ProjectRow.Of(Registered(shelf.Park, code))! with { Name = name, RegisteredOn = registered, Unit = new UnitCode("ordered") };
    }

    [Fact]
    public async Task A_milestone_shows_its_three_dates_and_its_first_baseline()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var milestone = Milestone("start", new(2024, 3, 1)) with
        {
            Phase = new PhaseCode("one"),
            Predecessors = [new("permit"), new("land")],
            State = MilestoneState.Reported,
            Baselines = [new(new(2023, 12, 1), new(2023, 6, 1), Officer, null), new(new(2024, 3, 1), new(2023, 9, 1), Officer, "调整")],
            Forecast = new(2024, 3, 8),
            Actual = new(2024, 3, 5),
            ReportedOn = new(2024, 3, 6),
        };
        await shelf.PutAsync(MilestoneTable.Table.Put(MilestoneRow.Of(new(shelf.Park, Shelf.Project), milestone)));

        var row = Assert.Single((await Milestones(shelf).PageAsync(shelf.Park, new(), 10, null, CancellationToken.None)).Rows);

        Assert.Equal((new DateOnly(2023, 12, 1), new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 8), new DateOnly(2024, 3, 5)), (row.OriginalBaseline, row.Baseline, row.Forecast, row.Actual));
        Assert.Equal(["permit", "land"], row.Predecessors.Select(code => code.Value));
        Assert.Equal((MilestoneState.Reported, new PhaseCode("one"), null), (row.State, row.Phase, row.VerifiedOn));
    }

    [Fact]
    public async Task Milestones_come_by_baseline_page_by_page_or_all_of_some_projects()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync([.. new (string Code, DateOnly Day, MilestoneState State)[]
            {
                ("c", new(2024, 1, 1), MilestoneState.Planned), ("a", new(2024, 2, 1), MilestoneState.Planned),
                ("b", new(2024, 2, 1), MilestoneState.Verified), ("d", new(2023, 1, 1), MilestoneState.Verified),
            }
            .Select(drawn => MilestoneTable.Table.Put(MilestoneRow.Of(new(shelf.Park, Shelf.Project), Milestone(drawn.Code, drawn.Day) with { State = drawn.State })))]);

        var first = await Milestones(shelf).PageAsync(shelf.Park, new(), 3, null, CancellationToken.None);
        var second = await Milestones(shelf).PageAsync(shelf.Park, new(), 3, first.Next, CancellationToken.None);

        Assert.Equal(["d", "c", "a", "b"], first.Rows.Concat(second.Rows).Select(row => row.Milestone.Value));
        Assert.Equal(["a"], await CodesAsync(new(State: MilestoneState.Planned, From: new DateOnly(2024, 1, 2))));
        Assert.Equal(["d", "c"], await CodesAsync(new(Until: new DateOnly(2024, 1, 1))));
        Assert.Empty(await CodesAsync(new(Project: Shelf.OtherProject)));
        Assert.Equal(["d", "c", "a", "b"], (await Milestones(shelf).OfAsync(shelf.Park, [Shelf.Project], CancellationToken.None)).Select(row => row.Milestone.Value));
        Assert.Empty(await Milestones(shelf).OfAsync(shelf.Park, [Shelf.OtherProject], CancellationToken.None));

        async Task<IEnumerable<string>> CodesAsync(MilestoneFilter filter) =>
            (await Milestones(shelf).PageAsync(shelf.Park, filter, 10, null, CancellationToken.None)).Rows.Select(row => row.Milestone.Value);
    }

    [Fact]
    public async Task The_next_milestone_of_a_project_is_planned_and_of_the_earliest_baseline()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync([.. new (ProjectCode Project, string Code, DateOnly Day, MilestoneState State)[]
            {
                (Shelf.Project, "later", new(2024, 3, 1), MilestoneState.Planned), (Shelf.Project, "b", new(2024, 2, 1), MilestoneState.Planned),
                (Shelf.Project, "a", new(2024, 2, 1), MilestoneState.Planned), (Shelf.Project, "done", new(2024, 1, 1), MilestoneState.Verified),
                (Shelf.OtherProject, "told", new(2024, 1, 1), MilestoneState.Reported),
            }
            .Select(drawn => MilestoneTable.Table.Put(MilestoneRow.Of(new(shelf.Park, drawn.Project), Milestone(drawn.Code, drawn.Day) with { State = drawn.State })))]);

        var next = await Milestones(shelf).NextAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], CancellationToken.None);

        Assert.Equal([(Shelf.Project, new MilestoneCode("a"))], next.Select(row => (row.Key, row.Value.Milestone)));
        Assert.Empty(await Milestones(shelf).NextAsync(shelf.Park, [Shelf.OtherProject], CancellationToken.None));
        Assert.Empty(await Milestones(shelf).NextAsync(shelf.Park, [], CancellationToken.None));
    }

    [Fact]
    public async Task Open_issues_are_counted_by_project_and_the_overdue_among_them()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            shelf.Issue("late", new(2024, 1, 11)), shelf.Issue("today", new(2024, 1, 12)), shelf.Issue("undated", null),
            shelf.Issue("closed", new(2023, 1, 1), IssueState.Closed), shelf.Issue("draft", new(2023, 1, 1), IssueState.Draft));

        var open = await shelf.Issues.OpenAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], new(2024, 1, 12), CancellationToken.None);

        Assert.Equal([(Shelf.Project, new OpenIssues(3, 1))], open.Select(row => (row.Key, row.Value)));
        Assert.Empty(await shelf.Issues.OpenAsync(shelf.Park, [Shelf.OtherProject], new(2024, 1, 12), CancellationToken.None));
    }

    [Fact]
    public async Task Investment_is_summed_by_month_on_one_basis_with_reversals_taken_off()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var id = new ProjectId(shelf.Park, Shelf.Project);
        InvestmentEntry[] entries =
        [
            Entry("e-1", new(2024, 1), InvestmentBasis.Works, Money.Wan(100.000001m), 2),
            Entry("e-2", new(2024, 1), InvestmentBasis.Works, Money.Wan(50), 3) with { ReversedBy = new EntryCode("e-3") },
            Entry("e-3", new(2024, 1), InvestmentBasis.Works, Money.Wan(-50), 4) with { Reverses = new EntryCode("e-2") },
            Entry("e-4", new(2023, 12), InvestmentBasis.Works, Money.Wan(7), 5),
            Entry("e-5", new(2024, 1), InvestmentBasis.Paid, Money.Wan(9), 6),
        ];
        var plan = new InvestmentPlan(2024, InvestmentBasis.Works, Money.Yi(7), [.. Enumerable.Repeat(Money.Yi(0.5m), 11), Money.Yi(1.5m)], 7);
        await shelf.PutAsync([.. entries.Select(entry => InvestmentEntryTable.Table.Put(InvestmentEntryRow.Of(id, entry))), InvestmentPlanTable.Table.Put(InvestmentPlanRow.Of(id, plan))]);
        var ledger = new InvestmentLedger(shelf.Reader);

        Assert.Equal(
            [new InvestmentMonth(Shelf.Project, InvestmentBasis.Works, new(2023, 12), Money.Wan(7)), new(Shelf.Project, InvestmentBasis.Works, new(2024, 1), Money.Wan(100.000001m))],
            (await ledger.MonthsAsync(shelf.Park, [Shelf.Project], new(2024, 12), CancellationToken.None)).Where(month => month.Basis is InvestmentBasis.Works));
        Assert.Equal(Money.Wan(9), Assert.Single(await ledger.MonthsAsync(shelf.Park, [Shelf.Project], new(2024, 1), CancellationToken.None), month => month.Basis is InvestmentBasis.Paid).Amount);
        Assert.Equal(new(2023, 12), Assert.Single(await ledger.MonthsAsync(shelf.Park, [Shelf.Project], new(2023, 12), CancellationToken.None)).Month);
        Assert.Empty(await ledger.MonthsAsync(shelf.Park, [Shelf.OtherProject], new(2024, 12), CancellationToken.None));
        Assert.Equal(entries[..4].Select(entry => InvestmentEntryRow.Of(id, entry)), await ledger.EntriesAsync(id, InvestmentBasis.Works, CancellationToken.None));
        var shown = Assert.Single(await ledger.PlansAsync(shelf.Park, [Shelf.Project], 2024, CancellationToken.None));
        Assert.Equal((plan.Year, plan.Total, plan.Version), (shown.Year, shown.Total, shown.Version));
        Assert.Equal(plan.Months.AsEnumerable(), shown.Months);
        Assert.Empty(await ledger.PlansAsync(shelf.Park, [Shelf.Project], 2023, CancellationToken.None));
    }

    [Fact]
    public async Task A_quoted_list_gives_the_rate_of_its_source_and_none_over_both_measures()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var branch = new IssueList { Code = Shelf.Branch, Particulars = new("支部清单", Tier.Branch, "主题教育", Measure.Rectified), Version = 2, Quoted = new(Figure.Parse("90余"), Figure.Parse("70余"), "报道", new(2024, 1, 8)) };
        await shelf.PutAsync(ListTable.Table.Put(ListRow.Of(new(shelf.Park, Shelf.Project), branch)));
        await shelf.PutAsync(Enumerable.Range(1, 5).Select(i => shelf.Issue($"n-{i}", new(2024, 3, 1), i < 3 ? IssueState.Closed : IssueState.Rectifying)));

        var rates = await shelf.Issues.RatesAsync(shelf.Park, null, new(2024, 1, 12), Policy.Default, WorkCalendar.China, CancellationToken.None);

        Assert.Equal("不合计", rates.Whole["closure_rate"].Show(Language.Chinese));
        Assert.Equal("40.0 %", rates.ByList.Single(group => group.Key == (Shelf.Project, Shelf.Committee)).Sheet["closure_rate"].Show(Language.Chinese));
        Assert.Equal("约71.7%–86.8%", rates.ByList.Single(group => group.Key == (Shelf.Project, Shelf.Branch)).Sheet["rectification_rate"].Show(Language.Chinese));
        Assert.Equal(["branch", "committee"], (await new ListLedger(shelf.Reader).ListAsync(shelf.Park, Shelf.Project, CancellationToken.None)).Select(list => list.List.Value));
    }

    [Fact]
    public void Only_what_the_events_touched_is_put()
    {
        var (list, draft, registered) = (Given.AList, Given.ADraft(), Given.Registered());
        var told = registered.Then(Cast.Head, new AcceptIssue(Given.Number));
        var later = told.Then(Cast.Handler, new ReportProgress(Given.Number, "已进场", null));
        var reported = LedgerChanges.Of(told.Project, later.Project, later.Journal[^1..]);
        var drafted = LedgerChanges.Of(list.Project, draft.Project, draft.Journal[^1..]);
        var accepted = LedgerChanges.Of(registered.Project, told.Project, told.Journal[^1..]);

        // The words did not change with the acceptance, so their index is left alone; nor did the standing with a report, so the totals are.
        Assert.Equal(["issue_ledger", "issue_total", "issue_total"], accepted.Select(change => change.Table.Name));
        Assert.Equal(["issue_ledger", "issue_search", "issue_total"], drafted.Select(change => change.Table.Name));
        Assert.Equal(["issue_ledger"], reported.Select(change => change.Table.Name));
    }

    private static ProjectLedger Projects(Shelf shelf) => new(shelf.Reader);

    private static MilestoneLedger Milestones(Shelf shelf) => new(shelf.Reader);

    private static Project Registered(ParkCode park, string code, params Phase[] phases) => Project.Unknown(new(park, new(code))) with
    {
        Version = 4,
        ParticularsVersion = 1,
        Kind = ProjectKind.New,
        RegisteredOn = new(2023, 7, 1),
        Particulars = new("30万吨/年磷酸铁锂", "当升蜀道", new("economy"), null, new PersonId("officer"), null, Figure.Parse("约70亿"), null, "新闻"),
        Phases = phases.Aggregate(Project.Unknown(default).Phases, (all, phase) => all.Add(phase.Code, phase)),
    };

    private static Phase Phase(string code, Stage stage) => new()
    {
        Code = new(code), Name = code, Stage = stage, Since = new(2023, 7, 1), Version = 4, Capacity = new Quantity(120_000, "吨/年"),
    };

    private static Milestone Milestone(string code, DateOnly baseline) => new() { Code = new(code), Name = code, Baseline = baseline, Version = 2 };

    private static InvestmentEntry Entry(string code, Month month, InvestmentBasis basis, Money amount, long version) =>
        new(new(code), month, basis, InvestmentCategory.Construction, amount, "凭-1", null, null, null, Officer, new(2024, 1, 10), version);
}
