using Projects.Host.Settings;

namespace Projects.Host.Verbs;

/// <summary>What a verb tells the person who ran it; logs go elsewhere.</summary>
internal static class Say
{
    public static void Line(string text) => Console.Out.WriteLine(text);

    public static string InUse(HostSettings settings) =>
        $"数据目录正被另一进程使用 · the data folder {settings.DataPath} is in use by another process; stop it or set Projects__DataDirectory.";

    /// <summary>Says what is wrong, one line each, and gives <see cref="ExitCode.Failed"/>.</summary>
    public static int Fail(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        return ExitCode.Failed;
    }
}
