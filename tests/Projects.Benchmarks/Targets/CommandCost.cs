using Projects.Storage;
using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>
/// P7: progress on an issue over gRPC, in a small project, in one of 50,000 events and in one of 5,000 issues. Each is given as many commands
/// as lie between two snapshots, so that its share of one is in; the kinds take turns, so that a busy moment of the machine meets them all.
/// </summary>
internal sealed class CommandCost : ITarget
{
    private const int EachKind = 4;
    private const int SmallIssues = 5;
    private const int Turns = 5;
    private const int CommandsATurn = 100;

    private static readonly (string What, int Events, int Issues)[] Kinds =
    [
        ("a few events, 5 issues", 0, SmallIssues),
        ("50,000 events, 5 issues", 50_000, SmallIssues),
        ("5,000 issues", 0, 5_000),
    ];

    public string Code => "P7";
    public string Promise => "a command costs the same whatever the history and size of its project";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say("histories");
        await using (var journal = town.OpenJournal())
        {
            for (var no = 0; no < Kinds.Length * EachKind; no++)
            {
                var (_, events, issues) = Kinds[no / EachKind];
                await Histories.TellAsync(journal, new Tale(town, no), issues, events);
            }
        }
        await using var server = await ground.ServeAsync();
        var subject = Subject.Of(server);
        var orders = new Rounds(Kinds.Length * EachKind, project => Orders(subject.Address, town, project));
        Bench.Say("commands, warming up");
        subject.WarmUp(Kinds.Length * EachKind, calls: 6_000, orders.Next);

        var cpu = new double[Kinds.Length];
        var medians = new List<double>[] { [], [], [] };
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                var left = Enumerable.Repeat(CommandsATurn, EachKind).ToArray();
                var first = kind * EachKind;
                var loaded = subject.Load(EachKind, TimeSpan.FromMinutes(1), slot => left[slot]-- > 0 ? orders.Next(first + slot) : null);
                cpu[kind] += loaded.CpuMicrosecondsEach / Turns;
                medians[kind].Add(loaded.PercentileMs(0.5));
            }
        }
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var small = kind == 0;
            bench.Find(Code, $"server CPU a command: {Kinds[kind].What}", cpu[kind], "µs", small ? null : cpu[0], small ? Wish.None : Wish.AtMostTimes(1.2));
            bench.Find(Code, $"median of a command: {Kinds[kind].What}", medians[kind].Average(), "ms", small ? null : medians[0].Average(), small ? Wish.None : Wish.AtMostTimes(1.2));
        }
    }

    private static IEnumerable<GrpcCall> Orders(Uri server, Town town, int project) =>
        from round in Enumerable.Range(0, 2)
        from issue in Enumerable.Range(0, SmallIssues)
        select GrpcCall.Of(server, "/projects.v1.IssueService/ReportProgress", town.TokenOf(project), new V1.ReportProgressRequest
        {
            Name = Tale.NameOf(project, issue),
            Progress = $"第{round}轮：防护栏已恢复，完成工程量的 {20 * issue}%",
        });
}
