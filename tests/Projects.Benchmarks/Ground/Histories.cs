using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>Projects that have seen much.</summary>
internal static class Histories
{
    private const int EventsAnAppend = 1_000;

    /// <summary>Begins the project, then forecasts its milestones over and over until its history is as long as asked: events that leave the state as large as it was.</summary>
    public static async Task TellAsync(Journal journal, Tale tale, int issues, int events)
    {
        foreach (var some in tale.Beginning(issues).Chunk(EventsAnAppend))
            await tale.AppendAsync(journal, tale.Next(some));
        while (tale.Project.Version < events)
        {
            var from = (int)tale.Project.Version;
            await tale.AppendAsync(journal, tale.Next(Enumerable.Range(from, Math.Min(EventsAnAppend, events - from)).Select(Forecast)));
        }
    }

    // The same day twice would be no news.
    private static (PersonId, ProjectCommand) Forecast(int n) =>
        (Town.Officer, new ForecastMilestone(Tale.MilestoneOf(n % 6), Town.Today.AddDays(30 + n / 6 % 300), $"第{n}次测算：设备到货推迟"));
}
