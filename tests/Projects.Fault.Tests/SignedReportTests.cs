using System.Security.Cryptography;
using Grpc.Core;
using Projects.Tests;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>kill -9 while a weekly report is signed: the whole report is there with its digests, or nothing was signed.</summary>
public sealed class SignedReportTests(ITestOutputHelper output)
{
    private const string Park = "parks/panzhihua";
    private const string First = Park + "/weeklyReports/2024-1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whatever_moment_the_kill_comes_the_report_is_signed_whole_or_not_at_all()
    {
        var data = Directory.CreateTempSubdirectory("projects-signed-").FullName;
        var server = await RunningServer.StartAsync(data);
        try
        {
            await (await AsAsync(server, "ledger-director")).ReviewWeeklyReportAsync(new() { Name = First });
            var store = Path.Combine(data, "evidence", "panzhihua");
            var seen = new List<string>();
            // After no file, one, two, three, four; then at the answer.
            for (var files = 0; files <= 4; files++)
            {
                var before = FilesIn(store);
                var signing = SignAsync(server, "sign-once");
                await GrownByAsync(store, before + files, signing);
                await server.KillAsync();
                await signing;
                await server.DisposeAsync();
                server = await RunningServer.StartAsync(data);
                seen.Add($"{await StandsWholeAsync(server)} after {FilesIn(store) - before} files");
            }

            var signed = await SignAsync(server, "sign-once");
            Assert.Equal((V1.WeeklyReportState.Issued, 4), (signed!.State, signed.Files.Count));
            await StandsWholeAsync(server);
            var reports = (await (await AsAsync(server, "chief")).ListWeeklyReportsAsync(new() { Parent = Park })).WeeklyReports;
            Assert.Equal([$"{Park}/weeklyReports/2024-2", First], reports.Select(report => report.Name));
            output.WriteLine(string.Join("; ", seen));
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <returns>Where it stands; every file it names was read whole.</returns>
    private static async Task<V1.WeeklyReportState> StandsWholeAsync(RunningServer server)
    {
        var chief = await AsAsync(server, "chief");
        var report = await chief.GetWeeklyReportAsync(new() { Name = First });
        Assert.Equal(report.State is V1.WeeklyReportState.Issued ? 4 : 0, report.Files.Count);
        foreach (var issued in report.Files)
        {
            var file = await chief.DownloadWeeklyReportAsync(new() { Name = First, Format = issued.Format });
            Assert.Equal(issued.Digest, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));
        }
        Assert.True(report.State is V1.WeeklyReportState.Reviewed || (await chief.ReproduceWeeklyReportAsync(new() { Name = First })).Same);
        return report.State;
    }

    /// <returns>Null when the server was killed over it.</returns>
    private static async Task<V1.WeeklyReport?> SignAsync(RunningServer server, string request)
    {
        try
        {
            return await (await AsAsync(server, "deputy-a")).SignWeeklyReportAsync(new() { Name = First, RequestId = request });
        }
        catch (RpcException killed) when (killed.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            return null;
        }
    }

    /// <summary>Until the store holds so many files, or the signing has come to its end.</summary>
    private static async Task GrownByAsync(string store, int files, Task signing)
    {
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(store)!) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        using var changed = new SemaphoreSlim(0);
        watcher.Created += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        using var patience = new CancellationTokenSource(Patience);
        while (FilesIn(store) < files && !signing.IsCompleted)
            await Task.WhenAny(signing, changed.WaitAsync(patience.Token)).Unwrap();
    }

    private static int FilesIn(string store) => Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Count(path => Path.GetFileName(path).Length == 64);

    private static async Task<V1.WeeklyReportService.WeeklyReportServiceClient> AsAsync(RunningServer server, string person) => new(await server.GrpcAsAsync($"panzhihua.{person}"));
}
