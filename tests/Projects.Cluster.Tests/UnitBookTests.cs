using System.Collections.Immutable;
using Projects.Grains;
using Projects.Storage;
using Request = Projects.Grains.Request;

namespace Projects.Cluster.Tests;

/// <summary>收发表: what a unit's workbook does when it comes back, on one silo over SQLite and on two over PostgreSQL.</summary>
public abstract class UnitBookTests(Cluster cluster)
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly UnitCode Planning = UnitCode.Of("planning");
    private static readonly ListCode List = ListCode.Of("issues");
    private static readonly Caller Clerk = As("clerk"), Head = As("head");

    private static int made;

    private UnitBooks Books => cluster.Service<UnitBooks>(0);

    private SheetOrders Orders => cluster.Service<SheetOrders>(0);

    [Fact]
    public async Task Two_cells_filled_in_are_exactly_two_commands_and_the_same_workbook_gives_none_twice()
    {
        var (project, book) = await SentAsync(issues: 3);
        var before = await HeadAsync(project);
        var returned = Returned(book, (0, "本期进展", "围墙已砌"), (2, "本期进展", "图纸已审"));

        var rehearsed = await RehearseAsync(Head, returned);
        Assert.Empty(rehearsed.Faults);
        Assert.Equal((2, 2, 1), (rehearsed.Good.Length, rehearsed.Orders, returned.Untouched));
        Assert.Equal(before, await HeadAsync(project));

        Assert.Equal(new TakenSheet(2, null, null, null), await TakeAsync(Head, rehearsed.Good));
        Assert.Equal(before + 2, await HeadAsync(project));
        Assert.Equal(new TakenSheet(2, null, null, null), await TakeAsync(Head, rehearsed.Good));
        Assert.Equal(before + 2, await HeadAsync(project));

        var again = await RehearseAsync(Head, returned);
        Assert.Empty(again.Good);
        Assert.Equal([2, 4], again.Faults.Select(fault => fault.Row));
        Assert.All(again.Faults, fault => Assert.Contains("重新打开后再办", fault.Reason.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_orders_of_one_row_are_judged_one_on_the_other()
    {
        var (project, book) = await SentAsync(issues: 1, accepted: false);
        var returned = Returned(book, (0, "签收", "签收"), (0, "本期进展", "已进场"), (0, "完成措施（序号）", "1"), (0, "申请延期至", "2099-03-01"), (0, "延期理由", "汛期"));
        var rehearsed = await RehearseAsync(Head, returned);
        Assert.Empty(rehearsed.Faults);
        Assert.Equal(4, (await TakeAsync(Head, rehearsed.Good)).Given);
        var issue = (await cluster.Desk.IssueAsync((await InsightAsync(Head))!, project, book.Rows[0].Number))!.Issue;
        Assert.Equal((IssueState.Rectifying, "已进场", new DateOnly(2099, 3, 1)), (issue.State, issue.Round!.Progress[^1].Progress, issue.PendingExtension!.NewDue));
        Assert.NotNull(issue.Round.Measures[0].DoneOn);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_so_for_each_row_and_a_measure_that_is_not_there_is_named()
    {
        var (_, book) = await SentAsync(issues: 2);
        var returned = Returned(book, (0, "本期进展", "好"), (1, "完成措施（序号）", "9"));
        var clerk = await RehearseAsync(Clerk, returned);
        Assert.Empty(clerk.Good);
        Assert.Equal([(2, "本期进展", "好"), (3, "完成措施（序号）", "9")], clerk.Faults.Select(fault => (fault.Row, fault.Column, fault.Value)));
        var head = await RehearseAsync(Head, returned);
        Assert.Equal(2, Assert.Single(head.Good).Row);
        Assert.Equal(3, Assert.Single(head.Faults).Row);
    }

    [Fact]
    public async Task What_changed_between_looking_and_taking_stops_the_rest_and_what_stands_is_said()
    {
        var (project, book) = await SentAsync(issues: 2);
        var rehearsed = await RehearseAsync(Head, Returned(book, (0, "本期进展", "一"), (1, "本期进展", "二")));
        await GiveAsync(Head, project, new ReportProgress(book.Rows[1].Number, "有人先办了"));
        var taken = await TakeAsync(Head, rehearsed.Good);
        Assert.Equal((1, 3), (taken.Given, taken.Stopped!.Row));
        Assert.IsType<ChangedMeanwhile>(taken.Refusal);
    }

    [Fact]
    public async Task An_existing_ledger_is_rehearsed_whole_and_taken_over_by_the_ledger_office_once()
    {
        var (project, _) = await SentAsync(issues: 1);
        string[] header = ["问题编号", "问题描述", "销号状态", "立账日期", "销号日期", "牵头单位", "责任领导", "销号标准", "整改措施", "整改时限"];
        string[] Line(int no, string closed = "2023-10-20") => [$"OLD-{made}-{no}", "旧问题", "已销号", "2023-09-01", closed, "规划建设局", "领导甲", "修好", "砌墙", "2023-10-31"];
        async Task<RehearsedSheet> AskAsync(Caller caller, params string[][] lines) => await cluster.Service<Imports>(0).RehearseAsync(
            (await InsightAsync(caller))!, LedgerImport.Kind, new(project, List, "2023年台账"), new([Row(1, header), .. lines.Select((line, at) => Row(at + 2, line))]), null, CancellationToken.None);
        var before = await HeadAsync(project);

        // The rules find what no reading can: closed before it was registered, a number that is taken, somebody who may not.
        var faulty = await AskAsync(Clerk, Line(1), Line(2, closed: "2023-08-01"), [$"B{made}-1", .. Line(3)[1..]]);
        Assert.Equal([(3, "销号日期", "2023-08-01"), (4, "问题编号", $"B{made}-1")], faulty.Faults.Select(fault => (fault.Row, fault.Column, fault.Value)));
        Assert.Equal([2], (await AskAsync(Head, Line(1))).Faults.Select(fault => fault.Row));
        Assert.Equal(before, await HeadAsync(project));

        var good = await AskAsync(Clerk, Line(1), Line(2));
        Assert.Empty(good.Faults);
        Assert.Equal(2, (await TakeAsync(Clerk, good.Good)).Given);
        Assert.Equal(2, (await TakeAsync(Clerk, good.Good)).Given);
        Assert.Equal(before + 2, await HeadAsync(project));
        // Read anew, as after a crash: what stands is seen to stand, and what is new beside it goes on.
        var again = await AskAsync(Clerk, Line(1), Line(2), Line(4));
        Assert.Equal((1, 2, 0), (again.Good.Length, again.Already, again.Faults.Length));
        var issue = (await cluster.Desk.IssueAsync((await InsightAsync(Clerk))!, project, IssueNumber.Of($"OLD-{made}-1")))!.Issue;
        Assert.Equal((IssueState.Closed, "2023年台账", new DateOnly(2023, 10, 20)), (issue.State, issue.TakenOver!.Document, issue.ClosedOn));
    }

    private static Caller As(string person) => new(Cluster.Park, PersonId.Of(person), ActorKind.Person);

    private Task<Insight?> InsightAsync(Caller caller) => cluster.Desk.InsightAsync(caller, Cluster.Park, fresh: true);

    private async Task<RehearsedSheet> RehearseAsync(Caller caller, ReturnedSheet returned) => await Orders.RehearseAsync((await InsightAsync(caller))!, returned, null, CancellationToken.None);

    private Task<TakenSheet> TakeAsync(Caller caller, ImmutableArray<ReturnedRow> rows) =>
        SheetOrders.TakeAsync(rows, Digest, async (project, command, request) => await cluster.Desk.ExecuteAsync(caller, Cluster.Park, project, command, request), null);

    private async Task<long> HeadAsync(ProjectCode project)
    {
        await using var journal = cluster.OtherProcess();
        return (await journal.HeadAsync(StreamName.Of(new ProjectId(Cluster.Park, project)), CancellationToken.None))!.Version;
    }

    /// <summary>The workbook of one project's issues, as sent to the planning unit.</summary>
    private async Task<(ProjectCode Project, UnitBook Book)> SentAsync(int issues, bool accepted = true)
    {
        await SettleInAsync();
        var project = ProjectCode.Of($"books-{Interlocked.Increment(ref made)}");
        await GiveAsync(Cluster.Officer, project, new RegisterProject(ProjectKind.New, new Particulars("磷酸铁锂", null, Cluster.Office, null, null, null, null, null, null)));
        await GiveAsync(Clerk, project, new OpenList(List, new ListParticulars("问题清单", Tier.Committee, "自查", Measure.Closed)));
        await GiveAsync(Clerk, project, new IssueTheList(List));
        for (var no = 1; no <= issues; no++)
        {
            var number = IssueNumber.Of($"B{made}-{no}");
            await GiveAsync(Clerk, project, new DraftIssue(List, number, new IssueParticulars(
                "围墙破损", Leader: PersonId.Of("deputy"), LeadUnit: Planning, Criteria: ["修好"], Measures: ["砌墙"], Due: new DateOnly(2099, 1, no))));
            await GiveAsync(Clerk, project, new RegisterIssue(number));
            if (accepted)
                await GiveAsync(Head, project, new AcceptIssue(number));
        }
        var insight = (await InsightAsync(Clerk))!;
        var book = await Books.OfAsync(insight, insight.Park.Units[Planning], CancellationToken.None);
        return (project, book! with { Rows = [.. book.Rows.Where(row => row.Project == project)] });
    }

    private async Task SettleInAsync()
    {
        foreach (var command in new ParkCommand[]
        {
            new AddUnit(Planning, "规划建设局"),
            new AddPerson(Clerk.Person, "整改办甲"), new Appoint(Clerk.Person, Role.LedgerOffice, Cluster.Office, new DateOnly(2020, 1, 1)),
            new AddPerson(Head.Person, "负责人甲"), new Appoint(Head.Person, Role.UnitHead, Planning, new DateOnly(2020, 1, 1)),
            new AddPerson(PersonId.Of("deputy"), "领导甲"), new Appoint(PersonId.Of("deputy"), Role.DeputyLeader, Cluster.Office, new DateOnly(2020, 1, 1)),
        })
            await cluster.Desk.InstallAsync(Cluster.Park, command, Request.Once());
    }

    private async Task GiveAsync(Caller caller, ProjectCode project, ProjectCommand command) =>
        Assert.IsType<Outcome.Done>(await cluster.Desk.ExecuteAsync(caller, Cluster.Park, project, command, Request.Once()));

    /// <summary>The workbook as its sheet is read, with these cells filled in.</summary>
    private static ReturnedSheet Returned(UnitBook book, params (int Row, string Column, string Value)[] filled)
    {
        var rows = book.Rows.Select((row, at) => Row(at + 2, UnitColumns.All.Select((column, place) =>
            filled.Where(cell => cell.Row == at && cell.Column == column.Title.Zh).Select(cell => cell.Value).FirstOrDefault(row.Cells[place].Zh))));
        return UnitReading.Of(new([Row(1, UnitColumns.All.Select(column => column.Title.Zh)), .. rows]));
    }

    private static ReadRow Row(int no, IEnumerable<string> cells) => new(no, cells.Select((words, at) => (words, at)).Where(cell => cell.words.Length > 0)
        .ToImmutableSortedDictionary(cell => cell.at, cell => new ReadCell(cell.words)));
}

public sealed class UnitBooksOnSqlite(SqliteCluster cluster) : UnitBookTests(cluster), IClassFixture<SqliteCluster>;

public sealed class UnitBooksOnPostgres(PostgresCluster cluster) : UnitBookTests(cluster), IClassFixture<PostgresCluster>;
