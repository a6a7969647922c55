using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>
/// Commits whatever is waiting in one transaction: with n busy streams a sync to disk serves n appends (FIGURES,
/// "Append designs"). One a process, on a thread of its own, since SQLite's calls block and one writer beats several.
/// </summary>
internal sealed partial class JournalWriter : IAsyncDisposable
{
    /// <summary>More gains nothing and only makes the first of a batch wait (FIGURES).</summary>
    private const int BatchAtMost = 512;

    /// <summary>Past this many waiting appends callers wait for room.</summary>
    private const int WaitingAtMost = 8_192;

    private readonly Channel<PendingAppend> _waiting = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(WaitingAtMost) { SingleReader = true });

    private readonly Queue<PendingAppend> _deferred = new();
    private readonly List<PendingAppend> _batch = new(BatchAtMost);
    private readonly HashSet<StreamName> _streams = new(BatchAtMost);
    private readonly IJournalDatabase _database;
    private readonly JournalSignal _signal;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalWriter(IJournalDatabase database, JournalSignal signal, ILogger logger)
    {
        (_database, _signal, _logger) = (database, signal, logger);
        new Thread(Run) { Name = "journal writer", IsBackground = true }.Start();
    }

    /// <param name="cancellationToken">Observed only while waiting for room; from then on the append runs to its end.</param>
    public async Task<AppendResult> AppendAsync(PendingAppend pending, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new JournalUnavailableException("The journal is closed; the process is stopping.");
        }
        return await pending.Completion.ConfigureAwait(false);
    }

    /// <summary>Takes no more appends, commits those taken and waits for the last.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stopped.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        while (Fill())
            Commit();
        _stopped.SetResult();
    }

    /// <summary>Makes the next batch, blocking until there is one. A stream's second append waits for the next batch, in order.</summary>
    /// <returns>False when all is done.</returns>
    private bool Fill()
    {
        _batch.Clear();
        _streams.Clear();
        for (var older = _deferred.Count; older > 0; older--)
            Take(_deferred.Dequeue());
        if (_batch.Count == 0 && !_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            return false;
        while (_batch.Count < BatchAtMost && _deferred.Count < BatchAtMost && _waiting.Reader.TryRead(out var pending))
            Take(pending);
        return true;
    }

    private void Take(PendingAppend pending)
    {
        if (_batch.Count < BatchAtMost && _streams.Add(pending.Append.Stream))
            _batch.Add(pending);
        else
            _deferred.Enqueue(pending);
    }

    private void Commit()
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _database.Commit(_batch);
        }
        catch (Exception bug)
        {
            LogBug(bug, _batch.Count);
            foreach (var pending in _batch)
                pending.Fail(new AppendInDoubtException($"The journal writer failed unexpectedly: {bug.Message}"));
        }
        JournalMeter.Batch(_batch, Stopwatch.GetElapsedTime(started));
        foreach (var pending in _batch)
            if (pending.Completion is { IsCompletedSuccessfully: true, Result: AppendResult.Committed committed })
                _signal.Publish(pending.Append.Stream, committed.Version);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal writer failed on a batch of {Count} appends; each is in doubt.")]
    private partial void LogBug(Exception bug, int count);
}
