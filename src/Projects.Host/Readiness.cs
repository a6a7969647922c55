using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Projects.Storage;

namespace Projects.Host;

/// <summary>Ready once the schema is in place, the silo runs and the sample, if any, is loaded.</summary>
public sealed class Readiness(Journal journal) : IHealthCheck
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is ready.</summary>
    public Task Declared => ready.Task;

    public void Declare() => ready.TrySetResult();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!ready.Task.IsCompleted)
            return HealthCheckResult.Unhealthy("starting");
        await journal.FeedEndAsync(cancellationToken);
        return HealthCheckResult.Healthy("ready");
    }
}

internal static class Health
{
    /// <summary><c>/health</c>: 200 when commands are taken, else 503. <c>/health/live</c>: 200 while the process answers. Both without identity.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
    }
}
