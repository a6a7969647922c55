using Microsoft.Extensions.Logging;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// Drafts every weekly report whose cut-off has passed, week by week, in every park that has begun them: what fell due while nothing ran is caught up with.
/// Any number of processes may do it at once: the request is named by its week, and the park's rules give each week one number.
/// </summary>
public sealed partial class ReportDrafter(KnownParks known, ParkBook parks, ProjectDesk desk, WeeklyReading reading, ILogger<ReportDrafter> logger)
{
    /// <summary>What was stamped before the cut-off may be on its way to the journal for some seconds after it.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <returns>How many reports were drafted by this call.</returns>
    /// <exception cref="JournalException">The journal could not be read or written; what was drafted before stands, and the next call goes on.</exception>
    public async Task<int> DraftDueAsync(CancellationToken cancellationToken)
    {
        var drafted = 0;
        foreach (var park in await known.ListAsync(cancellationToken))
            drafted += await DraftDueAsync(park, cancellationToken);
        return drafted;
    }

    private async Task<int> DraftDueAsync(ParkCode code, CancellationToken cancellationToken)
    {
        var drafted = 0;
        while (await parks.FreshAsync(code) is { Weekly.Due: { } week } park && week.CutOff + Settling <= desk.Now)
        {
            if (await reading.OfAsync(park, week, cancellationToken) is not { } report)
            {
                LogNoPark(code, week.Last);
                break;
            }
            var outcome = await desk.InstallAsync(code, new DraftReport(week.Last, report.Seal.InputDigest), new Request($"weekly-report-{week.Last:yyyy-MM-dd}"));
            if (outcome is Outcome.Refused refused)
            {
                // Another process came first, and with it the week is no longer due; or it is for somebody to look at.
                LogRefused(code, week.Last, refused.Refusal.ToString());
                break;
            }
            if (outcome is Outcome.Done { Repeated: false })
            {
                drafted++;
                LogDrafted(code, week.Last, $"{report.Head.Year}-{report.Head.No}");
            }
        }
        return drafted;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Park {Park}: weekly report {Number}, for the week to {Last}, was drafted.")]
    private partial void LogDrafted(ParkCode park, DateOnly last, string number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Park {Park}: the weekly report for the week to {Last} was not drafted: {Refusal}.")]
    private partial void LogRefused(ParkCode park, DateOnly last, string refusal);

    [LoggerMessage(Level = LogLevel.Error, Message = "Park {Park}: there is no weekly report for the week to {Last}, the park was founded later.")]
    private partial void LogNoPark(ParkCode park, DateOnly last);
}
