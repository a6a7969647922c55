using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>The journal's SQL, once for each database. Throws our own exceptions only.</summary>
internal interface IJournalDatabase : IAsyncDisposable
{
    /// <summary>Commits what can be committed, each append wholly or not at all, and settles every one. At most one append
    /// a stream. Called by one thread at a time and blocks it.</summary>
    void Commit(IReadOnlyList<PendingAppend> batch);

    /// <summary>Rows of a stream in the order of their versions.</summary>
    Task<IReadOnlyList<JournalRow>> ReadAsync(StreamName stream, long afterVersion, int limit, CancellationToken cancellationToken);

    /// <summary>Rows of one request in the order they were decided; empty when the stream does not hold it.</summary>
    Task<IReadOnlyList<JournalRow>> FindRequestAsync(StreamName stream, string requestId, CancellationToken cancellationToken);

    Task<Head?> HeadAsync(StreamName stream, CancellationToken cancellationToken);

    /// <summary>Rows of a park in commit order; a row is shown only when none can come before it any more.</summary>
    Task<IReadOnlyList<(FeedToken Token, JournalRow Row)>> ReadFeedAsync(ParkCode park, FeedToken after, int limit, CancellationToken cancellationToken);

    /// <summary>Rows of a park's projects that say how an issue fared and happened in the span, the latest first.</summary>
    Task<IReadOnlyList<JournalRow>> OutcomesAsync(ParkCode park, DaySpan days, int limit, CancellationToken cancellationToken);

    /// <summary>Rows of all project streams from one name to another, issues left out, by stream and version.</summary>
    /// <param name="after">The last row read: its stream and version.</param>
    /// <param name="last">The greatest name, inclusive.</param>
    Task<IReadOnlyList<JournalRow>> BesideIssuesAsync((string Stream, long Version) after, string last, int limit, CancellationToken cancellationToken);

    /// <summary>Where the feed ends now.</summary>
    Task<FeedToken> FeedEndAsync(CancellationToken cancellationToken);

    /// <summary>Names of streams that hold events, in ordinal order, from the journal itself.</summary>
    Task<IReadOnlyList<string>> StreamsAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>What the table of heads says, in ordinal order of the streams.</summary>
    Task<IReadOnlyList<(string Stream, Head Head)>> HeadsAsync(string after, int limit, CancellationToken cancellationToken);
}

internal static class JournalDatabases
{
    public static IJournalDatabase Open(Database database, ILogger logger) =>
        database.Provider == DatabaseProvider.Sqlite ? new SqliteJournal(database, logger) : new PostgresJournal(database, logger);
}
