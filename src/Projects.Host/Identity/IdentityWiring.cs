using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Projects.Web;
using Projects.Web.Seats;

namespace Projects.Host.Identity;

internal static class IdentityWiring
{
    private const string WayIn = "WayIn";

    /// <summary>
    /// Who is asking: bearer tokens, and nothing reachable without one. What is open to all says so itself with
    /// <c>[AllowAnonymous]</c> or <c>.AllowAnonymous()</c>: health, and the method that signs in. The database is
    /// that of <c>AddProjectsStorage</c>. The app then uses authentication, rate limits, authorization, in this order.
    /// </summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddProjectsIdentity();
        services.AddSingleton<SamplePeople>();

        // The API takes bearer tokens and nothing else, the pages their cookie and nothing else (SECURITY 3).
        services.AddAuthentication(WayIn)
            .AddPolicyScheme(WayIn, null, options => options.ForwardDefaultSelector = context =>
                Pages.IsPage(context.Request) ? PageAuthentication.SchemeName : BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddSingleton<IAuthorizationHandler, ScopeRequirement>();
        var signedIn = new AuthorizationPolicyBuilder(WayIn)
            .RequireAuthenticatedUser()
            .AddRequirements(new ScopeRequirement())
            .Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(signedIn).SetFallbackPolicy(signedIn);
        return services;
    }
}
