using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Projects.Host.Delivery;
using Projects.Tests;

namespace Projects.Gateway.Tests.Served;

/// <summary>An issued report reaches an address and a list of people, each a receiver of our own that answers as real ones do: once, however often it had to be sent.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private const string Report = "parks/panzhihua/weeklyReports/2024-1";
    private const string Secret = "a secret of more than thirty-two characters";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string data = Path.Combine(Path.GetTempPath(), $"projects-delivery-{Guid.NewGuid():N}");
    private readonly Hook hook = new();
    private readonly PostOffice post = new();
    private RunningServer server = null!;

    public async ValueTask InitializeAsync()
    {
        await hook.OpenAsync();
        post.Open();
        server = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await hook.DisposeAsync();
        post.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_signed_report_is_told_by_a_signed_message_and_mailed_with_its_paper_and_neither_again_after_a_restart()
    {
        // The address is away at first: it is told again.
        hook.FailNext(1);
        await AsAsync("ledger-director", client => client.ReviewWeeklyReportAsync(new() { Name = Report }));
        var signed = await AsAsync("deputy-a", client => client.SignWeeklyReportAsync(new() { Name = Report }));

        var (key, signature, body) = await hook.NextAsync(Patience);
        Assert.Equal("weekly-report-panzhihua-2024-1", key);
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(signature.Split(',')[0][2..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(WebhookDelivery.Sign(Secret, at, body), signature);
        Assert.NotEqual(WebhookDelivery.Sign("another", at, body), signature);
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal((Report, "〔2024〕1号", 4), (told.GetProperty("name").GetString(), told.GetProperty("number").GetString(), told.GetProperty("files").GetArrayLength()));
        Assert.Equal(signed.Files[0].Digest, told.GetProperty("files")[0].GetProperty("digest").GetString());
        Assert.Equal(2, hook.Tries);

        using var mail = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(await post.NextAsync(Patience)), TestContext.Current.CancellationToken);
        Assert.Equal(("weekly-report-panzhihua-2024-1@park.example", "攀枝花钒钛高新区重大项目推进与问题整改周报〔2024〕1号"), (mail.MessageId, mail.Subject));
        Assert.Equal(["a@park.example", "b@park.example"], mail.To.Mailboxes.Select(to => to.Address));
        var paper = Assert.IsType<MimeKit.MimePart>(Assert.Single(mail.Attachments), exactMatch: false);
        using var bytes = new MemoryStream();
        await paper.Content!.DecodeToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(signed.Files.Single(file => file.Format == "docx").Digest, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));

        // What comes next is the next report's: the first was sent to neither again.
        await server.KillAsync();
        await server.DisposeAsync();
        server = await StartAsync();
        const string Next = "parks/panzhihua/weeklyReports/2024-2";
        await AsAsync("ledger-director", client => client.ReviewWeeklyReportAsync(new() { Name = Next }));
        await AsAsync("deputy-a", client => client.SignWeeklyReportAsync(new() { Name = Next }));
        Assert.Equal("weekly-report-panzhihua-2024-2", (await hook.NextAsync(Patience)).Key);
        Assert.Contains("weekly-report-panzhihua-2024-2@park.example", Encoding.UTF8.GetString(await post.NextAsync(Patience)), StringComparison.Ordinal);
    }

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(data, new Dictionary<string, string>
    {
        ["Projects__Delivery__Webhook"] = $"{hook.Address}hooks/weekly",
        ["Projects__Delivery__WebhookSecret"] = Secret,
        ["Projects__Delivery__MailServer"] = $"127.0.0.1:{post.Port}",
        ["Projects__Delivery__MailFrom"] = "office@park.example",
        ["Projects__Delivery__MailTo"] = "a@park.example, b@park.example",
    });

    private async Task<V1.WeeklyReport> AsAsync(string person, Func<V1.WeeklyReportService.WeeklyReportServiceClient, Grpc.Core.AsyncUnaryCall<V1.WeeklyReport>> order) =>
        await order(new(await server.GrpcAsAsync($"panzhihua.{person}")));

    /// <summary>An address that takes messages.</summary>
    private sealed class Hook : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Key, string Signature, byte[] Body)> taken = new();
        private readonly SemaphoreSlim came = new(0);
        private WebApplication app = null!;
        private int failures;
        private int tries;

        public string Address { get; private set; } = "";

        public int Tries => tries;

        public void FailNext(int times) => failures = times;

        public async Task OpenAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost("/hooks/weekly", TakeAsync);
            await app.StartAsync();
            Address = app.Urls.Single() + "/";
        }

        public async Task<(string Key, string Signature, byte[] Body)> NextAsync(TimeSpan patience)
        {
            if (!await came.WaitAsync(patience) || !taken.TryDequeue(out var message))
                throw new TimeoutException($"Phase: delivery. Expected: a message within {patience}. Seen: {tries} tries.");
            return message;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpRequest request)
        {
            Interlocked.Increment(ref tries);
            if (Interlocked.Decrement(ref failures) >= 0)
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            taken.Enqueue((request.Headers[WebhookDelivery.KeyHeader].ToString(), request.Headers[WebhookDelivery.SignatureHeader].ToString(), body.ToArray()));
            came.Release();
            return Results.NoContent();
        }
    }

    /// <summary>A mail server as small as RFC 5321 lets one be.</summary>
    private sealed class PostOffice : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly ConcurrentQueue<byte[]> taken = new();
        private readonly SemaphoreSlim came = new(0);

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Open()
        {
            listener.Start();
            _ = TakeCallsAsync();
        }

        public async Task<byte[]> NextAsync(TimeSpan patience) =>
            await came.WaitAsync(patience) && taken.TryDequeue(out var mail) ? mail : throw new TimeoutException($"Phase: delivery. Expected: a mail within {patience}. Seen: none.");

        public void Dispose() => listener.Dispose();

        private async Task TakeCallsAsync()
        {
            try
            {
                while (true)
                    _ = TalkAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
            {
                // The post office closed.
            }
        }

        private async Task TalkAsync(TcpClient caller)
        {
            using var line = caller;
            using var reader = new StreamReader(line.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(line.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 park.example");
            while (await reader.ReadLineAsync() is { } said)
            {
                if (said.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase))
                    await writer.WriteLineAsync("250-park.example\r\n250-8BITMIME\r\n250 SMTPUTF8");
                else if (said.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                        mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                    taken.Enqueue(Encoding.UTF8.GetBytes(mail.ToString()));
                    came.Release();
                    await writer.WriteLineAsync("250 taken");
                }
                else
                {
                    await writer.WriteLineAsync(said.Equals("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
                }
            }
        }
    }
}
