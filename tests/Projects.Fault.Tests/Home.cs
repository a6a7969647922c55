using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Projects.Storage;
using Projects.Tests;
using Xunit.Sdk;
using Xunit.v3;

// Each test has the machine to itself: the processes it kills are the load.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Projects.Fault.Tests;

/// <summary>A park with people whose programs hold tokens, on a database and in a data folder of its own. It outlives the servers that run on it.</summary>
public sealed class Home : IAsyncDisposable
{
    public static readonly ParkCode Park = ParkCode.Of("demo");

    private static readonly (string Person, Role Role, string Unit)[] Staff =
    [
        ("officer", Role.ProjectOfficer, "office"), ("clerk", Role.LedgerOffice, "office"), ("leader", Role.DeputyLeader, "office"),
        ("head", Role.UnitHead, "economy"), ("handler", Role.Handler, "economy"),
    ];

    private readonly Dictionary<string, string> tokens = [];

    private Home(Database database, string folder) => (Database, Folder) = (database, folder);

    public Database Database { get; }
    public string Folder { get; }

    public static Task<Home> OnAsync(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? OnSqliteAsync() : OnPostgresAsync();

    public static async Task<Home> OnSqliteAsync()
    {
        var folder = NewFolder();
        return await FoundedAsync(new Home(Database.SqliteFile(Path.Combine(folder, "projects.db")), folder));
    }

    public static async Task<Home> OnPostgresAsync() =>
        await FoundedAsync(new Home(new Database(DatabaseProvider.Postgres, await TestPostgres.CreateDatabaseAsync()), NewFolder()));

    public string TokenOf(string person) => tokens[person];

    /// <summary>Starts a server here. On PostgreSQL a second one may run beside it, in a folder of its own.</summary>
    public Task<RunningServer> StartAsync(string? folder = null) => RunningServer.StartAsync(folder ?? Folder, Settings(), "--sample", "none");

    /// <summary>Runs a verb of the server's binary here, such as <c>verify</c>.</summary>
    /// <returns>Its exit code, and all it said.</returns>
    public async Task<(int ExitCode, string Said)> VerbAsync(string verb)
    {
        var start = new ProcessStartInfo(HostPath(), [verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Projects__DataDirectory"] = Folder;
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{verb} did not start");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', said));
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Dictionary<string, string> Settings() => Database.Provider == DatabaseProvider.Postgres
        ? new() { ["Projects__Postgres"] = Database.ConnectionString }
        : [];

    // …/tests/X/bin/Debug/net10.0 beside …/src/Projects.Host/bin/Debug/net10.0.
    private static string HostPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "Projects.Host", "bin", here.Parent.Name, here.Name, "Projects.Host");
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("projects-fault-").FullName;

    private static async Task<Home> FoundedAsync(Home home)
    {
        await Founded.ParkAsync(home.Database, Park, Founding());
        await using var accounts = new AccountsDatabase(home.Database);
        foreach (var (person, _, _) in Staff)
            home.tokens[person] = await Founded.TokenAsync(accounts, Park, PersonId.Of(person));
        return home;
    }

    private static IEnumerable<ParkCommand> Founding() =>
    [
        new FoundPark("示例园区", "示例市", "示例省"),
        new AddUnit(UnitCode.Of("office"), "整改办"),
        new AddUnit(UnitCode.Of("economy"), "经发局"),
        .. Staff.Select(held => new AddPerson(PersonId.Of(held.Person), held.Person)),
        .. Staff.Select(held => new Appoint(PersonId.Of(held.Person), held.Role, UnitCode.Of(held.Unit), new DateOnly(2020, 1, 1))),
    ];
}
