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

    public async IAsyncEnumerable<ProjectHappening> BesideIssuesAsync(ParkCode park, ProjectCode? project, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // '~' sorts after every letter of a code.
        var first = StreamName.Of(new ProjectId(park, project ?? ProjectCode.Of(""))).ToString();
        var (after, last) = ((Stream: first, Version: 0L), project is null ? first + '~' : first);
        while (true)
        {
            var page = await database.BesideIssuesAsync(after, last, RowsAPage, cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return new ProjectHappening(StreamName.Parse(row.Stream).Project!.Value, row.Read().Recorded);
            if (page.Count < RowsAPage)
                yield break;
            after = (page[^1].Stream, page[^1].Version);
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
