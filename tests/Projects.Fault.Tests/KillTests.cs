using Projects.Storage;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>
/// kill -9 under writes. It shows that nothing is acknowledged before it is committed and nothing committed twice; what a power cut
/// would lose it cannot show (SECURITY 1.1), see <see cref="PowerLossTests"/>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Writers = 10;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 10)]
    [InlineData(DatabaseProvider.Postgres, 5)]
    public async Task Every_acknowledged_command_survives_kill_9_once(DatabaseProvider provider, int kills)
    {
        await using var home = await Home.OnAsync(provider);
        await using var lives = new Lives(home);
        await Site.SetUpAsync(await lives.BeginAsync(), Writers);
        var writers = Enumerable.Range(0, Writers).Select(no => new Writer(lives, no)).ToList();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(writers.Select(writer => Task.Run(() => writer.WorkAsync(enough.Token))));
        var random = new Random(20240112);

        while (lives.Kills < kills)
        {
            await Task.WhenAny(work, lives.AnsweredAsync(random.Next(0, 120))).Unwrap();
            await lives.KillAsync();
            await lives.BeginAsync();
        }
        await lives.AnsweredAsync(50);
        await enough.CancelAsync();
        await work;
        await lives.StopAsync();

        var acknowledged = writers.SelectMany(writer => writer.Acknowledged).ToList();
        var events = await Truth.HoldsAsync(home.Database, acknowledged);
        Assert.Equal((0, ""), Failing(await home.VerbAsync("verify")));
        Assert.Equal((0, ""), Failing(await home.VerbAsync("rebuild")));
        output.WriteLine($"{provider}: {lives.Kills} kills, {acknowledged.Count} commands acknowledged, {acknowledged.Count(command => command.Attempts > 1)} of them sent more than once, "
            + $"{acknowledged.Count(command => command.Answer.Repeated)} answered from their first recording; {events} events; 0 lost, 0 doubled.");
        Assert.Contains(acknowledged, command => command.Attempts > 1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_request_sent_again_after_a_kill_is_answered_as_the_first_time(DatabaseProvider provider)
    {
        await using var home = await Home.OnAsync(provider);
        await using var lives = new Lives(home);
        var before = await lives.BeginAsync();
        await Site.SetUpAsync(before, writers: 2);
        var overGrpc = await ReportAsync(before);
        var overJson = await PostAsync(before);

        await lives.KillAsync();
        var after = await lives.BeginAsync();

        Assert.Equal(overGrpc with { Repeated = true }, await ReportAsync(after));
        Assert.Equal(overJson with { Repeated = true }, await PostAsync(after));
        await lives.StopAsync();
        await Truth.HoldsAsync(home.Database, [new("grpc-once", overGrpc, 2), new("json-once", overJson, 2)]);

        static Task<Answer> ReportAsync(Wire wire) => Wire.AnswerAsync(
            new V1.IssueService.IssueServiceClient(wire.GrpcAs("handler")).ReportProgressAsync(new() { Name = Site.IssueOf(0), RequestId = "grpc-once", Progress = "完成一半" }),
            issue => issue.Etag, issue => issue.Name);
        static Task<Answer> PostAsync(Wire wire) => wire.PostAsync("handler", $"/v1/{Site.IssueOf(1)}:reportProgress", new { requestId = "json-once", progress = "完成一半" });
    }

    // What it said matters only when it failed.
    private static (int ExitCode, string Said) Failing((int ExitCode, string Said) verb) => verb.ExitCode == 0 ? (0, "") : verb;
}
