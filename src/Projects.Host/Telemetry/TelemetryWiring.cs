using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Projects.Host.Telemetry;

internal static class TelemetryWiring
{
    /// <summary>Whether anybody takes traces and metrics: where OTEL_EXPORTER_OTLP_ENDPOINT says. Without it none are made, as each call would pay for them.</summary>
    public static bool TelemetryIsTaken(this IConfiguration configuration) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    /// <summary>Traces and metrics of the gateway, the grains and the journal, when somebody takes them.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.TelemetryIsTaken())
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("projects"))
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource("Microsoft.Orleans.*").AddSource("Projects.*").AddSource("Npgsql"))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Microsoft.Orleans").AddMeter("Projects.*").AddMeter("Npgsql"))
            .UseOtlpExporter();
    }
}
