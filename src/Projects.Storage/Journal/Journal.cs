using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>
/// The truth: every park and project is one stream of events, chained by digests (see <see cref="EventChain"/>). The one
/// place that writes it, with the ledger rows that follow. Throws <see cref="JournalException"/>s only, never the driver's.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    private readonly IJournalDatabase _database;
    private readonly JournalReader _reader;
    private readonly JournalWriter _writer;

    public Journal(Database database, JournalSignal signal, ILogger<Journal> logger)
    {
        _database = JournalDatabases.Open(database, logger);
        _reader = new JournalReader(_database);
        _writer = new JournalWriter(_database, signal, logger);
    }

    /// <summary>Stores the events and ledger rows of one command, both or neither.</summary>
    /// <param name="cancellationToken">Observed only before the append has begun.</param>
    /// <exception cref="AppendInDoubtException">It may or may not have been stored.</exception>
    /// <exception cref="JournalUnavailableException">Nothing was stored.</exception>
    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        append.Validate();
        return await _writer.AppendAsync(new PendingAppend(append), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a stream in order and checks each link of the chain on the way.</summary>
    /// <param name="after">Where the caller already is, with its digest; null from the beginning.</param>
    /// <exception cref="JournalCorruptException">The first event that does not follow the one before; those before it were good.</exception>
    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    public IAsyncEnumerable<JournalEntry> ReadAsync(StreamName stream, Head? after, CancellationToken cancellationToken) =>
        _reader.ReadAsync(stream, after, cancellationToken);

    /// <summary>Part of a stream, in order; each link is checked, the first one against the event before it as it is stored.</summary>
    /// <param name="after">The version before the first one wanted; 0 from the beginning.</param>
    /// <param name="limit">Events at most; fewer are only the last.</param>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    public async Task<IReadOnlyList<JournalEntry>> PageAsync(StreamName stream, long after, int limit, CancellationToken cancellationToken)
    {
        Head? last = after == 0 ? new Head(0, EventChain.Start) : null;
        var entries = new List<JournalEntry>(limit);
        foreach (var row in await _database.ReadAsync(stream, last is null ? after - 1 : 0, last is null ? limit + 1 : limit, cancellationToken).ConfigureAwait(false))
        {
            if (last is not null && row.FaultAfter(last) is { } fault)
                throw new JournalCorruptException(fault);
            if (last is not null)
                entries.Add(row.Read());
            last = new Head(row.Version, row.Hash);
        }
        return entries;
    }

    /// <summary>What an earlier request with this id recorded in this stream, in order; empty when it is not there.</summary>
    public async Task<IReadOnlyList<Recorded>> FindRequestAsync(StreamName stream, string requestId, CancellationToken cancellationToken) =>
        [.. (await _database.FindRequestAsync(stream, requestId, cancellationToken).ConfigureAwait(false)).Select(row => row.Read().Recorded)];

    /// <summary>Where a stream ends; null when it does not exist.</summary>
    public Task<Head?> HeadAsync(StreamName stream, CancellationToken cancellationToken) => _database.HeadAsync(stream, cancellationToken);

    /// <summary>What happened in a park after a place, in one order for all readers that never skips an event: what is being
    /// committed just now is shown by a later call.</summary>
    public async Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(ParkCode park, FeedToken after, int limit, CancellationToken cancellationToken) =>
        [.. (await _database.ReadFeedAsync(park, after, limit, cancellationToken).ConfigureAwait(false))
            .Select(entry => new FeedEntry(entry.Token, StreamName.Parse(entry.Row.Stream), entry.Row.Read().Recorded))];

    /// <summary>How issues of a park fared in some days: closed, returned, extensions decided, reopened. The latest first, by the day it happened.</summary>
    /// <param name="limit">Events at most; as many mean that there may be more.</param>
    public async Task<IReadOnlyList<ProjectHappening>> OutcomesAsync(ParkCode park, DaySpan days, int limit, CancellationToken cancellationToken) =>
        [.. (await _database.OutcomesAsync(park, days, limit, cancellationToken).ConfigureAwait(false))
            .Select(row => new ProjectHappening(StreamName.Parse(row.Stream).Project!.Value, row.Read().Recorded))];

    /// <summary>What happened to the projects of a park, or to one of them, beside their issues: by project, each in order.</summary>
    /// <param name="project">Null for all projects.</param>
    public IAsyncEnumerable<ProjectHappening> BesideIssuesAsync(ParkCode park, ProjectCode? project, CancellationToken cancellationToken) =>
        _reader.BesideIssuesAsync(park, project, cancellationToken);

    /// <summary>A token after which only events not yet shown by the feed come.</summary>
    public Task<FeedToken> FeedEndAsync(CancellationToken cancellationToken) => _database.FeedEndAsync(cancellationToken);

    /// <summary>Every stream that holds an event, in ordinal order of the name.</summary>
    public IAsyncEnumerable<StreamName> StreamsAsync(CancellationToken cancellationToken) => _reader.StreamsAsync(cancellationToken);

    /// <summary>Commits what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>Something that happened to a project.</summary>
public sealed record ProjectHappening(ProjectCode Project, Recorded Recorded);
