using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Projects.Storage;

namespace Projects.Identity;

public static class IdentityServices
{
    /// <summary>
    /// Who may sign in and who is signed in, on the database of <c>AddProjectsStorage</c>. How a session comes with a request, in a header or
    /// a cookie, is the host's to say.
    /// </summary>
    public static IServiceCollection AddProjectsIdentity(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddKeyedSingleton(WallClock.Key, TimeProvider.System);
        services.AddSingleton<Passwords>();
        services.AddSingleton<LastUses>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Links>();
        services.AddSingleton<ProgramTokens>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<AuditedDesk>();
        services.AddSingleton<EvidenceHandout>();
        services.AddSingleton<ExportHandout>();
        services.AddHostedService<SessionUpkeep>();
        return services;
    }
}
