using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>
/// The database's own pace: one row of 300 bytes a commit, as durable as the journal's. PostgreSQL by its own pgbench with prepared
/// statements and 256 clients, SQLite by one connection, since it takes one writer at a time.
/// </summary>
internal static partial class OneRowCommits
{
    public const int Clients = 256;
    private const string Row = "x";

    /// <returns>Commits a second.</returns>
    public static async Task<double> PerSecondAsync(Ground ground, TimeSpan duration) =>
        ground.Database.Provider == DatabaseProvider.Sqlite ? OnSqlite(ground, duration) : await OnPostgresAsync(ground, duration);

    private static double OnSqlite(Ground ground, TimeSpan duration)
    {
        using var connection = new SqliteConnection(ground.Database.ConnectionString);
        connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = full; create table one_row (id integer primary key, payload text not null) strict");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into one_row (payload) values (@payload)";
        insert.Parameters.AddWithValue("@payload", string.Concat(Enumerable.Repeat(Row, 300)));
        insert.Prepare();
        var commits = 0;
        var began = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(began) < duration; commits++)
            insert.ExecuteNonQuery();
        return commits / Stopwatch.GetElapsedTime(began).TotalSeconds;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static async Task<double> OnPostgresAsync(Ground ground, TimeSpan duration)
    {
        await using (var source = NpgsqlDataSource.Create(ground.Database.ConnectionString))
        await using (var table = source.CreateCommand("create table if not exists one_row (id bigint generated always as identity primary key, payload text not null)"))
            await table.ExecuteNonQueryAsync();
        var script = Path.Combine(ground.Folder, "one-row.sql");
        await File.WriteAllTextAsync(script, "insert into one_row (payload) values (repeat('x', 300));\n");
        var to = new NpgsqlConnectionStringBuilder(ground.Database.ConnectionString);
        var start = new ProcessStartInfo(Pgbench(),
            [
                "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", duration.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), "-f", script,
                "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = to.Password;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pgbench did not start.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return Tps().Match(said[0]) is { Success: true } tps
            ? double.Parse(tps.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench told no pace: {string.Concat(said)}");
    }

    private static string Pgbench() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", "pgbench")).Where(File.Exists).Order().LastOrDefault() ?? "pgbench"
            : "pgbench";

    [GeneratedRegex(@"tps = ([0-9.]+) \(without")]
    private static partial Regex Tps();
}
