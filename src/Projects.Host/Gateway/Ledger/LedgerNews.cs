using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Events of one stream that follow one another in the feed.</summary>
/// <param name="After">Read on from here for what comes after them.</param>
internal sealed record LedgerNews(StreamName Stream, IReadOnlyList<Recorded> Events, FeedToken After)
{
    /// <summary>The issues they touch, each once.</summary>
    public IReadOnlyCollection<IssueNumber> Issues => [.. Events.Select(entry => entry.Event).OfType<IssueEvent>().Select(happened => happened.Number).Distinct()];

    /// <summary>The feed as runs of one stream each, in its order.</summary>
    public static IEnumerable<LedgerNews> Of(IReadOnlyList<FeedEntry> entries)
    {
        for (var first = 0; first < entries.Count;)
        {
            var stream = entries[first].Stream;
            var run = entries.Skip(first).TakeWhile(entry => entry.Stream == stream).ToList();
            yield return new LedgerNews(stream, [.. run.Select(entry => entry.Recorded)], run[^1].Token);
            first += run.Count;
        }
    }
}
