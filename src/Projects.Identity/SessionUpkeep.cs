using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Writes last uses as they come, and once an hour forgets sessions, links and attempts long past.</summary>
public sealed partial class SessionUpkeep(
    LastUses lastUses,
    Sessions sessions,
    SignInLinks links,
    SignInAttempts attempts,
    IOptions<IdentitySettings> options,
    [FromKeyedServices(WallClock.Key)] TimeProvider clock,
    ILogger<SessionUpkeep> log) : BackgroundService
{
    /// <summary>Kept this long after their end, so that "your session has ended" can still be told from "there was none".</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            await Task.WhenAll(WriteLastUsesAsync(stopping), ForgetHourlyAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops, or is disposed of without having been stopped: nothing is owed to anybody.
        }
    }

    private async Task WriteLastUsesAsync(CancellationToken stopping)
    {
        while (await lastUses.WaitAsync(stopping))
        {
            try
            {
                await lastUses.WriteAsync(stopping);
            }
            catch (DbException fault)
            {
                LastUseNotWritten(fault);
            }
        }
    }

    private async Task ForgetHourlyAsync(CancellationToken stopping)
    {
        using var hours = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hours.WaitForNextTickAsync(stopping))
        {
            try
            {
                var now = clock.GetUtcNow();
                await sessions.ForgetAsync(now - Memory, stopping);
                await links.ForgetAsync(now - Memory, stopping);
                await attempts.ForgetAsync(now - options.Value.LockOut, stopping);
            }
            catch (DbException fault)
            {
                NotForgotten(fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The last use of a session could not be written; it may end up to a minute early")]
    private partial void LastUseNotWritten(Exception fault);

    [LoggerMessage(LogLevel.Warning, "Sessions long past could not be deleted; it is tried again in an hour")]
    private partial void NotForgotten(Exception fault);
}
