using System.Net;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Orleans.Configuration;
using Projects.Grains;
using Projects.Host.Delivery;
using Projects.Host.Gateway;
using Projects.Host.Identity;
using Projects.Host.Samples;
using Projects.Host.Settings;
using Projects.Host.Telemetry;
using Projects.Host.Weekly;
using Projects.Storage;
using Projects.Web;

namespace Projects.Host;

/// <summary>Puts the one process together: storage, silo, identity, gateway. Wiring only.</summary>
internal static class Server
{
    public static WebApplicationBuilder NewBuilder() =>
        WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });

    public static HostSettings ProjectsSettings(this IConfiguration configuration) =>
        configuration.GetSection(HostSettings.Section).Get<HostSettings>() ?? new HostSettings();

    /// <summary>The desk and everybody's accounts, without a door to the outside.</summary>
    public static void AddHouse(this IHostApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSamples(settings.DataPath, new Uri(settings.Http));
        builder.Services.AddProjectsStorage(settings.Database).AddAccounts();
        builder.Services.AddSingleton(new EvidenceStores(settings.EvidencePath, new EvidenceLimits(TotalBytesAtMost: settings.EvidenceQuotaBytes)));
        builder.UseOrleans(silo => Silo(silo, settings, traced: builder.Configuration.TelemetryIsTaken()));
        builder.Services.AddIdentity();
    }

    public static WebApplication Build(WebApplicationBuilder builder, HostSettings settings)
    {
        builder.AddHouse(settings);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<WeeklyDrafting>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WeeklyDrafting>());
        builder.Services.AddDelivery();
        builder.Services.AddGateway();
        builder.Services.AddPages(settings.BehindProxy);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings));

        // Pages bring their files along; beside a build, not only a publish, they are found by its manifest.
        builder.WebHost.UseStaticWebAssets();

        var app = builder.Build();
        app.UseMiddleware<ClockHeader>();
        app.UsePages();
        app.UseRouting();
        app.UseMiddleware<WholeErrors>();
        app.UseMiddleware<Outages>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<UnknownFields>();
        app.MapGateway();
        app.MapPages();
        app.MapHealth();
        return app;
    }

    private static void Silo(ISiloBuilder silo, HostSettings settings, bool traced)
    {
        silo.UseLocalhostClustering(FreePort.Or(settings.SiloPort), FreePort.Or(settings.SiloGatewayPort));
        silo.Configure<EndpointOptions>(options => options.AdvertisedIPAddress = IPAddress.Loopback);
        if (traced)
            silo.AddActivityPropagation();
        silo.AddProjects(settings.Database);
    }

    private static void Listen(KestrelServerOptions kestrel, HostSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1 << 20;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        On(settings.Http, HttpProtocols.Http1);
        On(settings.Grpc, HttpProtocols.Http2);

        void On(string url, HttpProtocols protocols)
        {
            var uri = new Uri(url);
            if (uri.IsLoopback && !IPAddress.TryParse(uri.Host, out _))
                kestrel.ListenLocalhost(uri.Port, listen => listen.Protocols = protocols);
            else
                kestrel.Listen(IPAddress.TryParse(uri.Host, out var address) ? address : IPAddress.Any, uri.Port, listen => listen.Protocols = protocols);
        }
    }
}
