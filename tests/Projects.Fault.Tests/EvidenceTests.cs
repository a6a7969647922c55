using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Projects.Storage;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>kill -9 in the midst of an upload: no half file is ever seen, and no event names a file that is not there.</summary>
public sealed class EvidenceTests
{
    private static readonly byte[] Paper = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(400_000)];
    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Paper));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_upload_cut_by_kill_9_leaves_nothing_behind_and_can_be_made_again()
    {
        await using var home = await Home.OnSqliteAsync();
        await using var lives = new Lives(home);
        var before = await lives.BeginAsync();
        await Site.SetUpAsync(before, writers: 1);
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(before, new ByteArrayContent("%PDF-1.7 first"u8.ToArray())));
        var incoming = Path.Combine(home.Folder, "evidence", "demo", "incoming");
        using var cut = new CutUpload(Paper.AsMemory(0, 200_000));

        var upload = UploadAsync(before, cut);
        await HoldsBytesAsync(incoming);
        await lives.KillAsync();
        cut.GiveUp();
        await Assert.ThrowsAnyAsync<Exception>(() => upload);
        Assert.NotEmpty(Directory.EnumerateFiles(incoming));

        var after = await lives.BeginAsync();
        Assert.Empty(Directory.EnumerateFiles(incoming));
        using (var fetched = await after.SendAsync("handler", new HttpRequestMessage(HttpMethod.Get, $"/v1/{Site.Park}/evidence/{Digest}:download")))
            Assert.Equal(HttpStatusCode.NotFound, fetched.StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => AddAsync(after))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, await UploadAsync(after, new ByteArrayContent(Paper)));
        await AddAsync(after);
        await lives.StopAsync();
        await EveryFileNamedIsThereAsync(home, files: 1);
    }

    [Fact]
    public async Task Whatever_moment_the_kill_comes_every_file_an_event_names_is_there_whole()
    {
        const int Kills = 4;
        await using var home = await Home.OnSqliteAsync();
        await using var lives = new Lives(home);
        await Site.SetUpAsync(await lives.BeginAsync(), writers: 1);
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(no => Task.Run(() => BringAsync(lives, no, enough.Token))));

        for (var kill = 1; kill <= Kills; kill++)
        {
            await lives.AnsweredAsync(kill * 7 % 13);
            await lives.KillAsync();
            await lives.BeginAsync();
        }
        await lives.AnsweredAsync(8);
        await enough.CancelAsync();
        var brought = (await work).Sum();
        await lives.StopAsync();

        await EveryFileNamedIsThereAsync(home, brought);
        Assert.Equal(0, (await home.VerbAsync("verify")).ExitCode);
    }

    /// <returns>How many files it brought and showed.</returns>
    private static async Task<int> BringAsync(Lives lives, int no, CancellationToken stop)
    {
        var brought = 0;
        while (!stop.IsCancellationRequested)
        {
            var paper = Encoding.UTF8.GetBytes($"%PDF-1.7 {no} {brought}{new string('x', 100_000)}");
            var request = $"evidence-{no}-{brought}";
            while (!await TryBringAsync(await lives.CurrentAsync(), paper, request)) { }
            brought++;
            lives.Acknowledge();
        }
        return brought;
    }

    private static async Task<bool> TryBringAsync(Wire wire, byte[] paper, string request)
    {
        try
        {
            if (await UploadAsync(wire, new ByteArrayContent(paper)) != HttpStatusCode.OK)
                return false;
            await AddAsync(wire, Convert.ToHexStringLower(SHA256.HashData(paper)), request);
            return true;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException or RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled })
        {
            return false;
        }
    }

    private static async Task EveryFileNamedIsThereAsync(Home home, int files)
    {
        var store = new EvidenceStores(Path.Combine(home.Folder, "evidence"), new EvidenceLimits()).Of(Home.Park);
        var named = (await Truth.EventsAsync(home.Database)).Select(found => found.Recorded.Event).OfType<EvidenceAdded>().Select(added => added.File.Digest).ToList();
        Assert.Equal(files, named.Distinct().Count());
        Assert.Equal(files, named.Count);
        foreach (var text in named)
            Assert.True(EvidenceDigest.TryParse(text, out var digest) && await store.IsIntactAsync(digest, CancellationToken.None), $"{text} is named by an event and is not whole in the store.");
    }

    private static async Task<HttpStatusCode> UploadAsync(Wire wire, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{Site.Park}/evidence?name=paper.pdf") { Content = content };
        using var response = await wire.SendAsync("handler", request);
        return response.StatusCode;
    }

    private static Task<Answer> AddAsync(Wire wire) => AddAsync(wire, Digest, "evidence-once");

    private static Task<Answer> AddAsync(Wire wire, string digest, string request) => Wire.AnswerAsync(
        new V1.IssueService.IssueServiceClient(wire.GrpcAs("handler")).AddEvidenceAsync(
            new() { Name = Site.IssueOf(0), RequestId = request, Evidence = $"{Site.Park}/evidence/{digest}", FileName = "paper.pdf", Criteria = { 1 } }),
        issue => issue.Etag, issue => issue.Name);

    /// <summary>Waits until the server has written some of the upload to disk.</summary>
    private static async Task HoldsBytesAsync(string folder)
    {
        var grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.LastWrite };
        watcher.Created += (_, _) => Look();
        watcher.Changed += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        Look();
        try
        {
            await grown.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Phase: upload. Expected: bytes of it in {folder} within {Patience}. Seen: {Directory.EnumerateFiles(folder).Count()} files.");
        }

        void Look()
        {
            if (new DirectoryInfo(folder).EnumerateFiles().Any(file => file.Length > 0))
                grown.TrySetResult();
        }
    }

    /// <summary>The beginning of an upload whose end never comes.</summary>
    private sealed class CutUpload(ReadOnlyMemory<byte> beginning) : HttpContent
    {
        private readonly TaskCompletionSource never = new();

        public void GiveUp() => never.TrySetCanceled();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(beginning);
            await stream.FlushAsync();
            await never.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            GiveUp();
            base.Dispose(disposing);
        }
    }
}
