using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Projects.Host.Identity;

namespace Projects.Host.Gateway;

/// <summary>How many requests are taken (section <c>Projects:RateLimits</c>). Each is a bucket that fills evenly.</summary>
internal sealed class RateLimitSettings
{
    public const string Section = "Projects:RateLimits";

    /// <summary>Requests a second of one session or token. Default 2,000: a person never reaches it, a runaway script does.</summary>
    [Range(1, int.MaxValue)]
    public int PerPrincipal { get; set; } = 2_000;

    /// <summary>Requests a second of one remote address, signed in or not. Default 10,000: an office or a proxy may be one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerAddress { get; set; } = 10_000;

    /// <summary>Attempts to sign in a minute of one remote address, right or wrong; each costs a tenth of a second of a core. Default 60.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerAddressAndMinute { get; set; } = 60;
}

/// <summary>Rate limits per principal and per remote address (SECURITY 3); the refusal is RATE_LIMITED with the time to wait.</summary>
internal static class RateLimits
{
    /// <summary>Registers the limits; <c>app.UseRateLimiter()</c> goes behind <c>UseAuthentication</c>, so that the principal is known.</summary>
    public static IServiceCollection AddGatewayRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitSettings>().BindConfiguration(RateLimitSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitSettings>>((limiter, settings) => Configure(limiter, settings.Value));
        return services;
    }

    private static void Configure(RateLimiterOptions limiter, RateLimitSettings settings)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, IPAddress>(request => RateLimitPartition.GetTokenBucketLimiter(
                AddressOf(request), _ => PerSecond(settings.PerAddress))),
            PartitionedRateLimiter.Create<HttpContext, string>(request => request.User.Identity is { IsAuthenticated: true }
                ? RateLimitPartition.GetTokenBucketLimiter(request.User.SessionIdOf(), _ => PerSecond(settings.PerPrincipal))
                : RateLimitPartition.GetNoLimiter("")));
        limiter.AddPolicy(SignIn.RateLimit, request => RateLimitPartition.GetTokenBucketLimiter(
            AddressOf(request), _ => PerMinute(settings.SignInsPerAddressAndMinute)));
        limiter.OnRejected = async (rejected, _) => await RefusalResponse.WriteAsync(
            rejected.HttpContext,
            IdentityRefusal.TooFast(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1)));
    }

    private static IPAddress AddressOf(HttpContext request) => request.Connection.RemoteIpAddress ?? IPAddress.None;

    /// <summary>Filled ten times a second; a burst of one second's worth is taken at once.</summary>
    private static TokenBucketRateLimiterOptions PerSecond(int requests) => new()
    {
        TokenLimit = requests,
        TokensPerPeriod = Math.Max(1, requests / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(0.1, 1.0 / requests)),
    };

    /// <summary>Filled one by one; a burst of one minute's worth is taken at once.</summary>
    private static TokenBucketRateLimiterOptions PerMinute(int requests) => new()
    {
        TokenLimit = requests,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / requests,
    };
}
