using System.CommandLine;
using Projects.Host.Samples;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Puts a backup where nothing is yet, and verifies what came of it.</summary>
internal static class RestoreBackup
{
    private static readonly Argument<DirectoryInfo> Source = new("SOURCE") { Description = "备份目录 · the folder of a backup" };

    public static Command Command()
    {
        var command = new Command("restore", "恢复备份到空的数据库和数据目录 · restore a backup into an empty database and data folder, and verify it") { Source };
        command.SetAction((parsed, cancellation) => Workbench.AloneAsync(bench => RunAsync(bench, parsed.GetRequiredValue(Source).FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Workbench bench, string source, CancellationToken cancellation)
    {
        var journal = await bench.Get<Restore>().RestoreAsync(source, cancellation);
        SampleClock.Copy(source, bench.Settings.DataPath);
        var evidence = await bench.Get<EvidenceVerifier>().VerifyAsync(cancellation);
        foreach (var fault in evidence.Faults)
            Say.Line($"✗ {fault.Stream} 第{fault.Version}版 · version {fault.Version}: {fault.What}");
        if (evidence.Faults.Count > 0)
            return ExitCode.Corrupt;
        Say.Line($"已恢复并核验：{journal.Streams}个流、{journal.Events}个事件、{evidence.Files}个佐证文件 · restored and verified: {journal.Streams} streams, {journal.Events} events, {evidence.Files} evidence files");
        return ExitCode.Done;
    }
}
