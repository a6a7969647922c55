using System.Diagnostics;

namespace Projects.Benchmarks;

/// <summary>What a load came to.</summary>
/// <param name="LatenciesMs">Of every call answered with OK, in ascending order.</param>
/// <param name="FirstFailure">What the first failed call was answered; null when none failed.</param>
/// <param name="Cpu">What the calls cost the process that answered them.</param>
internal sealed record Loaded(double[] LatenciesMs, TimeSpan Took, int Failed, string? FirstFailure, TimeSpan Cpu = default)
{
    public int Calls => LatenciesMs.Length;
    public double PerSecond => Calls / Took.TotalSeconds;
    public double CpuMicrosecondsEach => Cpu.TotalMicroseconds / Calls;

    /// <param name="share">0.5 for the median.</param>
    public double PercentileMs(double share) => LatenciesMs[(int)(share * (Calls - 1))];
}

/// <summary>
/// Loads a gRPC server over raw HTTP/2 with calls made beforehand. .NET's own client costs as much as the server and hides it, and h2load
/// sends one body only, while each of 256 commands in flight has to be another project's. One thread a connection, which waits for nothing else.
/// </summary>
internal static class Http2Load
{
    private const int ConnectionsAtMost = 4;

    /// <summary>Keeps so many calls open until the time is over or there are no more, then waits for the last of them.</summary>
    /// <param name="next">The next call of a slot, 0 to <paramref name="inFlight"/> - 1, whose call before has been answered; null when it has no more.</param>
    public static Loaded Run(Uri address, int inFlight, TimeSpan duration, Func<int, GrpcCall?> next)
    {
        var connections = Math.Min(inFlight, ConnectionsAtMost);
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var running = Enumerable.Range(0, connections)
            .Select(connection => new Http2Connection(address, [.. Enumerable.Range(0, inFlight).Where(slot => slot % connections == connection)], next, until))
            .ToList();
        var threads = running.Select(connection => new Thread(connection.Run) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var took = Stopwatch.GetElapsedTime(began);

        var latencies = running.SelectMany(connection => connection.Latencies).Select(ticks => ticks * 1_000.0 / Stopwatch.Frequency).Order();
        return new Loaded([.. latencies], took, running.Sum(connection => connection.Failed), running.Select(connection => connection.FirstFailure).FirstOrDefault(failure => failure is not null));
    }
}
