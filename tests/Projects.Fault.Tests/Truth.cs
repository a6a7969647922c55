using Microsoft.Extensions.Logging.Abstractions;
using Projects.Storage;

namespace Projects.Fault.Tests;

/// <summary>What must hold after every fault (SECURITY 1, "Checked after every fault run").</summary>
public static class Truth
{
    /// <returns>How many events the journal holds.</returns>
    public static async Task<int> HoldsAsync(Database database, IReadOnlyCollection<Acknowledged> acknowledged)
    {
        var events = await EventsAsync(database);
        foreach (var stream in events.GroupBy(found => found.Stream))
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(version => (long)version), stream.Select(found => found.Recorded.Version));

        var byRequest = events.ToLookup(found => found.Recorded.RequestId);
        Assert.Equal(acknowledged.Count, acknowledged.DistinctBy(command => command.RequestId).Count());
        foreach (var command in acknowledged)
        {
            var found = byRequest[command.RequestId].ToList();
            Assert.True(found.Count == 1, $"{command.RequestId} was acknowledged at version {command.Answer.Version} and stands in the journal {found.Count} times.");
            Assert.Equal((command.RequestId, command.Answer.Version), (command.RequestId, found[0].Recorded.Version));
        }
        // Every writer brought its last command to an answer: so nothing else of theirs may be there.
        var answered = acknowledged.Select(command => command.RequestId).ToHashSet();
        Assert.DoesNotContain(byRequest, request => request.Key.StartsWith("writer-", StringComparison.Ordinal) && !answered.Contains(request.Key));

        var verified = await new JournalVerifier(database, NullLogger<JournalVerifier>.Instance).VerifyAsync(CancellationToken.None);
        Assert.Empty(verified.Faults);
        var rebuilt = await new LedgerRebuilder(database, NullLogger<LedgerRebuilder>.Instance).RebuildAsync(replace: false, CancellationToken.None);
        Assert.All(rebuilt, table => Assert.True(table.Same, $"{table.Table} differs from what the journal makes: {table.RowsBefore} rows live, {table.RowsAfter} rebuilt."));
        return events.Count;
    }

    /// <summary>Every event, read with each link of its chain checked.</summary>
    public static async Task<List<(StreamName Stream, Recorded Recorded)>> EventsAsync(Database database)
    {
        await using var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance);
        var found = new List<(StreamName, Recorded)>();
        await foreach (var stream in journal.StreamsAsync(CancellationToken.None))
            await foreach (var entry in journal.ReadAsync(stream, after: null, CancellationToken.None))
                found.Add((stream, entry.Recorded));
        return found;
    }
}
