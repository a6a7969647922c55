using System.Runtime.CompilerServices;

namespace Projects.Storage;

/// <summary>Reads streams and checks each link of the chain on the way. Writes nothing and needs no writer.</summary>
internal sealed class JournalReader(IJournalDatabase database) : IAsyncDisposable
{
    private const int RowsAPage = 1_000;

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        StreamName stream, Head? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = after ?? new Head(0, EventChain.Start);
        while (true)
        {
            var page = await database.ReadAsync(stream, last.Version, RowsAPage, cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                if (row.FaultAfter(last) is { } fault)
                    throw new JournalCorruptException(fault);
                yield return row.Read();
                last = new Head(row.Version, row.Hash);
            }
            if (page.Count < RowsAPage)
                yield break;
        }
    }

    public async IAsyncEnumerable<StreamName> StreamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (await database.StreamsAsync(last, RowsAPage, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            foreach (var stream in page)
                yield return StreamName.Parse(last = stream);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
