namespace Projects.Benchmarks;

/// <summary>One figure, beside what it was measured against in the same run.</summary>
/// <param name="Target">Such as P1.</param>
/// <param name="Database">Where; empty when no database was in play.</param>
/// <param name="Baseline">In the same unit; null when the target is a plain limit.</param>
/// <param name="Wanted">The target in words; empty when the figure is told for its own sake.</param>
/// <param name="Met">Null when nothing was wanted.</param>
internal sealed record Finding(string Target, string Database, string What, double Measured, string Unit, double? Baseline, string Wanted, bool? Met)
{
    public double? Ratio => Measured / Baseline;
}

/// <summary>What a target asks of a figure.</summary>
internal sealed record Wish(string Words, Func<double, double?, bool>? Granted)
{
    public static Wish None { get; } = new("", null);

    public static Wish AtLeastTimes(double times) => new($">= {times:0.##} x", (measured, baseline) => measured >= times * baseline);

    public static Wish AtMostTimes(double times) => new($"<= {times:0.##} x", (measured, baseline) => measured <= times * baseline);

    public static Wish AtMost(double limit, string unit) => new($"<= {limit:0.##} {unit}", (measured, _) => measured <= limit);

    /// <summary>No more than the baseline and so much beyond it.</summary>
    public static Wish AtMostBeyond(double more, string unit) => new($"<= + {more:0.##} {unit}", (measured, baseline) => measured <= baseline + more);
}
