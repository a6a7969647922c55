using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>Projects that have seen much.</summary>
internal static class Histories
{
    private const int EventsAnAppend = 1_000;

    /// <summary>Begins the project, then amends its particulars over and over until its history is as long as asked: events that leave the state as large as it was.</summary>
    public static async Task TellAsync(Journal journal, Tale tale, int issues, int events)
    {
        foreach (var some in tale.Beginning(issues).Chunk(EventsAnAppend))
            await tale.AppendAsync(journal, tale.Next(some));
        while (tale.Project.Version < events)
        {
            var from = (int)tale.Project.Version;
            await tale.AppendAsync(journal, tale.Next(Enumerable.Range(from, Math.Min(EventsAnAppend, events - from)).Select(n => Amending(tale, n))));
        }
    }

    private static (PersonId, ProjectCommand) Amending(Tale tale, int n) => (Town.Officer, new AmendProject(tale.Particulars with { Description = $"第{n}次修订：一期三阶段" }));
}
