using System.Globalization;
using Projects.Grains;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Host.Delivery;

/// <summary>
/// Sends every issued report by every wanted way until its receiver has it, and then never again. What was delivered stands in the installation's settings, and
/// who is about to send: one process at a time. One that dies between the receiver's yes and the note of it leaves it to be sent once more under the same key. A
/// way that fails is tried again later and later, an hour apart at most, whoever tries.
/// </summary>
internal sealed partial class ReportDispatcher(
    KnownParks known, ParkBook parks, ReportPress press, InstallationSettings settings, IEnumerable<IDelivery> ways, ProjectDesk desk, TimeProvider clock, ILogger<ReportDispatcher> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Longer than making the paper and sending it may take.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(2);

    /// <summary>A way set up today is not sent the reports of years past.</summary>
    private const int DaysBackAtMost = 31;

    private readonly Dictionary<string, int> failures = [];

    /// <returns>How many were delivered by this call.</returns>
    /// <exception cref="JournalException">The journal could not be read.</exception>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var wanted = ways.Where(way => way.IsWanted).ToList();
        var delivered = 0;
        foreach (var code in wanted.Count == 0 ? [] : await known.ListAsync(cancellationToken))
        {
            var park = await parks.CurrentAsync(code);
            foreach (var report in park.Weekly.Reports.Where(report => report.IssuedOn >= desk.Today.AddDays(-DaysBackAtMost)))
                foreach (var way in wanted)
                    delivered += await DeliverAsync(park, report, way, cancellationToken) ? 1 : 0;
        }
        return delivered;
    }

    private async Task<bool> DeliverAsync(Park park, ReportRecord report, IDelivery way, CancellationToken cancellationToken)
    {
        var key = $"weekly-report-{park.Code}-{report.Number}";
        var (mark, turn) = ($"delivered/{way.Name}/{key};", $"delivering/{way.Name}/{key};");
        var now = clock.GetUtcNow();
        if (await IsDeliveredAsync(mark, cancellationToken) || !await settings.TryHoldAsync(turn, now, now + HeldFor, cancellationToken)
            // It may have been delivered by whoever held the turn before.
            || await IsDeliveredAsync(mark, cancellationToken))
            return false;
        try
        {
            if (await press.FileAsync(park, report.Number, ReportFormat.Docx, Language.Chinese, cancellationToken) is not { } paper)
                return false;
            await way.SendAsync(new Dispatch(key, park.Code, park.Name, report, paper), cancellationToken);
        }
        catch (Exception failure) when (failure is not JournalException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, it is the other side's or the way's, and this report is only late.
            var wait = FirstPause * Math.Min(LongestPause / FirstPause, Math.Pow(2, failures.GetValueOrDefault(mark)));
            failures[mark] = failures.GetValueOrDefault(mark) + 1;
            await settings.HoldAsync(turn, clock.GetUtcNow() + wait, CancellationToken.None);
            LogFailed(failure, park.Code, report.Number.ToString(), way.Name, wait);
            return false;
        }
        // The receiver has it: from here on it is noted whoever wants to stop.
        await settings.SetAsync(mark, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), CancellationToken.None);
        failures.Remove(mark);
        LogDelivered(park.Code, report.Number.ToString(), way.Name);
        return true;
    }

    private async Task<bool> IsDeliveredAsync(string mark, CancellationToken cancellationToken) => await settings.ListAsync(mark, cancellationToken) is { Count: > 0 };

    [LoggerMessage(Level = LogLevel.Information, Message = "Park {Park}: weekly report {Report} was delivered by {Way}.")]
    private partial void LogDelivered(ParkCode park, string report, string way);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Park {Park}: weekly report {Report} could not be delivered by {Way}; it is tried again in {Wait}.")]
    private partial void LogFailed(Exception failure, ParkCode park, string report, string way, TimeSpan wait);
}
