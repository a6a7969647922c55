using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>
/// Streams a park's changes from the journal's feed. The signal only says when to look; a beat looks again in case one was missed, and asks
/// each time whether the caller still may.
/// </summary>
internal sealed class LedgerWatch(
    ProjectDesk desk, Journal journal, JournalSignal signal, IssueLedger issues, LiveSessions sessions, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int EventsAtMost = 500;

    /// <summary>A revoked right ends the stream within 5 s (SECURITY 2).</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan QuietAtMost = TimeSpan.FromSeconds(20);

    /// <param name="from">Where the caller left off; null for now.</param>
    public async Task RunAsync(ParkCode park, ProjectCode? only, FeedToken? from, IServerStreamWriter<V1.WatchLedgerResponse> responses, ServerCallContext call)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WatchAsync(park, only, from, responses, call, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The caller left, or the server stops: the token last sent is good for the next stream.
        }
    }

    private async Task WatchAsync(
        ParkCode park, ProjectCode? only, FeedToken? from, IServerStreamWriter<V1.WatchLedgerResponse> responses, ServerCallContext call, CancellationToken ending)
    {
        var insight = await InsightAsync(call, park, ending);
        await using var pulse = new LedgerPulse(signal, park, Beat, clock, ending);
        var place = from ?? await journal.FeedEndAsync(ending);
        var spoke = await SaySoAsync(responses, park, place, ending);

        while (true)
        {
            var news = await ReadAsync(park, place, ending);
            foreach (var change in LedgerNews.Of(news))
            {
                if (await ShowAsync(change, only, insight, call, ending) is { } message)
                {
                    await responses.WriteAsync(message, ending);
                    spoke = clock.GetTimestamp();
                }
                place = change.After;
            }
            if (clock.GetElapsedTime(spoke) >= QuietAtMost)
                spoke = await SaySoAsync(responses, park, place, ending);
            if (news.Count == EventsAtMost)
                continue;

            if (await pulse.NextAsync())
                insight = await InsightAsync(call, park, ending);
        }
    }

    /// <summary>What the caller may see now.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED when the session has ended, FORBIDDEN or NOT_FOUND when the right has.</exception>
    private async Task<Insight> InsightAsync(ServerCallContext call, ParkCode park, CancellationToken ending)
    {
        if (BearerAuthentication.TokenOf(call.GetHttpContext().Request) is not { } token || await sessions.FindAsync(token, ending) is null)
            throw IdentityRefusal.TokenNotLive.ToRpcException(call.Language());
        return await desk.BusinessAsync(call, park);
    }

    private Task<IReadOnlyList<FeedEntry>> ReadAsync(ParkCode park, FeedToken after, CancellationToken ending) =>
        journal.ReadFeedAsync(park, after, EventsAtMost, ending);

    /// <summary>The message of one change; null when it is not the caller's to see or touches no project.</summary>
    private async Task<V1.WatchLedgerResponse?> ShowAsync(LedgerNews change, ProjectCode? only, Insight insight, ServerCallContext call, CancellationToken ending)
    {
        if (change.Stream.Project is not { } code || (only is { } wanted && code != wanted))
            return null;
        if (insight.Reach is not Reach.All && await desk.CardAsync(insight, code) is null)
            return null;
        var project = new ProjectId(insight.Park.Code, code);
        var rows = await issues.FindAsync(project, change.Issues, ending);
        var messages = new LedgerRowMessages(insight, call.Language());
        var drafts = LedgerReach.SeesDrafts(insight);
        return new V1.WatchLedgerResponse
        {
            ResumeToken = ResumeTokens.Of(insight.Park.Code, change.After),
            Project = ResourceName.Of(project),
            Version = change.Events[^1].Version,
            Rows = { rows.Where(row => drafts || row.Facts.State is not IssueState.Draft).Select(messages.Of) },
            Entries = { change.Events.Select(entry => HistoryMessages.WithoutPayload(entry, insight.Park)) },
        };
    }

    private async Task<long> SaySoAsync(IServerStreamWriter<V1.WatchLedgerResponse> responses, ParkCode park, FeedToken place, CancellationToken ending)
    {
        await responses.WriteAsync(new V1.WatchLedgerResponse { ResumeToken = ResumeTokens.Of(park, place) }, ending);
        return clock.GetTimestamp();
    }
}
