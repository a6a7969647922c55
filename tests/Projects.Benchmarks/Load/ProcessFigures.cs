using System.Globalization;

namespace Projects.Benchmarks;

/// <summary>What /proc tells of a process.</summary>
internal static class ProcessFigures
{
    private const int TicksPerSecond = 100;

    /// <summary>Its processor time so far in user and kernel mode, exact to a hundredth of a second.</summary>
    public static TimeSpan Cpu(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        // The second field is the name in brackets and may hold blanks; utime and stime are the 14th and 15th.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((double)(long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>The memory it holds.</summary>
    public static double ResidentMiB(int processId) => StatusMiB(processId, "VmRSS:");

    /// <summary>The most memory it held since <see cref="ForgetPeak"/>.</summary>
    public static double PeakMiB(int processId) => StatusMiB(processId, "VmHWM:");

    public static void ForgetPeak(int processId) => File.WriteAllText($"/proc/{processId}/clear_refs", "5");

    private static double StatusMiB(int processId, string what)
    {
        var said = File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(said.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_024;
    }
}
