using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Weekly;

/// <summary>Drafts what is due before the server is ready, and from then on asks once a minute. What is due is the drafter's affair.</summary>
internal sealed partial class WeeklyDrafting(ReportDrafter drafter, Readiness readiness, TimeProvider clock, ILogger<WeeklyDrafting> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Declared.WaitAsync(stoppingToken);
        using var minutes = new PeriodicTimer(Every, clock);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
            await DraftAsync(stoppingToken);
    }

    /// <summary>Drafts what is due now. A database that is away is no reason to stop: it is tried again with the next minute.</summary>
    public async Task DraftAsync(CancellationToken cancellationToken)
    {
        try
        {
            await drafter.DraftDueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is JournalException or ProjectConflictException)
        {
            LogLater(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Weekly reports could not be drafted; it is tried again in a minute.")]
    private partial void LogLater(Exception fault);
}
