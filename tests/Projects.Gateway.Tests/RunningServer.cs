using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using V1 = Projects.V1;

namespace Projects.Tests;

/// <summary>
/// A real server process on a data folder and ports of its own, started from the build beside the tests. It is waited for by what it says on
/// its standard output; a timeout tells the phase, what was expected and what was seen.
/// </summary>
public sealed class RunningServer : IAsyncDisposable
{
    private const string ReadyLine = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<string> said = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private readonly GrpcChannel channel;
    private readonly Dictionary<string, Task<string>> tokens = [];

    private RunningServer(string data, int http, int grpc, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        (Data, Http, Grpc) = (data, new Uri($"http://127.0.0.1:{http}"), new Uri($"http://127.0.0.1:{grpc}"));
        channel = GrpcChannel.ForAddress(Grpc);
        process = new Process { StartInfo = HowToStart(settings, arguments), EnableRaisingEvents = true };
    }

    public string Data { get; }
    public Uri Http { get; }
    public Uri Grpc { get; }
    public int ProcessId => process.Id;

    /// <summary>Starts a server and waits until it takes commands.</summary>
    /// <param name="data">The data folder, made when missing.</param>
    /// <param name="settings">Further settings, such as <c>Projects__EvidenceQuotaBytes</c>.</param>
    /// <param name="arguments">The command line, such as <c>--sample none</c>.</param>
    public static async Task<RunningServer> StartAsync(string data, IReadOnlyDictionary<string, string>? settings = null, params string[] arguments)
    {
        var server = new RunningServer(data, FreePort(), FreePort(), settings ?? new Dictionary<string, string>(), arguments);
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => server.ready.TrySetException(new InvalidOperationException("the server ended before it was ready"));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.ready.Task.WaitAsync(Patience);
            return server;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            var seen = server.Said();
            await server.DisposeAsync();
            throw new InvalidOperationException($"Phase: start. Expected: a line with '{ReadyLine}' within {Patience}. Seen ({failure.Message}):\n{seen}");
        }
    }

    /// <summary>Everything it has written so far.</summary>
    public string Said()
    {
        lock (said)
            return string.Join('\n', said);
    }

    /// <summary>gRPC in a sample person's name, such as <c>panzhihua.ledger-a</c>.</summary>
    public async Task<CallInvoker> GrpcAsAsync(string account, string language = "zh-CN") => GrpcWith(await TokenOfAsync(account), language);

    /// <summary>The same in a session of its own, for a test that ends it.</summary>
    public async Task<CallInvoker> GrpcInOwnSessionAsync(string account) => GrpcWith(await SignInAsync(account));

    /// <summary>HTTP in a sample person's name.</summary>
    public async Task<HttpClient> HttpAsAsync(string account, string language = "zh-CN")
    {
        var client = new HttpClient { BaseAddress = Http };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAsync(account));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>gRPC with a bearer token that is known already.</summary>
    public CallInvoker GrpcWith(string token, string language = "zh-CN") => channel.Intercept(headers =>
    {
        headers.Add("authorization", $"Bearer {token}");
        headers.Add("accept-language", language);
        return headers;
    });

    /// <summary>A bearer token of a sample person; each signs in once.</summary>
    public Task<string> TokenOfAsync(string account)
    {
        lock (tokens)
            return tokens.TryGetValue(account, out var known) ? known : tokens[account] = SignInAsync(account);
    }

    /// <summary>Ends as a power cut of the process does: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (process.HasExited)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends as an operator would end it, by SIGTERM.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited)
            return;
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Phase: stop. Expected: the end of process {process.Id} within {Patience} after SIGTERM. Seen:\n{Said()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await KillAsync();
        process.Dispose();
    }

    private async Task<string> SignInAsync(string account)
    {
        var people = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Data, "sample-people.json"))).RootElement.EnumerateArray();
        var password = people.Single(person => person.GetProperty("login").GetString() == account).GetProperty("password").GetString();
        var session = await new V1.SessionService.SessionServiceClient(channel).CreateSessionAsync(
            new V1.CreateSessionRequest { Account = account, Password = password });
        return session.BearerToken;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
        if (line.EndsWith(ReadyLine, StringComparison.Ordinal))
            ready.TrySetResult();
    }

    private ProcessStartInfo HowToStart(IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo(HostPath(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Projects__DataDirectory"] = Data;
        start.Environment["Projects__Http"] = Http.ToString();
        start.Environment["Projects__Grpc"] = Grpc.ToString();
        // Many people sign in from one address here.
        start.Environment["Projects__RateLimits__SignInsPerAddressAndMinute"] = "1000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>The server built with the same configuration as these tests: …/tests/X/bin/Debug/net10.0 beside …/src/Projects.Host/bin/Debug/net10.0.</summary>
    private static string HostPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "Projects.Host", "bin", here.Parent.Name, here.Name, "Projects.Host");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
