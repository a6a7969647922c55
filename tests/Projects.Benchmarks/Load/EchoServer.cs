using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Projects.Benchmarks;

/// <summary>A gRPC server that does nothing, as a process of its own beside the server under test.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    /// <summary>The hidden verb of this binary that serves the echo.</summary>
    public const string Verb = "echo";

    private readonly Process process;

    private EchoServer(Process process, Uri address) => (this.process, Subject) = (process, new Subject(address, process.Id, () => ""));

    public Subject Subject { get; }

    public GrpcCall Call() => GrpcCall.Of(Subject.Address, "/projects.benchmarks.Echo/Say", token: null, new Empty());

    public static async Task<EchoServer> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, $"{port}"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The echo did not start.");
        if (await process.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException("The echo ended before it listened.");
        return new EchoServer(process, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Serves until its starter closes the input, or ends itself.</summary>
    public static async Task<int> ServeAsync(int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        await using var app = builder.Build();
        app.MapGrpcService<Service>();
        await app.StartAsync();
        Console.WriteLine("listening");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Service : Echo.EchoBase
    {
        private static readonly Task<Empty> Nothing = Task.FromResult(new Empty());

        public override Task<Empty> Say(Empty request, ServerCallContext context) => Nothing;
    }
}
