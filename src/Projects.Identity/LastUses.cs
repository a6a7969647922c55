using System.Threading.Channels;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Last uses on their way to the database, behind the request. Under pressure some are dropped: the session is then a minute older, no more.</summary>
public sealed class LastUses(Sessions sessions)
{
    /// <summary>How exactly a last use is known, and so how much earlier than 30 minutes an idle session may end.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    private readonly Channel<(string Session, DateTimeOffset At)> noted =
        Channel.CreateBounded<(string, DateTimeOffset)>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(string session, DateTimeOffset at) => noted.Writer.TryWrite((session, at));

    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => noted.Reader.WaitToReadAsync(cancellation);

    /// <summary>Writes what has been noted so far.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        while (noted.Reader.TryRead(out var use))
            await sessions.TouchAsync(use.Session, use.At, cancellation);
    }
}
