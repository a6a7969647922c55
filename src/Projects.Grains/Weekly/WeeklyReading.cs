using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// The weekly report of a week that is over, made from the journal alone as it stood at the cut-off: it reads the same whenever and wherever it is made.
/// </summary>
public sealed class WeeklyReading(Journal journal, PastParks past)
{
    /// <summary>Histories read at once: each takes a connection and as much of a processor as there is.</summary>
    private const int ReadersAtMost = 4;

    /// <summary>The report of a week that has its number, or is to be drafted next.</summary>
    /// <param name="park">As it is now: its register says the report's number, whether one came before, and who signed it when.</param>
    /// <returns>Null when the park was not founded by the cut-off.</returns>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<ReportDocument?> OfAsync(Park park, ReportWeek week, CancellationToken cancellationToken)
    {
        // The week; the last one as its report had it; and the last one as known a week later, for what is corrected.
        var (now, last) = (week.AsOf, week.Previous.AsOf);
        ImmutableArray<AsOf> times = [now, last, last with { Known = now.Known }];
        var (parks, chain) = await ParkAsync(park.Code, times, cancellationToken);
        if (!parks[0].Exists)
            return null;

        var histories = await HistoriesAsync(park.Code, times, cancellationToken);
        var heads = histories.Select(history => Line(history.Stream, history.Known));

        var calendar = ParkBook.CalendarOf(parks[0]);
        var books = times.Select((at, i) => parks[i].Exists ? new WeekBook(parks[i], histories.Select(history => history.Stood[i]), new ReportWeek(at.Effective), ParkBook.CalendarOf(parks[i])) : null).ToList();
        var template = park.Weekly.Of(week)?.Template ?? WeeklyReport.Template;
        // Only with an issued report before it is there anything to compare with and to correct.
        var isFirst = books[1] is null || park.Weekly.First is not { } first || first >= week.Last;
        return WeeklyReport.Of(
            books[0]!, isFirst ? null : books[1], isFirst ? null : books[2], HeadOf(park.Weekly, week, parks[0].Name),
            new ReportSeal(DigestOf(week, template, calendar, heads.Prepend(Line(StreamName.Of(park.Code), chain))), Convert.ToHexStringLower(chain.Hash), template, calendar.Version));
    }

    private static ReportHead HeadOf(ReportRegister register, ReportWeek week, string unit)
    {
        var report = register.Of(week);
        var number = report?.Number ?? register.NumberFor(week);
        return new(WeeklyReport.Title, number.Year, number.No, unit, week, report?.IssuedOn, report?.SignedBy);
    }

    /// <summary>The park as it stood at each of the times, and where its history ended by the first.</summary>
    private async Task<(ImmutableArray<Park> Stood, Head Known)> ParkAsync(ParkCode code, ImmutableArray<AsOf> times, CancellationToken cancellationToken)
    {
        var stood = times.Select(_ => Park.Unknown(code)).ToArray();
        var known = new Head(0, EventChain.Start);
        await foreach (var entry in journal.ReadAsync(StreamName.Of(code), after: null, cancellationToken))
        {
            if (entry.Recorded.At > times[0].Known)
                break;
            known = new Head(entry.Recorded.Version, entry.Hash);
            for (var i = 0; i < times.Length; i++)
                if (times[i].Covers(AsOf.Of(entry.Recorded)) && stood[i].Version == entry.Recorded.Version - 1)
                    stood[i] = stood[i].Evolve(entry.Recorded);
        }
        return ([.. stood], known);
    }

    /// <summary>The park's projects as they stood at each of the times, and where their histories ended by the first; those that were not there by then are left out.</summary>
    private async Task<ImmutableArray<(StreamName Stream, ImmutableArray<Project> Stood, Head Known)>> HistoriesAsync(
        ParkCode park, ImmutableArray<AsOf> times, CancellationToken cancellationToken)
    {
        var streams = new List<StreamName>();
        await foreach (var stream in journal.StreamsAsync(cancellationToken))
            if (stream.Park == park && stream.Project is not null)
                streams.Add(stream);
        var histories = new (StreamName Stream, ImmutableArray<Project> Stood, Head Known)[streams.Count];
        await Parallel.ForAsync(0, streams.Count, new ParallelOptions { MaxDegreeOfParallelism = ReadersAtMost, CancellationToken = cancellationToken }, async (at, cancel) =>
        {
            var (stood, known) = await past.AsOfAsync(new ProjectId(park, streams[at].Project!.Value), times, cancel);
            histories[at] = (streams[at], stood, known);
        });
        return [.. histories.Where(history => history.Known.Version > 0)];
    }

    private static string Line(StreamName stream, Head head) => $"{stream} {head.Version} {Convert.ToHexStringLower(head.Hash)}";

    private static string DigestOf(ReportWeek week, string template, WorkCalendar calendar, IEnumerable<string> heads) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [$"{week.Last:yyyy-MM-dd}", $"template {template}", $"calendar {calendar.Version}", .. heads.Order(StringComparer.Ordinal)]))));
}
