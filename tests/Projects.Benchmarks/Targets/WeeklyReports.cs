using Projects.Grains;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>P9: a weekly report of a large park, from its journal to its four files. Beside it the reading alone, which a page waits for.</summary>
internal sealed class WeeklyReports : ITarget
{
    private const int ProjectsInAll = 500;
    private const int IssuesEach = 100;
    private const int Runs = 3;
    private const int LimitMs = 5_000;

    public string Code => "P9";
    public string Promise => "the weekly report of 500 projects and 50,000 issues, from the journal to its files";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        await using var journal = town.OpenJournal();
        Bench.Say($"{ProjectsInAll} projects with {IssuesEach} issues each");
        await town.TellAsync(journal, ProjectsInAll, IssuesEach);

        var reading = new WeeklyReading(journal, new PastParks(journal));
        // The week that is not over yet: all was recorded today.
        var week = ReportWeek.OverAt(TimeProvider.System.GetUtcNow()).Next;
        var read = await Bench.MedianMsAsync(Runs, () => ReadAsync());
        var made = await Bench.MedianMsAsync(Runs, async () =>
        {
            var report = await ReadAsync();
            foreach (var format in Enum.GetValues<ReportFormat>())
                ReportFiles.Write(report, format);
        });
        bench.Find(Code, "the report read and its four files made; beside it the reading alone", made, "ms", read, Wish.AtMost(LimitMs, "ms"));

        async Task<ReportDocument> ReadAsync() =>
            await reading.OfAsync(town.Park, week, CancellationToken.None) ?? throw new InvalidOperationException("The park was not founded by the cut-off.");
    }
}
