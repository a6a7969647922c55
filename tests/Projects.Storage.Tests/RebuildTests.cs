using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;

namespace Projects.Storage.Tests;

public sealed class RebuildOnSqlite(OnSqlite database) : RebuildTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class RebuildOnPostgres(OnPostgres database) : RebuildTests(database), IClassFixture<OnPostgres>;

/// <summary>Rebuilt = live, for every ledger table, over a project told as the grain tells it.</summary>
public abstract class RebuildTests(TestDatabase fixture)
{
    private static readonly IssueNumber Number = new("W-2024-001");
    private static readonly IssueParticulars Land = new("用地手续不全", Category: "用地", LeadUnit: new UnitCode("economy"), Criteria: ["取得批复"], Measures: ["补办手续"]);

    private static readonly ImmutableArray<ProjectEvent> Told =
    [
        new ProjectRegistered(ProjectKind.New, new Particulars("磷酸铁锂", "某企业", new UnitCode("economy"), null, null, null, null, null, null)),
        new MilestonePlanned(new MilestoneCode("trial"), "试生产", null, new DateOnly(2024, 3, 31), []),
        new ListOpened(new ListCode("committee"), new ListParticulars("党工委清单", Tier.Committee, "主题教育", Measure.Closed)),
        new ListIssued(new ListCode("committee")),
        new IssueDrafted(Number, new ListCode("committee"), Land),
        new IssueAmended(Number, Land with { Description = "用地手续不全，缺批复" }),
    ];

    [Fact]
    public async Task The_rebuilt_ledger_is_the_live_one()
    {
        var database = await ToldAsync();

        var rebuilt = await RebuildAsync(database, replace: true);

        Assert.All(rebuilt, table => Assert.True(table.Same, $"{table.Table} differs after the rebuild"));
        Assert.Equal(
            [("stream_head", 1), ("project_ledger", 1), ("milestone_ledger", 1), ("list_ledger", 1), ("issue_ledger", 1), ("issue_history", 1), ("issue_total", 1)],
            rebuilt.Where(table => table.RowsAfter > 0 && table.Table != IssueSearch.Table.Name).Select(table => (table.Table, (int)table.RowsAfter)));
    }

    [Theory]
    [InlineData("update issue_ledger set description = 'nothing wrong'", "issue_ledger")]
    [InlineData("update issue_history set state = 'Closed'", "issue_history")]
    [InlineData("delete from milestone_ledger", "milestone_ledger")]
    [InlineData("update issue_total set issues = issues + 1", "issue_total")]
    public async Task A_row_changed_by_hand_is_found_and_made_again(string damage, string table)
    {
        var database = await ToldAsync();
        await TestDatabase.ExecuteAsync(database, damage);

        Assert.Equal([table], (await RebuildAsync(database, replace: true)).Where(rebuilt => !rebuilt.Same).Select(rebuilt => rebuilt.Table));
        Assert.All(await RebuildAsync(database, replace: false), rebuilt => Assert.True(rebuilt.Same));
    }

    [Fact]
    public async Task A_broken_chain_stops_the_rebuild_and_changes_nothing()
    {
        var database = await ToldAsync();
        await TestDatabase.ExecuteAsync(database, "update journal set person = 'someone-else' where version = 3");
        await TestDatabase.ExecuteAsync(database, "delete from milestone_ledger");

        await Assert.ThrowsAsync<JournalCorruptException>(() => RebuildAsync(database, replace: true));
        await TestDatabase.ExecuteAsync(database, "update journal set person = 'admin' where version = 3");

        Assert.Single(await RebuildAsync(database, replace: false), rebuilt => !rebuilt.Same);
    }

    private static Task<IReadOnlyList<RebuiltTable>> RebuildAsync(Database database, bool replace) =>
        new LedgerRebuilder(database, NullLogger<LedgerRebuilder>.Instance).RebuildAsync(replace, CancellationToken.None);

    /// <summary>A database of its own in which the story was appended, event by event, with its ledger rows.</summary>
    private async Task<Database> ToldAsync()
    {
        var database = await fixture.CreateAsync();
        await TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None);
        await using var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance);
        var id = new ProjectId(Story.NewPark(), new ProjectCode("lithium"));
        var story = new Story(StreamName.Of(id));
        var project = Project.Unknown(id);
        foreach (var happened in Told)
        {
            var append = story.Next();
            var recorded = append.Events[0] with { Event = happened };
            var after = project.Evolve(recorded);
            await story.AddAsync(journal, append with { Events = [recorded], Ledger = LedgerChanges.Of(project, after, [recorded]) });
            project = after;
        }
        return database;
    }
}
