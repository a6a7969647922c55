using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Projects.Storage;

/// <summary>How long the database takes over reads of ledger and journal, under the meter <see cref="Name"/>: what a page or a call spends in SQL is their sum.</summary>
public static class ReadMeter
{
    public const string Name = "Projects.Reads";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("projects.read.duration", "s", "Time one read waited for the database.");

    internal static void Took(long stopwatchTicks) => Duration.Record((double)stopwatchTicks / Stopwatch.Frequency);
}
