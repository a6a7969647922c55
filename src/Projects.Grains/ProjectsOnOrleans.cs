using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>How a silo becomes a place where projects live.</summary>
public static class ProjectsOnOrleans
{
    /// <summary>Adds the grains' storage, the desk and the serialization of the domain; storage itself comes from <c>AddProjectsStorage</c>.</summary>
    public static ISiloBuilder AddProjects(this ISiloBuilder silo, Database database)
    {
        silo.AddAdoNetGrainStorage(Snapshot.Storage, options =>
        {
            options.Invariant = database.Invariant;
            options.ConnectionString = database.ConnectionString;
            options.GrainStorageSerializer = new SnapshotSerializer();
        });
        silo.Services.TryAddKeyedSingleton(ParkClock.Key, TimeProvider.System);
        silo.Services.AddSingleton<ParkBook>();
        silo.Services.AddSingleton<ProjectDesk>();
        silo.Services.AddSingleton<LedgerReach>();
        silo.Services.AddSingleton<WaitingIssues>();
        silo.Services.AddSingleton<ParkStandings>();
        silo.Services.AddSingleton<ParkRates>();
        silo.Services.AddSingleton<ParkSummaries>();
        silo.Services.AddSingleton<LookBack>();
        silo.Services.AddSingleton<TwoDays>();
        silo.Services.AddSingleton<ProjectLights>();
        silo.Services.AddSingleton<ProjectLibrary>();
        silo.Services.AddSingleton<MyProjects>();
        silo.Services.AddSingleton<ProjectHistory>();
        silo.Services.AddSingleton<WeeklyReading>();
        silo.Services.AddSingleton<KnownParks>();
        silo.Services.AddSingleton<ReportDrafter>();
        silo.Services.AddSingleton<ReportPress>();
        silo.Services.AddSingleton<LedgerExtracts>();
        silo.Services.AddSingleton<UnitBooks>();
        silo.Services.AddSingleton<SheetOrders>();
        silo.Services.AddSingleton<Imports>();
        silo.Services.AddProjectsSerialization();
        // A project takes one command at a time: beyond this many waiting, callers are told at once instead of after a timeout.
        silo.Services.Configure<SiloMessagingOptions>(options => options.MaxEnqueuedRequestsHardLimit = 2_000);
        return silo;
    }

    /// <summary>The domain crosses processes in the journal's own JSON, so it needs no attribute of the runtime. Silos and clients alike.</summary>
    public static IServiceCollection AddProjectsSerialization(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(type => type.Assembly == typeof(Project).Assembly, DomainJson.Options));
        // Our exceptions are plain; a caller on another silo must see them as what they are.
        return services.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(Projects)));
    }
}
