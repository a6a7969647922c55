using System.Security.Cryptography;
using System.Text;
using Projects.Grains;
using Projects.Storage;
using Request = Projects.Grains.Request;

namespace Projects.Cluster.Tests;

/// <summary>A snapshot shortens waking and nothing else: whatever becomes of it, a project wakes as its journal says.</summary>
public abstract class SnapshotTests(Cluster cluster)
{
    private const string LastName = "第54版";
    private static int made;

    [Fact]
    public async Task A_project_wakes_from_its_snapshot()
    {
        var project = await AsleepWithSnapshotAsync();

        Assert.Equal(LastName, (await CardAsync(project)).Particulars!.Name);
    }

    [Fact]
    public async Task A_project_woken_for_an_export_shows_what_was_asked_for_and_goes_on_as_it_was()
    {
        var project = await AsleepWithSnapshotAsync();
        var grain = cluster.Grains.GetGrain<IProjectGrain>(Grain(project));
        for (var asked = 0; asked < 3; asked++)
        {
            var sheet = (await grain.SheetAsync([IssueNumber.Of("NONE-1")])).Seen;
            Assert.Equal(LastName, sheet.Particulars!.Name);
            Assert.Empty(sheet.Issues);
        }

        await WakesAsItWasAsync(project);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_flipped_bit_costs_a_replay_and_not_the_project(int at)
    {
        var project = await AsleepWithSnapshotAsync();
        var payload = (await Stored.ReadAsync(cluster.Database, Grain(project)))!;
        payload[at] ^= 0x10;
        await Stored.WriteAsync(cluster.Database, Grain(project), payload);

        await WakesAsItWasAsync(project);
    }

    [Fact]
    public async Task What_is_no_snapshot_at_all_is_passed_over()
    {
        var project = await AsleepWithSnapshotAsync();
        await Stored.WriteAsync(cluster.Database, Grain(project), "not a snapshot"u8.ToArray());

        await WakesAsItWasAsync(project);
    }

    [Fact]
    public async Task A_snapshot_ahead_of_the_journal_is_passed_over()
    {
        // As after a restore of the journal alone: the version it was taken at does not exist.
        var project = await AsleepWithSnapshotAsync();
        await ForgeAsync(project, payload => payload[40]++);

        await WakesAsItWasAsync(project);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_passed_over()
    {
        var project = await AsleepWithSnapshotAsync();
        await ForgeAsync(project, payload => payload[50] ^= 1);

        await WakesAsItWasAsync(project);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_passed_over_when_events_follow_it_too()
    {
        var project = await AsleepWithSnapshotAsync();
        await ForgeAsync(project, payload => (payload[40], payload[50]) = ((byte)(payload[40] - 1), (byte)(payload[50] ^ 1)));

        await WakesAsItWasAsync(project);
    }

    [Fact]
    public async Task After_one_was_passed_over_a_new_one_is_kept()
    {
        var project = await AsleepWithSnapshotAsync();
        var sound = (await Stored.ReadAsync(cluster.Database, Grain(project)))!;
        await Stored.WriteAsync(cluster.Database, Grain(project), sound[..^1]);

        await WakesAsItWasAsync(project);
        await cluster.SleepAsync(project);

        var payload = (await Stored.ReadAsync(cluster.Database, Grain(project)))!;
        Assert.Equal(payload[4..36], SHA256.HashData(payload.AsSpan(36)));
        Assert.Contains("醒来之后", Encoding.UTF8.GetString(payload.AsSpan(80)));
    }

    // The layout is that of SnapshotSerializer: mark (4 bytes), digest (32), schema (4), version (8), head (32), state.
    private async Task ForgeAsync(ProjectCode project, Action<byte[]> change)
    {
        var payload = (await Stored.ReadAsync(cluster.Database, Grain(project)))!;
        change(payload);
        SHA256.HashData(payload.AsSpan(36), payload.AsSpan(4));
        await Stored.WriteAsync(cluster.Database, Grain(project), payload);
    }

    private async Task WakesAsItWasAsync(ProjectCode project)
    {
        Assert.Equal(LastName, (await CardAsync(project)).Particulars!.Name);
        var next = Assert.IsType<Outcome.Done>(await AmendAsync(project, "醒来之后"));
        Assert.Equal(Snapshot.WorthKeepingEvents + 7, Assert.Single(next.Events).Version);
    }

    private async Task<ProjectCode> AsleepWithSnapshotAsync()
    {
        var project = ProjectCode.Of($"asleep-{Interlocked.Increment(ref made)}");
        await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, new RegisterProject(ProjectKind.New, Named("磷酸铁锂")), Request.Once());
        for (var i = 0; i < Snapshot.WorthKeepingEvents + 5; i++)
            Assert.IsType<Outcome.Done>(await AmendAsync(project, $"第{i}版"));
        await cluster.SleepAsync(project);
        Assert.NotNull(await Stored.ReadAsync(cluster.Database, Grain(project)));
        return project;
    }

    private Task<Outcome> AmendAsync(ProjectCode project, string name) =>
        cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, new AmendProject(Named(name)), Request.Once());

    private async Task<Project> CardAsync(ProjectCode project) =>
        (await cluster.Desk.CardAsync((await cluster.Desk.InsightAsync(Cluster.Officer, Cluster.Park))!, project))!;

    private static string Grain(ProjectCode project) => $"{Cluster.Park}/{project}";

    private static Particulars Named(string name) => new(name, null, Cluster.Office, null, null, null, null, null, null);
}

public sealed class SnapshotsOnSqlite(SqliteCluster cluster) : SnapshotTests(cluster), IClassFixture<SqliteCluster>;

public sealed class SnapshotsOnPostgres(PostgresCluster cluster) : SnapshotTests(cluster), IClassFixture<PostgresCluster>;
