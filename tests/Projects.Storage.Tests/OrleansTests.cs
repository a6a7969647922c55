using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace Projects.Storage.Tests;

/// <summary>The real providers of Orleans on our tables and queries.</summary>
public sealed class OrleansOnSqlite(OnSqlite database) : OrleansTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class OrleansOnPostgres(OnPostgres database) : OrleansTests(database), IClassFixture<OnPostgres>
{
    [Fact]
    public async Task A_silo_joins_through_the_membership_table_and_leaves_it()
    {
        var host = await StartAsync();
        var table = host.Services.GetRequiredService<IMembershipTable>();

        var joined = await table.ReadAllAsync(CancellationToken.None);
        var self = Assert.Single(joined.Members).Item1;
        var row = await table.ReadRowAsync(self.SiloAddress, CancellationToken.None);
        self.IAmAliveTime = self.IAmAliveTime.AddSeconds(1);
        var current = await table.UpdateRowAsync(self, row.Members[0].Item2, row.Version, CancellationToken.None);
        var stale = await table.UpdateRowAsync(self, row.Members[0].Item2, row.Version, CancellationToken.None);
        await table.UpdateIAmAliveAsync(self, CancellationToken.None);
        await table.CleanupDefunctSiloEntriesAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
        await host.StopAsync();

        Assert.Equal(SiloStatus.Active, self.Status);
        Assert.True(current);
        Assert.False(stale, "the table's version was bumped by the update before");
        Assert.Equal(0, Convert.ToInt32(await Database.ScalarAsync("select count(*) from OrleansMembershipTable where Status = 3")));
        host.Dispose();
    }

    [Fact]
    public async Task A_reminder_is_kept_found_by_range_and_removed()
    {
        using var host = await StartAsync();
        var table = host.Services.GetRequiredService<IReminderTable>();
        var grain = GrainId.Create("weekly", "all");
        var entry = new ReminderEntry { GrainId = grain, ReminderName = "hourly", StartAt = DateTime.UnixEpoch, Period = TimeSpan.FromHours(1) };

        var first = await table.UpsertRow(entry);
        var second = await table.UpsertRow(entry);
        var found = await table.ReadRow(grain, "hourly");

        Assert.NotEqual(first, second);
        Assert.Equal(TimeSpan.FromHours(1), found!.Period);
        Assert.Single((await table.ReadRows(grain)).Reminders);
        Assert.Single((await table.ReadRows(0, 0)).Reminders);
        Assert.Single((await table.ReadRows(grain.GetUniformHashCode() - 1, grain.GetUniformHashCode())).Reminders);
        Assert.False(await table.RemoveRow(grain, "hourly", first!));
        Assert.True(await table.RemoveRow(grain, "hourly", second!));
        Assert.Empty((await table.ReadRows(grain)).Reminders);
        await host.StopAsync();
    }
}

public abstract class OrleansTests(TestDatabase database)
{
    protected TestDatabase Database => database;

    [Fact]
    public async Task A_snapshot_is_written_read_guarded_by_its_version_and_cleared()
    {
        using var host = await StartAsync();
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>("snapshots");
        foreach (var grain in new[] { GrainId.Create("project", "panzhihua/lithium"), GrainId.Create("project", GrainIdKeyExtensions.CreateIntegerKey(7, "ext").ToString()!) })
        {
            var written = new GrainState<List<string>>(["磷酸铁锂"]);
            await storage.WriteStateAsync("state", grain, written);
            await storage.WriteStateAsync("state", grain, written);
            var read = new GrainState<List<string>>();
            await storage.ReadStateAsync("state", grain, read);

            Assert.Equal(("磷酸铁锂", "2", true), (read.State!.Single(), read.ETag, read.RecordExists));
            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", grain, new GrainState<List<string>>([])));
            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", grain, new GrainState<List<string>>([], "1")));

            await storage.ClearStateAsync("state", grain, read);
            await storage.ReadStateAsync("state", grain, written);
            Assert.False(written.RecordExists);
            await storage.WriteStateAsync("state", grain, written);
        }
        await host.StopAsync();
    }

    protected async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            if (database.Database.Provider == DatabaseProvider.Postgres)
            {
                silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (database.Database.Invariant, database.Database.ConnectionString));
                silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (database.Database.Invariant, database.Database.ConnectionString));
            }
            silo.AddAdoNetGrainStorage("snapshots", options => (options.Invariant, options.ConnectionString) = (database.Database.Invariant, database.Database.ConnectionString));
            silo.Configure<ClusterOptions>(options => options.ClusterId = Guid.NewGuid().ToString());
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
