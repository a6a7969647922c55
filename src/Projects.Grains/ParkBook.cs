using System.Collections.Concurrent;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// The parks as this process knows them, replayed from the journal and kept. A rule reads its park here and calls no other grain.
/// What another process changed is seen within <see cref="FreshFor"/>, so that a revoked right ends everywhere within 5 s (SECURITY 2).
/// </summary>
public sealed class ParkBook(Journal journal, TimeProvider clock)
{
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ParkCode, Page> pages = new();

    /// <summary>The park as of now, at most <see cref="FreshFor"/> behind another process and never behind this one's own door.</summary>
    public async ValueTask<Park> CurrentAsync(ParkCode code)
    {
        var page = PageOf(code);
        if (page.Known.Park.Exists && clock.GetElapsedTime(page.Known.CheckedAt) < FreshFor)
            return page.Known.Park;
        return await CatchUpAsync(page, atLeast: long.MaxValue);
    }

    /// <summary>The park as its journal stands now, for whoever has heard that it changed.</summary>
    public async ValueTask<Park> FreshAsync(ParkCode code) => await CatchUpAsync(PageOf(code), atLeast: long.MaxValue);

    /// <summary>The park at this version or a later one.</summary>
    /// <exception cref="JournalCorruptException">The journal ends before that version.</exception>
    public async ValueTask<Park> AtLeastAsync(ParkCode code, long version)
    {
        var page = PageOf(code);
        var park = page.Known.Park.Version >= version ? page.Known.Park : await CatchUpAsync(page, version);
        return park.Version >= version
            ? park
            : throw new JournalCorruptException($"Park {code} is known at version {version}, but its journal ends at {park.Version}.");
    }

    /// <summary>The park as it was at this version; replayed from the beginning when that is not the present one.</summary>
    public async ValueTask<Park> AsOfAsync(ParkCode code, long version)
    {
        if (PageOf(code).Known.Park is var present && present.Version == version)
            return present;
        var park = Park.Unknown(code);
        await foreach (var entry in journal.ReadAsync(StreamName.Of(code), new Head(0, EventChain.Start), CancellationToken.None))
        {
            if (entry.Recorded.Version > version)
                break;
            park = park.Evolve(entry.Recorded);
        }
        return park;
    }

    /// <summary>The park as it was known at a time; unknown before it was founded. Steps that had not happened or were not known by then end the replay.</summary>
    public async ValueTask<Park> AsOfAsync(ParkCode code, AsOf at)
    {
        var park = Park.Unknown(code);
        await foreach (var entry in journal.ReadAsync(StreamName.Of(code), new Head(0, EventChain.Start), CancellationToken.None))
        {
            if (!at.Covers(AsOf.Of(entry.Recorded)))
                break;
            park = park.Evolve(entry.Recorded);
        }
        return park;
    }

    /// <summary>The work calendar the park has adopted.</summary>
    public static WorkCalendar CalendarOf(Park park) => WorkCalendars.Named(park.CalendarVersion);

    private Page PageOf(ParkCode code) => pages.GetOrAdd(code, static code => new Page(code));

    private async Task<Park> CatchUpAsync(Page page, long atLeast)
    {
        await page.Turn.WaitAsync();
        try
        {
            var known = page.Known;
            if (known.Park.Version >= atLeast)
                return known.Park;
            var checkedAt = clock.GetTimestamp();
            var (park, head) = (known.Park, known.Head);
            await foreach (var entry in journal.ReadAsync(StreamName.Of(park.Code), head, CancellationToken.None))
            {
                park = park.Evolve(entry.Recorded);
                head = new Head(entry.Recorded.Version, entry.Hash);
            }
            page.Known = new Known(park, head, checkedAt);
            return park;
        }
        finally
        {
            page.Turn.Release();
        }
    }

    private sealed class Page(ParkCode code)
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public volatile Known Known = new(Park.Unknown(code), new Head(0, EventChain.Start), 0);
    }

    private sealed record Known(Park Park, Head Head, long CheckedAt);
}
