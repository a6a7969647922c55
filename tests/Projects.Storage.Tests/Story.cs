namespace Projects.Storage.Tests;

/// <summary>A stream of one test and what happens to it: people renamed, since any event will do here.</summary>
public sealed class Story(StreamName stream)
{
    private static int _parks;

    public StreamName Stream { get; } = stream;
    public long Version { get; private set; }
    public byte[] Head { get; private set; } = EventChain.Start;

    public static Story OfNewPark() => new(StreamName.Of(NewPark()));

    public static ParkCode NewPark() => ParkCode.Of($"park-{Interlocked.Increment(ref _parks)}");

    /// <summary>The next append, built on what the story knows.</summary>
    public Append Next(string requestId, int events = 1, params LedgerChange[] ledger) =>
        new(Stream, Version, Head, [.. Enumerable.Range(1, events).Select(i => Happened(Version + i, requestId))], ledger);

    public Append Next() => Next(Guid.NewGuid().ToString());

    public async Task<AppendResult.Committed> AddAsync(Journal journal, Append append)
    {
        var committed = Assert.IsType<AppendResult.Committed>(await journal.AppendAsync(append, CancellationToken.None));
        (Version, Head) = (committed.Version, committed.Head);
        return committed;
    }

    public Task<AppendResult.Committed> AddAsync(Journal journal, int events = 1) =>
        AddAsync(journal, Next(Guid.NewGuid().ToString(), events));

    public async Task<List<JournalEntry>> ReadAsync(Journal journal, Head? after = null)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(Stream, after, CancellationToken.None))
            entries.Add(entry);
        return entries;
    }

    private static Recorded Happened(long version, string requestId) => new(
        version,
        new PersonRenamed(PersonId.Of("officer-a"), $"项目专员甲 \"{version}\""),
        new By(PersonId.Of("admin"), Role.SystemAdministrator, UnitCode.Of("office"), PersonId.Of("lender"), ActorKind.Person),
        new DateOnly(2024, 1, 12),
        new DateTimeOffset(2024, 1, 12, 11, 0, 0, TimeSpan.FromHours(8)).AddTicks(version * 10 + 7),
        requestId,
        ParkVersion: 3);
}
