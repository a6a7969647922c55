using Projects.Cli.Wire;
using Spectre.Console;

namespace Projects.Cli.Imports;

/// <summary>import FILE, import kinds, import template: tables people have already.</summary>
internal static class ImportVerbs
{
    private const int ChunkBytes = 512 * 1024;

    public static Command Command(GlobalOptions globals)
    {
        var file = new Argument<string>("FILE") { Description = "xlsx 或 CSV  the table, xlsx or CSV" };
        var kind = new Option<string>("--kind", "-k") { Description = "表的种类，见 import kinds  the kind of table, as import kinds names it", Required = true };
        var project = new Option<string?>("--project", "-p") { Description = "清单所在项目  the project of the list (PROJECTS_PROJECT)" };
        var list = new Option<string?>("--list") { Description = "台账归入的清单  the list a ledger comes to stand in" };
        var document = new Option<string?>("--document") { Description = "台账名称，含日期或文号  what the ledger is called, with date or number" };
        var apply = new Option<bool>("--apply") { Description = "导入；不加则只核对  take it; without, nothing is recorded and what would be is said" };
        var leaveOut = new Option<bool>("--leave-out-faulty-rows") { Description = "有误的行不导入，其余照办  take the good rows and leave the faulty ones out" };
        var command = new Command("import", "导入既有表格：先核对，再导入  Import tables: checked first, then taken")
        {
            file, kind, project, list, document, apply, leaveOut,
            Verb.Of("kinds", new("可导入的表及其各栏", "The kinds of tables and their columns"), Method("ListImportKinds"), globals),
            Template(globals),
        };
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var names = new ResourceNames(await run.ParkAsync(stop), parsed.GetValue(project) ?? run.Terminal.Setting("PROJECTS_PROJECT"));
            var settings = new ImportSettings
            {
                Parent = names.Expand("projects.v1/Park", null), Kind = parsed.GetRequiredValue(kind), Document = parsed.GetValue(document) ?? "",
                List = parsed.GetValue(list) is { } code ? names.Expand("projects.v1/IssueList", code) : "", Apply = parsed.GetValue(apply), LeaveOutFaultyRows = parsed.GetValue(leaveOut),
            };
            await using var content = Opened.Read(parsed.GetRequiredValue(file));
            run.Show(await SendAsync(run, settings, content, stop));
        }));
        return command;
    }

    private static Command Template(GlobalOptions globals) => Download.Of(
        "template", new("下载空表", "Fetch the empty table of a kind"), Method("ExportImportTemplate"), globals,
        first => (first as ExportImportTemplateResponse)?.File, file => file.FileName, part => ((ExportImportTemplateResponse)part).Chunk);

    private static async Task<ImportResult> SendAsync(Run run, ImportSettings settings, FileStream content, CancellationToken stop)
    {
        if (!run.Terminal.IsScreen || run.Json)
            return await SendAsync(run, settings, content, _ => { }, stop);
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(run.Terminal.Error) });
        return await screen.Progress().StartAsync(async progress =>
        {
            var (asking, giving) = (progress.AddTask(new Said("核对", "Checking").In(run.Language)), settings.Apply ? progress.AddTask(new Said("导入", "Taking").In(run.Language)) : null);
            return await SendAsync(run, settings, content, step =>
            {
                var bar = step.Applying ? giving! : asking;
                (bar.MaxValue, bar.Value) = (Math.Max(step.RowCount, 1), step.DoneCount);
            }, stop);
        });
    }

    private static async Task<ImportResult> SendAsync(Run run, ImportSettings settings, FileStream content, Action<ImportProgress> told, CancellationToken stop)
    {
        using var call = run.Connection.Exchange(Method("ImportSheet"), stop);
        var sending = Opened.SendAsync(call.RequestStream, new ImportSheetRequest { Settings = settings }, content, ChunkBytes, chunk => new ImportSheetRequest { Chunk = chunk }, _ => { }, stop);
        ImportResult? result = null;
        while (await call.ResponseStream.MoveNext(stop))
        {
            var answer = (ImportSheetResponse)call.ResponseStream.Current;
            result = answer.Result ?? result;
            if (answer.Progress is { } step)
                told(step);
        }
        await sending;
        return result ?? throw new InvalidDataException("The server ended without a result.");
    }

    private static MethodDescriptor Method(string name) => ImportsReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.ServiceDescriptor>("ImportService").FindMethodByName(name);
}
