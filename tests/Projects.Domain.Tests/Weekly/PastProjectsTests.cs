using System.Collections.Immutable;

namespace Projects.Domain.Tests.Weekly;

/// <summary>A project looked at from several times in one reading is what it is looked at from each alone.</summary>
public sealed class PastProjectsTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    [Fact]
    public void Several_times_at_once_show_what_each_shows_alone()
    {
        var days = weeks.History.Select(told => told.Recorded.Effective).Order().ToList();
        foreach (var history in weeks.History.GroupBy(told => told.Project, told => told.Recorded))
        {
            foreach (var day in days.Where((_, at) => at % 20 == 0))
            {
                var (now, last) = (new ReportWeek(day).AsOf, new ReportWeek(day).Previous.AsOf);
                ImmutableArray<AsOf> times = [now, last, last with { Known = now.Known }, now];
                var together = new PastProjects(history.Key, times);
                ImmutableArray<PastProject> alone = [.. times.Select(at => new PastProject(history.Key, at))];
                foreach (var recorded in history)
                {
                    together.Take(recorded);
                    foreach (var each in alone)
                        each.Take(recorded);
                }
                Assert.Equal(alone.Select(each => Told(each.Project)), together.Projects.Select(Told));
            }
        }
    }

    // Collections are compared by what is in them.
    private static string Told(Project project) => System.Text.Json.JsonSerializer.Serialize(project, DomainJson.Options);
}
