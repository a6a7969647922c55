using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Projects.Storage;

public static class StorageRegistration
{
    /// <summary>The journal and its signal on one database. The schema is brought up to date before the host starts, by <see cref="SchemaMigrator"/>.</summary>
    public static IServiceCollection AddProjectsStorage(this IServiceCollection services, Database database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<Journal>();
        if (database.Provider == DatabaseProvider.Postgres)
            services.AddHostedService<PostgresSignalListener>();
        return services;
    }
}
