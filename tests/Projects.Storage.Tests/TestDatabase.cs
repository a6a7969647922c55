using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Projects.Tests;

namespace Projects.Storage.Tests;

/// <summary>A database of one test class, at this program's schema, with a journal on it.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public Database Database { get; private set; } = null!;
    public JournalSignal Signal { get; } = new();
    public Journal Journal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await CreateAsync();
        await Migrator(Database).ApplyAsync(CancellationToken.None);
        Journal = OpenJournal();
    }

    /// <summary>A second journal on the same database, as another process has it.</summary>
    public Journal OpenJournal() => new(Database, Signal, NullLogger<Journal>.Instance);

    public abstract Task<Database> CreateAsync();

    public static SchemaMigrator Migrator(Database database) => new(database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance);

    public static DbConnection Connect(Database database) =>
        database.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);

    /// <summary>What an intruder with SQL does.</summary>
    public Task<int> ExecuteAsync(string sql) => ExecuteAsync(Database, sql);

    public static async Task<int> ExecuteAsync(Database database, string sql)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = Connect(Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class OnSqlite : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("projects-storage-").FullName;
    private int _files;

    public override Task<Database> CreateAsync() =>
        Task.FromResult(Database.SqliteFile(Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class OnPostgres : TestDatabase
{
    /// <summary>The collection of the classes on PostgreSQL: the feed waits for every open transaction of the server, also those of other databases.</summary>
    public const string OneAtATime = "PostgreSQL";

    public override async Task<Database> CreateAsync() => new(DatabaseProvider.Postgres, await TestPostgres.CreateDatabaseAsync());
}
