using CsCheck;

namespace Projects.Storage.Tests;

public sealed class RebuiltLedgerOnSqlite(OnSqlite database) : RebuiltLedgerTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class RebuiltLedgerOnPostgres(OnPostgres database) : RebuiltLedgerTests(database), IClassFixture<OnPostgres>;

/// <summary>The promise of the ledger: what stands in it is what the journal alone would make of it.</summary>
public abstract class RebuiltLedgerTests(TestDatabase database)
{
    [Fact]
    public async Task The_ledger_kept_with_each_command_is_the_ledger_made_again_from_the_journal()
    {
        var elsewhere = await database.CreateAsync();
        await TestDatabase.Migrator(elsewhere).ApplyAsync(CancellationToken.None);
        await using var journalElsewhere = new Journal(elsewhere, new JournalSignal(), Microsoft.Extensions.Logging.Abstractions.NullLogger<Journal>.Instance);

        await Life.Steps.SampleAsync(async steps =>
        {
            var project = new ProjectId(Story.NewPark(), new("campaign"));
            await database.LiveAsync(project, steps);

            var replayed = await ReplayAsync(project);
            var (state, head) = (Project.Unknown(project), EventChain.Start);
            foreach (var recorded in replayed.Events)
            {
                var next = state.Evolve(recorded);
                head = await Lived.AppendAsync(journalElsewhere, state, next, [recorded with { RequestId = $"rebuild-{recorded.Version}" }], head);
                state = next;
            }

            foreach (var table in LedgerChanges.Tables)
                Assert.Equal(await elsewhere.RowsAsync(table, project.Park), await database.Database.RowsAsync(table, project.Park));
        }, iter: 15, threads: 1);
    }

    [Fact]
    public async Task Facts_read_from_the_ledger_are_the_facts_of_the_issue()
    {
        await using var reader = new LedgerReader(database.Database);
        await Life.Steps.SampleAsync(async steps =>
        {
            var project = new ProjectId(Story.NewPark(), new("campaign"));
            var told = await database.LiveAsync(project, steps);

            var rows = await new IssueLedger(reader).FindAsync(project, [.. told.Project.Issues.Keys], CancellationToken.None);

            // Registration may not be told to this park's ledger yet; then no name can be joined.
            if (told.Project.Particulars is null) return;
            Assert.Equal(
                told.Project.Issues.Values.Select(issue => IssueFacts.Of(project.Code, issue, told.Project.Lists[issue.List])).OrderBy(facts => facts.ToString()),
                rows.Select(row => row.Facts).OrderBy(facts => facts.ToString()));
        }, iter: 10, threads: 1);
    }

    private async Task<(Project Project, List<Recorded> Events)> ReplayAsync(ProjectId id)
    {
        var (project, events) = (Project.Unknown(id), new List<Recorded>());
        await foreach (var entry in database.Journal.ReadAsync(StreamName.Of(id), null, CancellationToken.None))
        {
            project = project.Evolve(entry.Recorded);
            events.Add(entry.Recorded);
        }
        return (project, events);
    }
}
