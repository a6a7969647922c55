using System.Diagnostics.Metrics;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>What reads in this process wait for the database, added up from <see cref="ReadMeter"/>.</summary>
internal sealed class SqlWatch : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private double seconds;
    private int reads;

    public SqlWatch()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == ReadMeter.Name)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, took, _, _) =>
        {
            lock (gate)
                (seconds, reads) = (seconds + took, reads + 1);
        });
        listener.Start();
    }

    /// <summary>The median of the time in SQL of something's runs, and how many reads one run makes; as many again go before it to warm up.</summary>
    public async Task<(double MedianMs, int Reads)> MeasureAsync(int runs, Func<Task> something)
    {
        var took = new double[runs];
        for (var i = -runs; i < runs; i++)
        {
            lock (gate)
                (seconds, reads) = (0, 0);
            await something();
            if (i >= 0)
                took[i] = seconds * 1_000;
        }
        return (took.Order().ElementAt(runs / 2), reads);
    }

    public void Dispose() => listener.Dispose();
}
