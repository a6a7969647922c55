using System.CommandLine;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Brings the schema up to date without serving, such as before processes of a new version start side by side.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "更新数据库结构 · bring the schema up to date; serve does it by itself");
        command.SetAction((_, cancellation) => Workbench.AloneAsync(bench => RunAsync(bench, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Workbench bench, CancellationToken cancellation)
    {
        var applied = await bench.Get<SchemaMigrator>().ApplyAsync(cancellation);
        Say.Line(applied == 0
            ? "结构已是最新 · the schema is up to date; nothing was done"
            : $"已执行{applied}步，结构已是最新 · {applied} steps applied; the schema is up to date");
        return ExitCode.Done;
    }
}
