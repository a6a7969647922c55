using Projects.Domain.Tests.Samples;
using Projects.Host.Samples;

namespace Projects.Domain.Tests.Weekly;

/// <summary>Panzhihua's story told once, and read at the end of any week of it.</summary>
public sealed class SampleWeeks : IAsyncLifetime
{
    private static readonly ParkCode Panzhihua = ParkCode.Of("panzhihua");

    private readonly string folder = Directory.CreateTempSubdirectory("sample-weeks").FullName;
    private RulesDoor door = null!;

    public async ValueTask InitializeAsync()
    {
        var clock = SampleClock.Open(TimeProvider.System, folder);
        door = new RulesDoor(clock);
        await new SampleLoader(door, clock).LoadAsync(SampleStory.ReadAll(Path.Combine(AppContext.BaseDirectory, "samples")), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public Park Park => door.Parks[Panzhihua];

    /// <summary>Every event of the park's projects, in the order they were recorded.</summary>
    public IEnumerable<(ProjectId Project, Recorded Recorded)> History => door.History.Where(told => told.Project.Park == Panzhihua);

    public WeekBook Book(ReportWeek week, DateTimeOffset? known = null) => Book(week, History, known);

    public WeekBook Book(ReportWeek week, IEnumerable<(ProjectId Project, Recorded Recorded)> history, DateTimeOffset? known = null)
    {
        var at = week.AsOf with { Known = known ?? week.AsOf.Known };
        var past = new Dictionary<ProjectId, PastProject>();
        foreach (var (project, recorded) in history)
        {
            if (!past.TryGetValue(project, out var stood))
                past.Add(project, stood = new(project, at));
            stood.Take(recorded);
        }
        return new(Park, past.Values.Select(each => each.Project), week, WorkCalendar.China);
    }

    public ReportDocument Report(ReportWeek week) => Report(week, History);

    /// <summary>As the report would read had only this happened.</summary>
    public ReportDocument Report(ReportWeek week, IEnumerable<(ProjectId Project, Recorded Recorded)> history, string template = WeeklyReport.Template) => WeeklyReport.Of(
        Book(week, history), Book(week.Previous, history), Book(week.Previous, history, week.AsOf.Known),
        new ReportHead(WeeklyReport.Title, week.Last.Year, 1, Park.Name, week, null, null), new ReportSeal("0", "0", template, WorkCalendar.China.Version));
}
