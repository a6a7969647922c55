using CsCheck;
using Told = Projects.Domain.Tests.Issues.Story;

namespace Projects.Storage.Tests;

public sealed class UrgingLedgerOnSqlite(OnSqlite database) : UrgingLedgerTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class UrgingLedgerOnPostgres(OnPostgres database) : UrgingLedgerTests(database), IClassFixture<OnPostgres>;

/// <summary>The desk's lists of urging, against the rule and the issues themselves.</summary>
public abstract class UrgingLedgerTests(TestDatabase database)
{
    [Fact]
    public async Task What_the_ledger_says_is_due_is_what_the_rule_says_of_each_issue()
    {
        await using var reader = new LedgerReader(database.Database);
        var ledger = new UrgingLedger(reader, new IssueLedger(reader));
        var seen = 0;
        await Life.Steps.SampleAsync(async steps =>
        {
            var told = await database.LiveAsync(new ProjectId(Story.NewPark(), new("campaign")), steps);
            var expected = told.Project.Issues.Values
                .SelectMany(issue => told.TurnsOf(issue).Where(turn => turn.IsDue).Select(turn => (issue.Number, turn.Condition, turn.Level))).ToList();

            var due = await ledger.DueAsync(told.Project.Id.Park, null, told.Today, told.Park.Policy, told.Calendar, CancellationToken.None);

            Assert.Equal(expected.OrderBy(turn => $"{turn}"), due.Select(row => (row.Issue.Number, row.Turn.Condition, row.Turn.Level)).OrderBy(turn => $"{turn}"));
            seen += due.Count;
        }, iter: 30, threads: 1);
        Assert.True(seen > 0, "No walk came to anything that was due.");
    }

    [Fact]
    public async Task A_notice_stands_in_the_ledger_as_it_stands_in_its_issue_and_the_issues_row_shows_the_last()
    {
        await using var reader = new LedgerReader(database.Database);
        var issues = new IssueLedger(reader);
        await Life.Steps.SampleAsync(async steps =>
        {
            var told = await database.LiveAsync(new ProjectId(Story.NewPark(), new("campaign")), steps);
            var (park, all) = (told.Project.Id.Park, told.Project.Issues.Values);

            var page = await new UrgingLedger(reader, issues).PageAsync(park, new(), 500, null, CancellationToken.None);
            var rows = await issues.FindAsync(told.Project.Id, [.. told.Project.Issues.Keys], CancellationToken.None);

            Assert.Equal(
                all.SelectMany(issue => issue.Urgings.Select(notice => $"{issue.Number} {LedgerJson.Of(notice)} {notice.StateIn(issue)}")).Order(),
                page.Rows.Select(row => $"{row.Number} {LedgerJson.Of(row.Notice)} {row.State}").Order());
            Assert.Equal(all.Select(issue => (issue.Number, issue.Urged?.Level, issue.Urged?.On)).Order(), rows.Select(row => (row.Number, row.UrgedLevel, row.UrgedOn)).Order());
        }, iter: 15, threads: 1);
    }

    [Fact]
    public async Task Notices_come_by_reply_day_page_by_page_and_by_what_is_asked_for()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var ledger = new UrgingLedger(shelf.Reader, shelf.Issues);
        await shelf.PutAsync(
            Row("n-1", 1, UrgingLevel.Reminder, UrgingTrigger.NearDue, UrgingState.Superseded, new(2024, 1, 5)),
            Row("n-1", 2, UrgingLevel.UrgingSlip, UrgingTrigger.Overdue, UrgingState.AwaitingReply, new(2024, 1, 11)),
            Row("n-2", 1, UrgingLevel.UrgingSlip, UrgingTrigger.Overdue, UrgingState.AwaitingReply, new(2024, 1, 12)),
            Row("n-3", 1, UrgingLevel.Reminder, UrgingTrigger.LateAcceptance, UrgingState.Answered, new(2024, 1, 3), "planning"));

        var first = await ledger.PageAsync(shelf.Park, new(), 3, null, CancellationToken.None);
        Assert.True(UrgingPlace.TryParse(first.Next!.ToString(), out var place));
        var second = await ledger.PageAsync(shelf.Park, new(), 3, place, CancellationToken.None);
        Assert.Equal(["n-3/1", "n-1/1", "n-1/2", "n-2/1"], first.Rows.Concat(second.Rows).Select(Name));
        Assert.Null(second.Next);

        Assert.Equal(["n-1/2", "n-2/1"], await NamesAsync(new(Levels: [UrgingLevel.UrgingSlip])));
        Assert.Equal(["n-3/1"], await NamesAsync(new(Unit: new UnitCode("planning"))));
        Assert.Equal(["n-3/1", "n-1/1"], await NamesAsync(new(Triggers: [UrgingTrigger.NearDue, UrgingTrigger.LateAcceptance])));
        Assert.Equal(["n-1/2", "n-2/1"], await NamesAsync(new(States: [UrgingState.AwaitingReply])));
        Assert.Equal(["n-1/2"], await NamesAsync(new(ReplyOverdueOn: new DateOnly(2024, 1, 12))));
        Assert.Equal(["n-1/1", "n-1/2"], await NamesAsync(new(Shelf.Project, new IssueNumber("n-1"))));
        Assert.Empty(await NamesAsync(new(Shelf.OtherProject)));
        Assert.Empty(await NamesAsync(new() { Within = [Shelf.OtherProject] }));
        Assert.Equal(2, await ledger.CountAsync(shelf.Park, new(States: [UrgingState.AwaitingReply]), CancellationToken.None));
        Assert.Empty((await ledger.PageAsync(new("elsewhere"), new(), 10, null, CancellationToken.None)).Rows);

        LedgerChange Row(string number, int notice, UrgingLevel level, UrgingTrigger trigger, UrgingState state, DateOnly replyBy, string unit = "economy") =>
            UrgingTable.Table.Put(new(shelf.Park, Shelf.Project, new(number), new()
            {
                No = notice, Level = level, Condition = new(1, trigger), To = new(new(unit), null), ReplyBy = replyBy,
                By = new(new("supervisor"), Role.Supervision, new("inspection")), On = new(2024, 1, 2),
            }, state));

        async Task<IEnumerable<string>> NamesAsync(UrgingFilter filter) => (await ledger.PageAsync(shelf.Park, filter, 10, null, CancellationToken.None)).Rows.Select(Name);
    }

    private static string Name(UrgingRow row) => $"{row.Number}/{row.Notice.No}";
}
