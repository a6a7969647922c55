using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Projects.Storage;

/// <summary>Hears what other processes committed and passes it on to the watchers of this one. After a lost connection it tells them
/// to read everything again, since it cannot know what it missed.</summary>
internal sealed partial class PostgresSignalListener(Database database, JournalSignal signal, TimeProvider time, ILogger<PostgresSignalListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var source = database.PostgresDataSource();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(source, stoppingToken).ConfigureAwait(false);
            }
            catch (NpgsqlException e)
            {
                LogLost(e, RetryAfter);
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        connection.Notification += (_, said) => Hear(said.Payload);
        await using (var listen = new NpgsqlCommand("listen projects_journal", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        signal.PublishEverything();
        while (true)
            await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Hear(string payload)
    {
        foreach (var line in payload.Split('\n'))
            if (line.Split(' ') is [var name, var version] && StreamName.TryParse(name, out var stream))
                signal.Publish(stream, long.Parse(version, CultureInfo.InvariantCulture));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection that hears other processes' commits was lost; trying again after {RetryAfter}.")]
    private partial void LogLost(Exception exception, TimeSpan retryAfter);
}
