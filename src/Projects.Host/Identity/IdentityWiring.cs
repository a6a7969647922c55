using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Projects.Host.Identity;

internal static class IdentityWiring
{
    /// <summary>
    /// Who is asking: bearer tokens, and nothing reachable without one. What is open to all says so itself with
    /// <c>[AllowAnonymous]</c> or <c>.AllowAnonymous()</c>: health, and the method that signs in. The database is
    /// that of <c>AddProjectsStorage</c>. The app then uses authentication, rate limits, authorization, in this order.
    /// </summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddProjectsIdentity();
        services.AddSingleton<SamplePeople>();

        services.AddAuthentication(BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddSingleton<IAuthorizationHandler, ScopeRequirement>();
        var signedIn = new AuthorizationPolicyBuilder(BearerAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .AddRequirements(new ScopeRequirement())
            .Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(signedIn).SetFallbackPolicy(signedIn);
        return services;
    }
}
