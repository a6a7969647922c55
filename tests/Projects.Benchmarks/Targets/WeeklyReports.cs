using Projects.Grains;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>P9: a weekly report of a large park: read, which a page waits for, and from its journal to its four files.</summary>
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
        // All was recorded today. In the week after this one even the last report holds all of it, so that the park is looked at three times over.
        var week = ReportWeek.OverAt(TimeProvider.System.GetUtcNow()).Next.Next;
        var park = town.Park with { Weekly = town.Park.Weekly with { First = week.Previous.Last } };
        var read = await Bench.MedianMsAsync(Runs, () => ReadAsync());
        bench.Find(Code, "the report read from the journal, with the last one and its corrections: what a page waits for", read, "ms", baseline: null, Wish.AtMost(LimitMs, "ms"));
        var (report, made) = (await ReadAsync(), read);
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            var bytes = 0;
            var took = await Bench.MedianMsAsync(Runs, () => Task.FromResult(bytes = ReportFiles.Write(report, format).Bytes.Length));
            bench.Find(Code, $"its file of {bytes / 1024.0 / 1024:0.0} MiB as {format}", took, "ms", baseline: null, Wish.None);
            made += took;
        }
        bench.Find(Code, "the report read and its four files made, as a signature does; beside it the reading alone", made, "ms", read, Wish.AtMost(LimitMs, "ms"));

        async Task<ReportDocument> ReadAsync() =>
            await reading.OfAsync(park, week, CancellationToken.None) ?? throw new InvalidOperationException("The park was not founded by the cut-off.");
    }
}
