using System.Diagnostics;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>One run of the program: what it measures on, and what it has found.</summary>
internal sealed class Bench(DatabaseProvider provider, Action<Finding> found) : IAsyncDisposable
{
    private const int Million = 1_000_000;
    private Town? million;

    public DatabaseProvider Provider => provider;

    /// <summary>A park of 1,000,000 issues, made once for all targets that look at one.</summary>
    public async Task<Town> MillionAsync()
    {
        if (million is not null)
            return million;
        Say($"a ledger of {Million:#,0} issues");
        million = await Town.OnAsync(await Ground.OnAsync(provider));
        await new Books(million).FillAsync(Million);
        return million;
    }

    /// <summary>Says on standard error what is going on.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"  … {what}");

    public void Find(string target, string what, double measured, string unit, double? baseline, Wish wish) =>
        found(new Finding(target, provider.ToString(), what, measured, unit, baseline, wish.Words, wish.Granted?.Invoke(measured, baseline)));

    /// <summary>The median of so many runs of something, in milliseconds; as many again went before it to warm up.</summary>
    public static async Task<double> MedianMsAsync(int runs, Func<Task> something)
    {
        var took = new double[runs];
        for (var i = -runs; i < runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await something();
            if (i >= 0)
                took[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        return took.Order().ElementAt(runs / 2);
    }

    public ValueTask DisposeAsync() => million?.Ground.DisposeAsync() ?? ValueTask.CompletedTask;
}
