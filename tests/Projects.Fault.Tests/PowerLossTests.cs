using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Projects.Storage;

namespace Projects.Fault.Tests;

/// <summary>
/// What a power cut takes, which no kill can show: SQLite's <c>synchronous=NORMAL</c> loses nothing to kill -9 and acknowledged rows
/// to the plug (SECURITY 1.1). The file system is shut down without flushing, as the plug would leave it, and mounted again.
/// </summary>
public sealed class PowerLossTests(ITestOutputHelper output)
{
    private const int Cuts = 3;

    [Fact]
    public async Task What_the_journal_acknowledged_is_there_after_the_power_is_cut()
    {
        Assert.SkipUnless(await PluggedDisk.IsPossibleAsync(), PluggedDisk.WhyNot);
        var acknowledged = 0L;
        for (var cut = 0; cut < Cuts; cut++)
        {
            await using var disk = await PluggedDisk.MountAsync();
            var database = Database.SqliteFile(Path.Combine(disk.Folder, "projects.db"));
            await new SchemaMigrator(database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance).ApplyAsync(CancellationToken.None);
            var last = await AppendUntilCutAsync(database, disk, events: 60 + 35 * cut);

            await disk.PlugInAgainAsync();

            var events = await Truth.EventsAsync(database);
            Assert.True(events.Count >= last, $"Cut {cut}: {last} events were acknowledged, {events.Count} are there.");
            Assert.Empty((await new JournalVerifier(database, NullLogger<JournalVerifier>.Instance).VerifyAsync(CancellationToken.None)).Faults);
            acknowledged += last;
            SqliteConnection.ClearAllPools();
        }
        output.WriteLine($"{Cuts} power cuts, {acknowledged} acknowledged events, 0 lost.");
    }

    /// <summary>The control: were this to lose nothing, the test above would show nothing.</summary>
    [Fact]
    public async Task The_same_cut_takes_acknowledged_rows_from_a_database_that_does_not_sync()
    {
        Assert.SkipUnless(await PluggedDisk.IsPossibleAsync(), PluggedDisk.WhyNot);
        await using var disk = await PluggedDisk.MountAsync();
        var path = new SqliteConnectionStringBuilder { DataSource = Path.Combine(disk.Folder, "control.db"), Pooling = false }.ToString();
        const int Rows = 200;
        using (var connection = new SqliteConnection(path))
        {
            connection.Open();
            Run(connection, "pragma journal_mode = wal; pragma synchronous = full; create table row_of (no integer primary key); pragma synchronous = normal");
            for (var no = 1; no <= Rows; no++)
                Run(connection, $"insert into row_of values ({no})");
            disk.PullThePlug();
        }

        await disk.PlugInAgainAsync();

        using var after = new SqliteConnection(path);
        after.Open();
        using var count = after.CreateCommand();
        count.CommandText = "select count(*) from row_of";
        var left = (long)count.ExecuteScalar()!;
        output.WriteLine($"synchronous=NORMAL: {Rows} rows acknowledged, {left} left.");
        Assert.True(left < Rows, "The power cut took nothing: this test bench proves nothing.");
    }

    private static async Task<long> AppendUntilCutAsync(Database database, PluggedDisk disk, int events)
    {
        await using var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance);
        var stream = StreamName.Of(new ProjectId(Home.Park, ProjectCode.Of("works")));
        var head = new Head(0, EventChain.Start);
        for (var version = 1L; version <= events; version++)
        {
            var happened = new Recorded(version, new PhaseAdvanced(new("p1"), Stage.Idea, Stage.Signed, $"{version}", null), new By(PersonId.Of("officer"), Role.ProjectOfficer, UnitCode.Of("office")),
                new DateOnly(2024, 1, 12), DateTimeOffset.UnixEpoch, $"request-{version}", 1);
            var committed = Assert.IsType<AppendResult.Committed>(await journal.AppendAsync(new Append(stream, head.Version, head.Hash, [happened], []), CancellationToken.None));
            head = new Head(committed.Version, committed.Head);
        }
        disk.PullThePlug();
        return head.Version;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
