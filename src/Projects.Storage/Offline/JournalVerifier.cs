using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>The first thing wrong with one stream.</summary>
/// <param name="Version">The first bad event; 0 when it is the stream as a whole.</param>
public sealed record JournalFault(string Stream, long Version, string What);

/// <summary>What a walk over the whole journal found.</summary>
/// <param name="Faults">In the order of the streams' names; at most one a stream, since nothing after a broken link can be judged.</param>
public sealed record Verification(long Streams, long Events, IReadOnlyList<JournalFault> Faults);

/// <summary>
/// Walks every chain (DOMAIN 10.1). Finds a changed, missing or unreadable event and a head that is not the last event. What it cannot
/// find is the end of a stream cut off together with its head: for that the heads in the manifest of a backup are compared.
/// </summary>
public sealed class JournalVerifier(Database database, ILogger<JournalVerifier> logger)
{
    private const int RowsAPage = 1_000;

    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    public async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var journal = JournalDatabases.Open(database, logger);
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<JournalFault>();
        var events = 0L;
        await foreach (var stream in StreamsAsync(journal, cancellationToken).ConfigureAwait(false))
        {
            streams.Add(stream);
            var (count, fault) = await WalkAsync(journal, stream, cancellationToken).ConfigureAwait(false);
            events += count;
            if (fault is not null)
                faults.Add(fault);
        }
        await foreach (var (stream, head) in HeadsAsync(journal, cancellationToken).ConfigureAwait(false))
            if (!streams.Contains(stream))
                faults.Add(new JournalFault(stream, 0, $"{stream}: the head says version {head.Version}, but there is no event."));
        return new Verification(streams.Count, events, faults);
    }

    /// <summary>Every head, as a backup's manifest lists them.</summary>
    internal async Task<List<BackupHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        await using var journal = JournalDatabases.Open(database, logger);
        var heads = new List<BackupHead>();
        await foreach (var (stream, head) in HeadsAsync(journal, cancellationToken).ConfigureAwait(false))
            heads.Add(new BackupHead(stream, head.Version, Convert.ToHexStringLower(head.Hash)));
        return heads;
    }

    private static async Task<(long Events, JournalFault? Fault)> WalkAsync(IJournalDatabase journal, string stream, CancellationToken cancellationToken)
    {
        if (!StreamName.TryParse(stream, out var name))
            return (0, new JournalFault(stream, 0, $"'{stream}' is not the name of a stream."));
        var last = new Head(0, EventChain.Start);
        IReadOnlyList<JournalRow> page;
        do
        {
            try
            {
                page = await journal.ReadAsync(name, last.Version, RowsAPage, cancellationToken).ConfigureAwait(false);
            }
            catch (JournalCorruptException e)
            {
                return (last.Version, new JournalFault(stream, last.Version + 1, e.Message));
            }
            foreach (var row in page)
            {
                if (FaultOf(row, last) is { } what)
                    return (last.Version, new JournalFault(stream, row.Version, what));
                last = new Head(row.Version, row.Hash);
            }
        }
        while (page.Count == RowsAPage);
        var head = await journal.HeadAsync(name, cancellationToken).ConfigureAwait(false);
        var agrees = head is not null && head.Version == last.Version && head.Hash.AsSpan().SequenceEqual(last.Hash);
        return (last.Version, agrees ? null : new JournalFault(stream, last.Version, head is null
            ? $"{stream}: there are {last.Version} events but no head."
            : $"{stream}: the head says version {head.Version}, the last event is version {last.Version}, or their digests differ."));
    }

    private static string? FaultOf(JournalRow row, Head last)
    {
        if (row.FaultAfter(last) is { } broken)
            return broken;
        try
        {
            row.Read();
            return null;
        }
        catch (JournalCorruptException unreadable)
        {
            return unreadable.Message;
        }
    }

    private static async IAsyncEnumerable<string> StreamsAsync(IJournalDatabase journal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (await journal.StreamsAsync(last, RowsAPage, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            foreach (var stream in page)
                yield return last = stream;
    }

    private static async IAsyncEnumerable<(string Stream, Head Head)> HeadsAsync(IJournalDatabase journal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (await journal.HeadsAsync(last, RowsAPage, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            foreach (var head in page)
            {
                yield return head;
                last = head.Stream;
            }
    }
}
