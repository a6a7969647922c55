using Projects.Storage;

namespace Projects.Grains;

/// <summary>Wakes a watcher whenever its park's journal has grown, and on every beat. It listens from the moment it is made.</summary>
public sealed class LedgerPulse : IAsyncDisposable
{
    private readonly CancellationTokenSource listening;
    private readonly IAsyncEnumerator<JournalChanges> changes;
    private readonly PeriodicTimer timer;
    private Task heard;
    private Task beat;

    public LedgerPulse(JournalSignal signal, ParkCode park, TimeSpan every, TimeProvider clock, CancellationToken ending)
    {
        listening = CancellationTokenSource.CreateLinkedTokenSource(ending);
        changes = signal.WatchAsync(park, listening.Token).GetAsyncEnumerator(listening.Token);
        timer = new PeriodicTimer(every, clock);
        heard = changes.MoveNextAsync().AsTask();
        beat = timer.WaitForNextTickAsync(listening.Token).AsTask();
    }

    /// <returns>True on a beat, false when something was heard.</returns>
    public async Task<bool> NextAsync()
    {
        if (await Task.WhenAny(heard, beat) == heard)
        {
            await heard;
            heard = changes.MoveNextAsync().AsTask();
            return false;
        }
        await beat;
        beat = timer.WaitForNextTickAsync(listening.Token).AsTask();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await listening.CancelAsync();
        // An enumerator may not be disposed of while it is still being asked.
        await Task.WhenAll(heard, beat).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await changes.DisposeAsync();
        timer.Dispose();
        listening.Dispose();
    }
}
