using Projects.Cli.Failures;
using Projects.Cli.Wire;

namespace Projects.Cli.Ledger;

/// <summary>ledger --xlsx FILE | --csv FILE: a view of the ledger as a file.</summary>
internal static class LedgerVerbs
{
    public static Command Command(GlobalOptions globals)
    {
        var method = ContractVerbs.Method("LedgerService", "ExportLedger");
        var (command, requestAsync) = Verb.Parts("ledger", new("导出台账", "Export the ledger"), method, globals);
        // The two options below say the format by its file.
        command.Options.Remove(command.Options.Single(option => option.Name == "--format"));
        var (xlsx, csv) = (Target("--xlsx", "Excel 工作簿  a workbook"), Target("--csv", "CSV（UTF-8）  CSV in UTF-8"));
        command.Add(xlsx);
        command.Add(csv);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var request = (ExportLedgerRequest)await requestAsync(parsed, run, stop);
            (request.Format, var path) = (parsed.GetValue(xlsx), parsed.GetValue(csv)) switch
            {
                ({ } book, null) => (LedgerFormat.Xlsx, book),
                (null, { } text) => (LedgerFormat.Csv, text),
                _ => throw new UsageException(new("请给出 --xlsx 文件 或 --csv 文件之一。", "Give one of --xlsx FILE and --csv FILE.")),
            };
            using var call = run.Connection.Stream(method, request, stop);
            var known = await Download.HeadAsync(call, first => (first as ExportLedgerResponse)?.File, stop);
            await Download.SaveAsync(call, path, request.Format is LedgerFormat.Xlsx ? xlsx.Name : csv.Name, part => ((ExportLedgerResponse)part).Chunk, stop);
            run.Show(known);
        }));
        return command;
    }

    private static Option<string?> Target(string name, string description) => new(name) { Description = $"{description}；已存在则拒绝  refused when it exists", HelpName = "FILE" };
}
