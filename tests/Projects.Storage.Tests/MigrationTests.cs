using Microsoft.Extensions.Logging.Abstractions;

namespace Projects.Storage.Tests;

public sealed class MigrationOnSqlite(OnSqlite database) : MigrationTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class MigrationOnPostgres(OnPostgres database) : MigrationTests(database), IClassFixture<OnPostgres>;

public abstract class MigrationTests(TestDatabase databases)
{
    [Fact]
    public async Task Several_processes_starting_at_once_apply_each_step_once()
    {
        var database = await databases.CreateAsync();

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Task.Run(() => TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None))));

        Assert.Equal(Migration.AllFor(database.Provider).Count, applied.Sum());
        Assert.Equal(0, await TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Several_processes_starting_at_once_make_a_ledger_of_an_older_program_anew_once()
    {
        var database = await MigratedAsync();
        var project = new ProjectId(Story.NewPark(), new("campaign"));
        var told = Life.Begin(project).Then(Projects.Domain.Tests.Issues.Cast.Clerk, new DraftIssue(Projects.Domain.Tests.Issues.Given.List, null, Projects.Domain.Tests.Issues.Given.Particulars));
        told = (told with { Today = told.Today.AddDays(1) }).Then(Projects.Domain.Tests.Issues.Cast.Clerk, new RegisterIssue(told.Project.Issues.Keys.Single()));
        await using (var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance))
        {
            var (state, head) = (Project.Unknown(project), EventChain.Start);
            foreach (var recorded in told.Journal)
            {
                var next = state.Evolve(recorded);
                head = await Lived.AppendAsync(journal, state, next, [recorded], head);
                state = next;
            }
        }
        var live = await database.RowsAsync(IssueHistory.Table, project.Park);
        await TestDatabase.ExecuteAsync(database, "delete from issue_history; delete from setting where key = 'ledger-making'");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new LedgerRebuilder(database, NullLogger<LedgerRebuilder>.Instance).CatchUpAsync(CancellationToken.None))));

        Assert.Single(made, once => once);
        Assert.NotEmpty(live);
        Assert.Equal(live, await database.RowsAsync(IssueHistory.Table, project.Park));
        Assert.False(await new LedgerRebuilder(database, NullLogger<LedgerRebuilder>.Instance).CatchUpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_step_that_was_edited_after_it_landed_is_refused()
    {
        var database = await MigratedAsync();
        await TestDatabase.ExecuteAsync(database, "update schema_migration set sha256 = 'other' where number = 1");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None));

        Assert.Contains("step 1 (journal)", refused.Message);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        var database = await MigratedAsync();
        await TestDatabase.ExecuteAsync(database, "insert into schema_migration values (9999, 'later', 'x', 'y')");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None));

        Assert.Contains("9999 (later)", refused.Message);
    }

    [Fact]
    public async Task A_query_that_Orleans_would_miss_is_named()
    {
        var database = await MigratedAsync();
        await TestDatabase.ExecuteAsync(database, "delete from OrleansQuery where QueryKey = 'ClearStorageKey'");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None));

        Assert.Contains("ClearStorageKey", refused.Message);
    }

    [Fact]
    public void Both_databases_have_the_same_steps() =>
        Assert.Equal(
            Migration.AllFor(DatabaseProvider.Sqlite).Select(step => (step.Number, step.Name)),
            Migration.AllFor(DatabaseProvider.Postgres).Select(step => (step.Number, step.Name)));

    [Fact]
    public void Steps_are_numbered_without_a_gap() =>
        Assert.All(Migration.AllFor(databases.Database.Provider).Index(), step => Assert.Equal(step.Index + 1, step.Item.Number));

    private async Task<Database> MigratedAsync()
    {
        var database = await databases.CreateAsync();
        await TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None);
        return database;
    }
}
