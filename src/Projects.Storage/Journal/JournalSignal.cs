using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Projects.Storage;

/// <summary>What has changed since a watcher last looked.</summary>
/// <param name="Versions">The latest version heard of, by stream.</param>
/// <param name="Everything">True when something may have been missed: read again all that is watched.</param>
public sealed record JournalChanges(IReadOnlyDictionary<StreamName, long> Versions, bool Everything);

/// <summary>
/// Tells watchers in this process that a stream has grown. A hint without data: the watcher reads again by version. Many
/// changes of one stream become one; a watcher too slow for its room is told to read everything again, so no hint is lost silently.
/// </summary>
public sealed class JournalSignal
{
    private readonly ConcurrentDictionary<Watcher, bool> _watchers = new();

    /// <summary>Changes from now on; the first is due when the enumeration is first awaited.</summary>
    /// <param name="park">Only this park's streams; null for all parks.</param>
    public IAsyncEnumerable<JournalChanges> WatchAsync(ParkCode? park, CancellationToken cancellationToken)
    {
        var watcher = new Watcher(park);
        _watchers.TryAdd(watcher, true);
        return Changes(watcher, cancellationToken);
    }

    internal void Publish(StreamName stream, long version)
    {
        foreach (var (watcher, _) in _watchers)
            watcher.Hear(stream, version);
    }

    /// <summary>Something may have been missed, such as after a lost connection.</summary>
    internal void PublishEverything()
    {
        foreach (var (watcher, _) in _watchers)
            watcher.HearEverything();
    }

    private async IAsyncEnumerable<JournalChanges> Changes(Watcher watcher, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                yield return await watcher.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }

    private sealed class Watcher(ParkCode? park)
    {
        private const int StreamsAtMost = 1_024;

        private readonly Lock _gate = new();
        private readonly Channel<bool> _heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private Dictionary<StreamName, long> _versions = [];
        private bool _everything;

        public void Hear(StreamName stream, long version)
        {
            if (park is not null && stream.Park != park)
                return;
            lock (_gate)
            {
                if (_versions.Count < StreamsAtMost || _versions.ContainsKey(stream))
                    _versions[stream] = Math.Max(version, _versions.GetValueOrDefault(stream));
                else
                    _everything = true;
            }
            _heard.Writer.TryWrite(true);
        }

        public void HearEverything()
        {
            lock (_gate)
                _everything = true;
            _heard.Writer.TryWrite(true);
        }

        public async ValueTask<JournalChanges> NextAsync(CancellationToken cancellationToken)
        {
            await _heard.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                var changes = new JournalChanges(_versions, _everything);
                (_versions, _everything) = ([], false);
                return changes;
            }
        }
    }
}
