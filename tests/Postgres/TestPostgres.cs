using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Projects.Tests;

/// <summary>
/// A real PostgreSQL for tests. With <c>PROJECTS_TEST_POSTGRES</c> (a connection string of a superuser to a throw-away server) that
/// server is used; otherwise a cluster of our own is made once a process in a temporary folder, on a free port of 127.0.0.1, and
/// stopped at the end of the process. Needs Debian's package postgresql-15. Compiled into each test project that wants it.
/// </summary>
public static class TestPostgres
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.Value;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await using var command = source.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("PROJECTS_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        var folder = Path.Combine(Path.GetTempPath(), $"projects-postgres-{Guid.NewGuid():N}");
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("install", "-d", "-o", "postgres", "-m", "0700", folder);
        else
            Directory.CreateDirectory(folder);
        var data = Path.Combine(folder, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(folder, data);
        await RunAsServerAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c autovacuum=off -c max_connections=200", "start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static void Stop(string folder, string data)
    {
        RunAsServerAsync("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop").GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server refuses to run as root.</summary>
    private static Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Binaries, program), .. arguments])
        : RunAsync(Path.Combine(Binaries, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits its starter's streams, so their end is not waited for.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
