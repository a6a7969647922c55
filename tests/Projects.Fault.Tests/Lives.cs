using Projects.Tests;

namespace Projects.Fault.Tests;

/// <summary>The lives of a server, one after another on the same data. Between two of them its callers wait here.</summary>
public sealed class Lives(Home home, string? folder = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim answers = new(0);
    private volatile TaskCompletionSource<Wire> current = Unborn();
    private RunningServer? server;
    private Wire? wire;

    /// <summary>How many have ended by <c>kill -9</c>.</summary>
    public int Kills { get; private set; }

    public RunningServer Server => server ?? throw new InvalidOperationException("No server lives.");

    public async Task<Wire> BeginAsync()
    {
        server = await home.StartAsync(folder);
        wire = new Wire(server, home);
        current.TrySetResult(wire);
        return wire;
    }

    /// <summary>The living server; waits for the next one between two lives.</summary>
    public Task<Wire> CurrentAsync() => current.Task.WaitAsync(Patience);

    public void Acknowledge() => answers.Release();

    /// <summary>Waits until so many more commands have been answered.</summary>
    public async Task AnsweredAsync(int commands)
    {
        for (var seen = 0; seen < commands; seen++)
            if (!await answers.WaitAsync(Patience))
                throw new TimeoutException($"Phase: writing, life {Kills + 1}. Expected: {commands} answers within {Patience}. Seen: {seen}.\n{Said()}");
    }

    /// <summary>Kills it as a power cut of the process does, in the midst of whatever it does.</summary>
    public async Task KillAsync()
    {
        current = Unborn();
        await Server.KillAsync();
        Kills++;
        await EndAsync();
    }

    /// <summary>Ends it as an operator would.</summary>
    public async Task StopAsync()
    {
        current = Unborn();
        await Server.StopAsync();
        await EndAsync();
    }

    public string Said() => server?.Said() ?? "(no server lives)";

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        answers.Dispose();
    }

    private async Task EndAsync()
    {
        wire?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        (server, wire) = (null, null);
    }

    private static TaskCompletionSource<Wire> Unborn() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
