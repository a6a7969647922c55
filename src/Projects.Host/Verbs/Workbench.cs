using Projects.Host.Settings;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>What the offline verbs work with: the settings of <c>serve</c> and storage, without silo and gateway.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Workbench(HostSettings settings, IConfiguration configuration)
    {
        Settings = settings;
        services = new ServiceCollection()
            .AddLogging(logging => logging
                .AddConfiguration(configuration.GetSection("Logging"))
                // Standard output belongs to the verb's answer, which another program may read.
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddProjectsStorage(settings.Database)
            .AddSingleton(provider => new EvidenceVerifier(settings.Database, settings.EvidencePath, provider.GetRequiredService<ILogger<EvidenceVerifier>>()))
            .AddSingleton(_ => new Backup(settings.Database, settings.EvidencePath, TimeProvider.System))
            .AddSingleton(provider => new Restore(
                settings.Database, settings.EvidencePath, provider.GetRequiredService<SchemaMigrator>(), provider.GetRequiredService<JournalVerifier>()))
            .BuildServiceProvider();
    }

    public HostSettings Settings { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Works beside a running server, on a database that exists.</summary>
    public static async Task<int> BesideAsync(Func<Workbench, Task<int>> work)
    {
        var configuration = Server.NewBuilder().Configuration;
        var settings = configuration.ProjectsSettings();
        if (settings.Faults().ToList() is { Count: > 0 } faults)
            return Say.Fail(faults);
        if (settings.Database.Provider == DatabaseProvider.Sqlite && !File.Exists(settings.SqlitePath))
            return Say.Fail([$"没有数据库 · there is no database at {settings.SqlitePath}; set Projects__DataDirectory or Projects__Postgres."]);
        return await RunAsync(new Workbench(settings, configuration), work);
    }

    /// <summary>Works alone: the embedded database's folder is held meanwhile, made when missing. On PostgreSQL the database's own locks keep others waiting.</summary>
    public static async Task<int> AloneAsync(Func<Workbench, Task<int>> work)
    {
        var configuration = Server.NewBuilder().Configuration;
        var settings = configuration.ProjectsSettings();
        if (settings.Faults().ToList() is { Count: > 0 } faults)
            return Say.Fail(faults);
        using var folder = DataFolder.TryTake(settings);
        return folder is null
            ? Say.Fail([Say.InUse(settings)])
            : await RunAsync(new Workbench(settings, configuration), work);
    }

    private static async Task<int> RunAsync(Workbench bench, Func<Workbench, Task<int>> work)
    {
        await using (bench)
        {
            try
            {
                return await work(bench);
            }
            catch (JournalCorruptException corrupt)
            {
                Say.Fail([$"数据已损坏 · corrupt: {corrupt.Message}"]);
                return ExitCode.Corrupt;
            }
            catch (Exception fault) when (fault is JournalException or SchemaException or BackupException or IOException or UnauthorizedAccessException)
            {
                return Say.Fail([fault.Message]);
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
