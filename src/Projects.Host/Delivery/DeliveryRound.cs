using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Delivery;

/// <summary>Asks every quarter of a minute whether an issued report waits to be delivered, from when the server is ready.</summary>
internal sealed partial class DeliveryRound(ReportDispatcher dispatcher, Readiness readiness, TimeProvider clock, ILogger<DeliveryRound> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Declared.WaitAsync(stoppingToken);
        using var rounds = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await dispatcher.DispatchAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is JournalException or System.Data.Common.DbException)
            {
                LogLater(fault);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Issued reports could not be looked through for delivery; it is tried again.")]
    private partial void LogLater(Exception fault);
}
