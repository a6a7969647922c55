using Projects.Host.Gateway.OpenApi;
using Projects.Host.Identity;

namespace Projects.Host.Gateway;

/// <summary>The wire: each gRPC service of the contract, the same as JSON, reflection, health, and the page that documents it.</summary>
internal static class GatewayWiring
{
    /// <summary>The largest message either way; evidence comes in chunks.</summary>
    private const int MessageBytesAtMost = 1 << 20;

    public static void AddGateway(this IServiceCollection services)
    {
        services.AddGrpc(options =>
        {
            options.Interceptors.Add<FaultInterceptor>();
            options.MaxReceiveMessageSize = MessageBytesAtMost;
        }).AddJsonTranscoding(options => options.TypeRegistry = Refusing.Details);
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks().AddCheck<Readiness>("");
        services.AddGatewayRateLimits();
        services.AddIssueGateway();
        services.AddProjectGateway();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapGrpcReflectionService();
        app.MapGrpcService<SessionDoor>();
        app.MapGrpcService<TokenDoor>();
        app.MapGrpcService<AccountDoor>();
        app.MapProjectGateway();
        app.MapIssueGateway();
        app.MapOpenApiDocument();
    }
}
