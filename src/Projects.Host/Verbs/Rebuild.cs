using System.CommandLine;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Makes the ledger anew from the journal and compares; with <c>--replace</c> it keeps the new one.</summary>
internal static class Rebuild
{
    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "以重建结果替换台账（须先停止服务） · keep the ledger made anew; the server must be stopped",
    };

    public static Command Command()
    {
        var command = new Command("rebuild", "由日志重建台账并比对 · make the ledger anew from the journal and compare; exit code 4 when they differ") { Replace };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Replace)
            ? Workbench.AloneAsync(bench => RunAsync(bench, replace: true, cancellation))
            : Workbench.BesideAsync(bench => RunAsync(bench, replace: false, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Workbench bench, bool replace, CancellationToken cancellation)
    {
        var tables = await bench.Get<LedgerRebuilder>().RebuildAsync(replace, cancellation);
        foreach (var table in tables)
            Say.Line($"{(table.Same ? "=" : "≠")} {table.Table}: {table.RowsBefore} → {table.RowsAfter}");
        if (tables.All(table => table.Same))
        {
            Say.Line("台账与日志一致 · the ledger is what the journal says");
            return ExitCode.Done;
        }
        Say.Line(replace
            ? "台账已替换为重建结果 · the ledger was replaced by what the journal says"
            : "台账与日志不一致；停止服务后执行 rebuild --replace · the ledger is not what the journal says; stop the server and run rebuild --replace");
        return replace ? ExitCode.Done : ExitCode.Differs;
    }
}
