using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
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
        await new SchemaMigrator(home.Database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance).ApplyAsync(CancellationToken.None);
        await using var journal = new Journal(home.Database, new JournalSignal(), NullLogger<Journal>.Instance);
        await home.FoundAsync(journal);
        await using var accounts = new AccountsDatabase(home.Database);
        foreach (var (person, _, _) in Staff)
            home.tokens[person] = await TokenAsync(accounts, person);
        return home;
    }

    // As the installation itself would, before any server runs: the rules decide, the journal keeps.
    private async Task FoundAsync(Journal journal)
    {
        var now = EventChain.Truncate(TimeProvider.System.GetUtcNow());
        var day = BusinessDay.Of(now);
        var park = Projects.Park.Unknown(Park);
        var head = EventChain.Start;
        foreach (var command in Founding())
        {
            var decided = Assert.IsType<Decision.Accepted>(park.Decide(command, new Stamp(Actor.Installation, now, day, day, $"found-{park.Version}")));
            var recorded = decided.Events.Select((happened, i) => new Recorded(park.Version + 1 + i, happened, decided.By, day, now, $"found-{park.Version}", 0)).ToList();
            var committed = Assert.IsType<AppendResult.Committed>(
                await journal.AppendAsync(new Append(StreamName.Of(Park), park.Version, head, recorded, []), CancellationToken.None));
            (park, head) = (recorded.Aggregate(park, (before, entry) => before.Evolve(entry)), committed.Head);
        }
    }

    private static IEnumerable<ParkCommand> Founding() =>
    [
        new FoundPark("示例园区", "示例市", "示例省"),
        new AddUnit(UnitCode.Of("office"), "整改办"),
        new AddUnit(UnitCode.Of("economy"), "经发局"),
        .. Staff.Select(held => new AddPerson(PersonId.Of(held.Person), held.Person)),
        .. Staff.Select(held => new Appoint(PersonId.Of(held.Person), held.Role, UnitCode.Of(held.Unit), new DateOnly(2020, 1, 1))),
    ];

    private static async Task<string> TokenAsync(AccountsDatabase database, string person)
    {
        var now = TimeProvider.System.GetUtcNow();
        var secret = "prk_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await new Accounts(database).AddAsync(new Account(person, Park, PersonId.Of(person), PasswordHash: null, Sample: false, now), CancellationToken.None);
        var token = new Session(
            RandomNumberGenerator.GetHexString(20, lowercase: true), ActorKind.Program, person, Park, PersonId.Of(person), "fault test", TokenScope.Write, now, now, now.AddDays(1));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        Assert.True(await new Sessions(database).AddAsync(digest, token, person, CancellationToken.None));
        return secret;
    }
}
