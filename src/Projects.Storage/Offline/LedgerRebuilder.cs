using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>One ledger table before and after it was made anew from the journal.</summary>
public sealed record RebuiltTable(string Table, long RowsBefore, long RowsAfter, bool Same);

/// <summary>Makes the rows of one stream from its events, through the same code the live path uses.</summary>
public delegate IAsyncEnumerable<LedgerChange> LedgerReplay(StreamName stream, IAsyncEnumerable<JournalEntry> entries);

/// <summary>
/// Makes the ledger anew from the journal in one transaction: all tables are emptied, every stream is replayed, and the result is
/// compared with what was there. Appends wait meanwhile.
/// </summary>
public sealed partial class LedgerRebuilder(Database database, ILogger logger)
{
    private const int ChangesAtOnce = 1_000;

    public LedgerRebuilder(Database database, ILogger<LedgerRebuilder> logger) : this(database, (ILogger)logger) { }

    /// <summary>Every ledger table of this program.</summary>
    /// <inheritdoc cref="RebuildAsync(IReadOnlyList{LedgerTable}, LedgerReplay, bool, CancellationToken)"/>
    public Task<IReadOnlyList<RebuiltTable>> RebuildAsync(bool replace, CancellationToken cancellationToken) =>
        RebuildAsync(LedgerChanges.Tables, ProjectReplay.RowsOf, replace, cancellationToken);

    /// <summary>
    /// Makes the ledger anew when it is of another making than this program's, such as one from before its past was kept. Any number of processes may
    /// call it at once: the first has the ledger to itself, the others find it done.
    /// </summary>
    /// <returns>Whether it was made by this call.</returns>
    /// <inheritdoc cref="RebuildAsync(IReadOnlyList{LedgerTable}, LedgerReplay, bool, CancellationToken)" path="/exception"/>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var journal = new JournalReader(JournalDatabases.Open(database, logger));
            await using var session = await LedgerSessions.BeginAsync(database, cancellationToken).ConfigureAwait(false);
            if (await session.MakingAsync(cancellationToken).ConfigureAwait(false) is { } making && making >= LedgerChanges.Making)
                return false;
            LogMakingAnew(LedgerChanges.Making);
            await MakeAsync(journal, session, [StreamHeads.Table, .. LedgerChanges.Tables], ProjectReplay.RowsOf, cancellationToken).ConfigureAwait(false);
            await session.NoteMakingAsync(LedgerChanges.Making, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync().ConfigureAwait(false);
            LogMade(LedgerChanges.Making);
            return true;
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"The ledger could not be made anew: {e.Message}");
        }
    }

    /// <param name="tables">All tables <paramref name="replay"/> puts rows into. The heads of the streams are always rebuilt.</param>
    /// <param name="replace">False only compares and leaves everything as it was.</param>
    /// <exception cref="JournalCorruptException">The journal does not hold together; nothing was changed.</exception>
    /// <exception cref="JournalUnavailableException">The database failed; nothing was changed.</exception>
    public async Task<IReadOnlyList<RebuiltTable>> RebuildAsync(
        IReadOnlyList<LedgerTable> tables, LedgerReplay replay, bool replace, CancellationToken cancellationToken)
    {
        LedgerTable[] all = [StreamHeads.Table, .. tables];
        try
        {
            await using var journal = new JournalReader(JournalDatabases.Open(database, logger));
            await using var session = await LedgerSessions.BeginAsync(database, cancellationToken).ConfigureAwait(false);
            var before = await StatesAsync(session, all, cancellationToken).ConfigureAwait(false);
            await MakeAsync(journal, session, all, replay, cancellationToken).ConfigureAwait(false);
            var after = await StatesAsync(session, all, cancellationToken).ConfigureAwait(false);
            if (replace)
                await session.CommitAsync().ConfigureAwait(false);
            return [.. all.Select((table, i) => new RebuiltTable(table.Name, before[i].Rows, after[i].Rows, before[i] == after[i]))];
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"The ledger could not be rebuilt: {e.Message}");
        }
    }

    private static async Task MakeAsync(
        JournalReader journal, ILedgerSession session, LedgerTable[] tables, LedgerReplay replay, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
            await session.ClearAsync(table, cancellationToken).ConfigureAwait(false);
        await foreach (var stream in journal.StreamsAsync(cancellationToken).ConfigureAwait(false))
            await ReplayAsync(journal, session, stream, replay, cancellationToken).ConfigureAwait(false);
        await session.MarkAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task ReplayAsync(
        JournalReader journal, ILedgerSession session, StreamName stream, LedgerReplay replay, CancellationToken cancellationToken)
    {
        JournalEntry? last = null;
        var waiting = new List<LedgerChange>(ChangesAtOnce);
        await foreach (var change in replay(stream, Entries()).ConfigureAwait(false))
        {
            waiting.Add(change);
            if (waiting.Count == ChangesAtOnce)
                await PutAsync(session, waiting, cancellationToken).ConfigureAwait(false);
        }
        await PutAsync(session, waiting, cancellationToken).ConfigureAwait(false);
        if (last is null)
            throw new InvalidOperationException($"The replay of {stream} did not read its events.");
        var head = new StreamHeadRow(stream, last.Recorded.Version, last.Hash, last.Recorded.At, ExpectedVersion: 0, EventChain.Start);
        await session.PutAsync(StreamHeads.Table, [head], cancellationToken).ConfigureAwait(false);

        async IAsyncEnumerable<JournalEntry> Entries()
        {
            await foreach (var entry in journal.ReadAsync(stream, after: null, cancellationToken).ConfigureAwait(false))
            {
                last = entry;
                yield return entry;
            }
        }
    }

    private static async Task PutAsync(ILedgerSession session, List<LedgerChange> waiting, CancellationToken cancellationToken)
    {
        foreach (var rows in waiting.GroupBy(change => change.Table, change => change.Row))
            await session.PutAsync(rows.Key, rows, cancellationToken).ConfigureAwait(false);
        waiting.Clear();
    }

    private static async Task<LedgerState[]> StatesAsync(ILedgerSession session, LedgerTable[] tables, CancellationToken cancellationToken)
    {
        var states = new LedgerState[tables.Length];
        for (var i = 0; i < tables.Length; i++)
            states[i] = await session.StateAsync(tables[i], cancellationToken).ConfigureAwait(false);
        return states;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The ledger is made anew from the journal, in making {Making}; with many events this takes minutes.")]
    private partial void LogMakingAnew(int making);

    [LoggerMessage(Level = LogLevel.Information, Message = "The ledger was made anew, in making {Making}.")]
    private partial void LogMade(int making);
}
