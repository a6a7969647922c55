using Projects.Tests;

namespace Projects.Benchmarks;

/// <summary>A process that answers gRPC and is loaded.</summary>
/// <param name="said">What it has written so far, to be told when a call fails.</param>
internal sealed class Subject(Uri address, int processId, Func<string> said)
{
    private const int LastLetters = 4_000;
    private static readonly TimeSpan WarmUpAtMost = TimeSpan.FromSeconds(60);

    public Uri Address => address;
    public int ProcessId => processId;

    public static Subject Of(RunningServer server) => new(server.Grpc, server.ProcessId, server.Said);

    /// <summary>So many calls, until its code is compiled as it stays: by count, as a busy machine would end a warm-up by time too early.</summary>
    public void WarmUp(int inFlight, int calls, Func<int, GrpcCall?> next) => Load(inFlight, WarmUpAtMost, AtMost(calls, next));

    /// <inheritdoc cref="Http2Load.Run"/>
    /// <returns>Also what each call cost the process.</returns>
    public Loaded Load(int inFlight, TimeSpan duration, Func<int, GrpcCall?> next)
    {
        var before = ProcessFigures.Cpu(processId);
        var loaded = Http2Load.Run(address, inFlight, duration, next);
        if (loaded is { Failed: 0, Calls: > 0 })
            return loaded with { Cpu = ProcessFigures.Cpu(processId) - before };
        var heard = said();
        throw new InvalidOperationException($"{loaded.Failed} calls failed, {loaded.Calls} were answered. The first failure: {loaded.FirstFailure}\n{heard[Math.Max(0, heard.Length - LastLetters)..]}");
    }

    /// <summary>No more than so many of the calls.</summary>
    public static Func<int, GrpcCall?> AtMost(int calls, Func<int, GrpcCall?> next)
    {
        var left = calls;
        return slot => Interlocked.Decrement(ref left) < 0 ? null : next(slot);
    }
}
