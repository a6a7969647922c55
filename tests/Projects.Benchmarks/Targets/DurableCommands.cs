using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>
/// P1: an officer's most frequent order, progress on an issue, over gRPC to the built server: bearer token, rights, rules, journal, ledger and
/// the issue as it then stands in the answer. 256 in flight, each on another project.
/// </summary>
internal sealed class DurableCommands : ITarget
{
    private const int ProjectCount = 2_048;
    private const int IssuesEach = 5;
    private const int InFlight = 256;

    public string Code => "P1";
    public string Promise => "durable commands over gRPC against one-row commits, and their CPU";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"{ProjectCount} projects with {IssuesEach} issues each");
        await using (var journal = town.OpenJournal())
            await town.TellAsync(journal, ProjectCount, IssuesEach);
        Bench.Say("one-row commits");
        var commits = await OneRowCommits.PerSecondAsync(ground, TimeSpan.FromSeconds(6));

        await using var server = await ground.ServeAsync();
        var subject = Subject.Of(server);
        var orders = new Rounds(InFlight, slot => Orders(subject.Address, town, slot));
        Bench.Say("commands, warming up");
        subject.WarmUp(InFlight, calls: 60_000, orders.Next);
        Bench.Say("commands");
        var commands = subject.Load(InFlight, TimeSpan.FromSeconds(12), orders.Next);

        bench.Find(Code, "commands over gRPC, 256 in flight", commands.PerSecond, "/s", commits, bench.Provider is Storage.DatabaseProvider.Postgres ? Wish.AtLeastTimes(3) : Wish.None);
        bench.Find(Code, "server CPU a command", commands.CpuMicrosecondsEach, "µs", null, Wish.AtMost(250, "µs"));
        bench.Find(Code, "median of a command, 256 in flight", commands.PercentileMs(0.5), "ms", null, Wish.None);
        bench.Find(Code, "99th percentile", commands.PercentileMs(0.99), "ms", null, Wish.None);
    }

    // Every issue in turn, and said differently the second time round: the same again would be no news and record nothing.
    private static IEnumerable<GrpcCall> Orders(Uri server, Town town, int slot) =>
        from round in Enumerable.Range(0, 2)
        from issue in Enumerable.Range(0, IssuesEach)
        from project in Enumerable.Range(0, ProjectCount).Where(project => project % InFlight == slot)
        select GrpcCall.Of(server, "/projects.v1.IssueService/ReportProgress", town.TokenOf(project), new V1.ReportProgressRequest
        {
            Name = Tale.NameOf(project, issue),
            Progress = $"第{round}轮：通风口材料已进场，完成工程量的 {20 * issue}%",
        });
}
