using Microsoft.Extensions.DependencyInjection;

namespace Projects.Storage;

public static class AccountsRegistration
{
    /// <summary>The accounts, sessions and audit trail on the database of <see cref="StorageRegistration.AddProjectsStorage"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<AccountsDatabase>()
        .AddSingleton<Accounts>()
        .AddSingleton<Sessions>()
        .AddSingleton<SignInLinks>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<InstallationSettings>();
}
