using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Projects.Gateway.Tests.Verbs;

/// <summary>The built server as an operator meets it: a process, a data folder, what it prints and its exit code.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongAtMost = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly List<string> printed = [];

    private HostProcess(string data, string http, IEnumerable<string> arguments)
    {
        Http = new Uri(http);
        var start = new ProcessStartInfo("dotnet", [Binary(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Projects__DataDirectory"] = data;
        start.Environment["Projects__Http"] = http;
        start.Environment["Projects__Grpc"] = $"http://127.0.0.1:{FreePort()}";
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it serves, when it does.</summary>
    public Uri Http { get; }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string data, params string[] arguments)
    {
        await using var verb = new HostProcess(data, $"http://127.0.0.1:{FreePort()}", arguments);
        using var limit = new CancellationTokenSource(LongAtMost);
        await verb.process.WaitForExitAsync(limit.Token);
        return (verb.process.ExitCode, verb.Printed);
    }

    /// <summary>Starts serving and returns when it is ready.</summary>
    public static async Task<HostProcess> ServeAsync(string data, params string[] arguments)
    {
        var server = new HostProcess(data, $"http://127.0.0.1:{FreePort()}", ["serve", .. arguments]);
        using var limit = new CancellationTokenSource(LongAtMost);
        try
        {
            await foreach (var line in server.lines.Reader.ReadAllAsync(limit.Token))
                if (line.Contains("ready", StringComparison.Ordinal))
                    return server;
        }
        catch (OperationCanceledException)
        {
        }
        throw new InvalidOperationException($"The server did not say 'ready' within {LongAtMost}. It said: {server.Printed}");
    }

    /// <summary>Pulls the plug, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private string Printed
    {
        get
        {
            lock (printed)
                return string.Join('\n', printed);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            if (process.HasExited)
                lines.Writer.TryComplete();
            return;
        }
        lock (printed)
            printed.Add(line);
        lines.Writer.TryWrite(line);
    }

    private static string Binary([CallerFilePath] string here = "")
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(here)!, "../../../src/Projects.Host/bin", framework.Parent!.Name, framework.Name, "Projects.Host.dll"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
