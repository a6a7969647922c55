using Request = Projects.Grains.Request;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using Projects.Grains;
using Projects.Storage;
using Projects.Tests;

namespace Projects.Cluster.Tests;

/// <summary>Silos of our own on a real database, with a park and one project in it.</summary>
public abstract class Cluster(int silos) : IAsyncLifetime
{
    public static readonly ParkCode Park = ParkCode.Of("demo");
    public static readonly UnitCode Office = UnitCode.Of("office");
    public static readonly Caller Officer = new(Park, PersonId.Of("officer"), ActorKind.Person);

    private InProcessTestCluster silosRunning = null!;

    public Database Database { get; private set; } = null!;

    /// <summary>The parks' clock, on every silo.</summary>
    public HandClock Clock { get; } = new();

    public int Silos => silos;

    public ProjectDesk Desk => DeskOf(0);
    public IGrainFactory Grains => silosRunning.Client;

    public async ValueTask InitializeAsync()
    {
        Database = await CreateDatabaseAsync();
        await new SchemaMigrator(Database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance).ApplyAsync(CancellationToken.None);
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddProjectsStorage(Database);
            silo.Services.AddKeyedSingleton<TimeProvider>(ParkClock.Key, Clock);
            silo.AddProjects(Database);
        });
        builder.ConfigureClient(client => client.Services.AddProjectsSerialization());
        silosRunning = builder.Build();
        await silosRunning.DeployAsync();
        await SettleInAsync();
    }

    public ProjectDesk DeskOf(int silo) => Service<ProjectDesk>(silo);

    public T Service<T>(int silo) where T : notnull => silosRunning.GetSiloServiceProvider(silosRunning.Silos[silo].SiloAddress).GetRequiredService<T>();

    /// <summary>A journal of another process on the same database.</summary>
    public Journal OtherProcess() => new(Database, new JournalSignal(), NullLogger<Journal>.Instance);

    /// <summary>Puts the project's grain to sleep; the next call wakes it.</summary>
    public Task SleepAsync(ProjectCode project) => silosRunning.DeactivateAsync(Grains.GetGrain<IProjectGrain>($"{Park}/{project}"));

    /// <summary>What an intruder with SQL does; <c>{0}</c> stands for the bytes.</summary>
    public async Task<int> SqlAsync(string sql, byte[] bytes)
    {
        await using System.Data.Common.DbConnection connection = Database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(Database.ConnectionString)
            : new Npgsql.NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("{0}", "@bytes", StringComparison.Ordinal);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@bytes", bytes);
        command.Parameters.Add(parameter);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Keeps every writer waiting, as a slow disk does, until disposed; readers go on.</summary>
    public async Task<IAsyncDisposable> HoldWritersAsync()
    {
        if (Database.Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnection(Database.ConnectionString);
            await file.OpenAsync();
            return new Held(file, file.BeginTransaction(deferred: false));
        }
        var server = new Npgsql.NpgsqlConnection(Database.ConnectionString);
        await server.OpenAsync();
        var transaction = await server.BeginTransactionAsync();
        await using var command = new Npgsql.NpgsqlCommand("lock table journal in share row exclusive mode", server, transaction);
        await command.ExecuteNonQueryAsync();
        return new Held(server, transaction);
    }

    private sealed class Held(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await silosRunning.DisposeAsync();
        await DropDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<Database> CreateDatabaseAsync();

    protected virtual Task DropDatabaseAsync() => Task.CompletedTask;

    private async Task SettleInAsync()
    {
        foreach (var command in new ParkCommand[]
        {
            new FoundPark("示例园区", "示例市", "示例省"),
            new AddUnit(Office, "整改办"),
            new AddPerson(Officer.Person, "项目专员甲"),
            new Appoint(Officer.Person, Role.ProjectOfficer, Office, new DateOnly(2020, 1, 1)),
        })
            Assert.IsType<Outcome.Done>(await Desk.InstallAsync(Park, command, Request.Once()));
    }
}

/// <summary>The true time until it is put to an instant; it never goes back.</summary>
public sealed class HandClock : TimeProvider
{
    private long standsAtTicks;

    public override DateTimeOffset GetUtcNow() => new(Math.Max(Interlocked.Read(ref standsAtTicks), System.GetUtcNow().UtcTicks), TimeSpan.Zero);

    public void StandAt(DateTimeOffset instant) => Interlocked.Exchange(ref standsAtTicks, Math.Max(Interlocked.Read(ref standsAtTicks), instant.UtcTicks));
}

public sealed class SqliteCluster() : Cluster(silos: 1)
{
    private readonly string folder = Directory.CreateTempSubdirectory("projects-cluster-").FullName;

    protected override Task<Database> CreateDatabaseAsync() => Task.FromResult(Database.SqliteFile(Path.Combine(folder, "projects.db")));

    protected override Task DropDatabaseAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class PostgresCluster() : Cluster(silos: 2)
{
    protected override async Task<Database> CreateDatabaseAsync() => new(DatabaseProvider.Postgres, await TestPostgres.CreateDatabaseAsync());
}
