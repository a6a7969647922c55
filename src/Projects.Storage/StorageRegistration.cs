using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Projects.Storage;

public static class StorageRegistration
{
    /// <summary>The journal, its signal and the ledger on one database. The schema is brought up to date before the host starts, by <see cref="SchemaMigrator"/>.</summary>
    public static IServiceCollection AddProjectsStorage(this IServiceCollection services, Database database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<Journal>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<ProjectLedger>();
        services.AddSingleton<MilestoneLedger>();
        services.AddSingleton<InvestmentLedger>();
        services.AddSingleton<ListLedger>();
        services.AddSingleton<IssueLedger>();
        services.AddSingleton<UrgingLedger>();
        services.AddSingleton<VisitLedger>();
        services.AddSingleton<MeetingLedger>();
        services.AddSingleton<PastParks>();
        services.AddSingleton<JournalVerifier>();
        services.AddSingleton<LedgerRebuilder>();
        if (database.Provider == DatabaseProvider.Postgres)
            services.AddHostedService<PostgresSignalListener>();
        return services;
    }
}
