using System.CommandLine;
using Projects.Host.Samples;
using Projects.Host.Settings;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Takes a backup; the server may go on meanwhile.</summary>
internal static class TakeBackup
{
    private static readonly Argument<DirectoryInfo> Target = new("TARGET") { Description = "空的或不存在的目录 · a folder that is empty or not there yet" };

    public static Command Command()
    {
        var command = new Command("backup", "备份数据库与佐证，服务可继续运行 · back up database and evidence; the server may run meanwhile") { Target };
        command.SetAction((parsed, cancellation) => Workbench.BesideAsync(bench => RunAsync(bench, parsed.GetRequiredValue(Target).FullName, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Workbench bench, string target, CancellationToken cancellation)
    {
        // It holds what the database holds, digests of passwords among it.
        DataFolder.Make(target);
        var manifest = await bench.Get<Backup>().TakeAsync(target, cancellation);
        SampleClock.Copy(bench.Settings.DataPath, target);
        Say.Line($"已备份到 {target}：{manifest.Heads.Count}个流、{manifest.Files.Count}个文件 · backed up to {target}: {manifest.Heads.Count} streams, {manifest.Files.Count} files");
        return ExitCode.Done;
    }
}
