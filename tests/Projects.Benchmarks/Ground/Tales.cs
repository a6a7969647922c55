using Microsoft.Extensions.Logging.Abstractions;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>Many projects told at once.</summary>
internal static class Tales
{
    public static Journal OpenJournal(this Town town) => new(town.Ground.Database, new JournalSignal(), NullLogger<Journal>.Instance);

    /// <summary>Begins projects 0 to <paramref name="count"/> - 1, each with so many issues under rectification.</summary>
    public static async Task<List<Tale>> TellAsync(this Town town, Journal journal, int count, int issues)
    {
        var tales = Enumerable.Range(0, count).Select(no => new Tale(town, no)).ToList();
        foreach (var some in tales.Chunk(256))
            await Task.WhenAll(some.Select(tale => tale.BeginAsync(journal, issues)));
        return tales;
    }
}
