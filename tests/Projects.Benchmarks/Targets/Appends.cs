using System.Diagnostics;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>P2: what the journal takes from many busy projects of one process: rules, event, chain and ledger row of each, as the grain appends them.</summary>
internal sealed class Appends : ITarget
{
    private const int IssuesInAll = 5_000;

    public string Code => "P2";
    public string Promise => "appends in process with ledger rows against one-row commits";

    public async Task MeasureAsync(Bench bench)
    {
        foreach (var projects in new[] { 100, 1_000 })
        {
            await using var ground = await Ground.OnAsync(bench.Provider);
            var town = await Town.OnAsync(ground);
            await using var journal = town.OpenJournal();
            Bench.Say($"{projects} busy projects");
            var tales = await town.TellAsync(journal, projects, IssuesInAll / projects);
            var commits = await OneRowCommits.PerSecondAsync(ground, TimeSpan.FromSeconds(6));
            await AppendsAsync(journal, tales, TimeSpan.FromSeconds(4));
            var cpu = ProcessFigures.Cpu(Environment.ProcessId);
            var (appends, perSecond) = await AppendsAsync(journal, tales, TimeSpan.FromSeconds(8));
            bench.Find(Code, $"appends of {projects} busy projects", perSecond, "/s", commits, Wish.AtLeastTimes(bench.Provider is DatabaseProvider.Sqlite ? 7 : 4));
            bench.Find(Code, $"CPU an append, {projects} busy projects", (ProcessFigures.Cpu(Environment.ProcessId) - cpu).TotalMicroseconds / appends, "µs", null, Wish.None);
        }
    }

    private static async Task<(int Appends, double PerSecond)> AppendsAsync(Journal journal, List<Tale> tales, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(tales.Select(tale => Task.Run(() => KeepBusyAsync(journal, tale, began, duration))));
        return (each.Sum(), each.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<int> KeepBusyAsync(Journal journal, Tale tale, long began, TimeSpan duration)
    {
        var appends = 0;
        for (; Stopwatch.GetElapsedTime(began) < duration; appends++)
            await tale.AppendAsync(journal, tale.Next(tale.Progress(appends % tale.Project.Issues.Count, which: (int)tale.Project.Version)));
        return appends;
    }
}
