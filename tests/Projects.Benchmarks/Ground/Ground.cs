using Microsoft.Data.Sqlite;
using Npgsql;
using Projects.Storage;
using Projects.Tests;

namespace Projects.Benchmarks;

/// <summary>An empty database and a data folder of their own, gone at the end.</summary>
internal sealed class Ground : IAsyncDisposable
{
    /// <summary>Names the PostgreSQL to measure on, by the connection string of a role that may create databases.</summary>
    public const string PostgresVariable = "PROJECTS_TEST_POSTGRES";

    private static int grounds;
    private readonly string? server;

    private Ground(Database database, string folder, string? server) => (Database, Folder, this.server) = (database, folder, server);

    public Database Database { get; }
    public string Folder { get; }

    public static async Task<Ground> OnAsync(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("projects-bench-").FullName;
        if (provider == DatabaseProvider.Sqlite)
            return new Ground(Database.SqliteFile(Path.Combine(folder, "projects.db")), folder, server: null);
        var server = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"Set {PostgresVariable}, or run tests/bench.sh, which starts a PostgreSQL of its own.");
        var name = $"bench_{Environment.ProcessId}_{Interlocked.Increment(ref grounds)}";
        await ExecuteAsync(server, $"create database {name}");
        return new Ground(new Database(DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()), folder, server);
    }

    /// <summary>Starts the built server here. Its limits on how often one caller may ask are out of the way; all else is as delivered.</summary>
    public Task<RunningServer> ServeAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["Projects__RateLimits__PerPrincipal"] = $"{int.MaxValue}",
            ["Projects__RateLimits__PerAddress"] = $"{int.MaxValue}",
        };
        if (server is not null)
            settings["Projects__Postgres"] = Database.ConnectionString;
        return RunningServer.StartAsync(Folder, settings, "--sample", "none");
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (server is not null)
            await ExecuteAsync(server, $"drop database {new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database} with (force)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var settings = new NpgsqlCommand("select count(*) from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'on'", connection);
        if (await settings.ExecuteScalarAsync() is not 3L)
            throw new InvalidOperationException("This PostgreSQL acknowledges what is not on disk; figures of it are of no use.");
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
