using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>P3: one issue with its rounds and what the caller may do with it, against a gRPC call in which nothing is done.</summary>
internal sealed class IssueReads : ITarget
{
    private const int ProjectCount = 2_048;
    private const int IssuesEach = 5;

    public string Code => "P3";
    public string Promise => "get one issue over gRPC against an empty gRPC echo by the same client";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"{ProjectCount} projects with {IssuesEach} issues each");
        await using (var journal = town.OpenJournal())
            await town.TellAsync(journal, ProjectCount, IssuesEach);
        await using var server = await ground.ServeAsync();
        await using var echo = await EchoServer.StartAsync();

        var subject = Subject.Of(server);
        foreach (var inFlight in new[] { 256, 32 })
        {
            var gets = new Rounds(inFlight, slot => Gets(subject.Address, town, slot, inFlight));
            var says = new Rounds(inFlight, _ => [echo.Call()]);
            Bench.Say($"{inFlight} in flight, warming up");
            echo.Subject.WarmUp(inFlight, calls: 500_000, says.Next);
            subject.WarmUp(inFlight, calls: 150_000, gets.Next);
            Bench.Say($"{inFlight} in flight");
            var said = echo.Subject.Load(inFlight, TimeSpan.FromSeconds(6), says.Next);
            var got = subject.Load(inFlight, TimeSpan.FromSeconds(6), gets.Next);
            bench.Find(Code, $"get an issue, {inFlight} in flight", got.PerSecond, "/s", said.PerSecond, Wish.AtLeastTimes(0.5));
            bench.Find(Code, $"server CPU a call, {inFlight} in flight", got.CpuMicrosecondsEach, "µs", said.CpuMicrosecondsEach, Wish.None);
        }
    }

    private static IEnumerable<GrpcCall> Gets(Uri server, Town town, int slot, int slots) =>
        from issue in Enumerable.Range(0, IssuesEach)
        from project in Enumerable.Range(0, ProjectCount).Where(project => project % slots == slot)
        select GrpcCall.Of(server, "/projects.v1.IssueService/GetIssue", town.TokenOf(project), new V1.GetIssueRequest { Name = Tale.NameOf(project, issue) });
}
