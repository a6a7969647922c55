using Projects.Cli.Failures;
using Projects.Cli.Wire;

namespace Projects.Cli.Workbooks;

/// <summary>workbook get, check, import: a unit's workbook out and back.</summary>
internal static class WorkbookVerbs
{
    private const int ChunkBytes = 512 * 1024;

    public static Command Command(GlobalOptions globals) => new("workbook", "收发表：发给单位、核对、收回  Workbooks of units: sent, checked, taken back")
    {
        Get(globals), Check(globals), Import(globals),
    };

    private static Command Get(GlobalOptions globals) => Download.Of(
        "get", new("下载单位的表", "Fetch a unit's workbook"), Method("ExportWorkbook"), globals,
        first => (first as ExportWorkbookResponse)?.File, file => file.FileName, part => ((ExportWorkbookResponse)part).Chunk);

    private static Command Check(GlobalOptions globals) => Returned(globals, "check", "核对，不导入  Say what it would do; nothing is recorded", [], "CheckWorkbook",
        (parent, _) => new CheckWorkbookRequest { Parent = parent }, chunk => new CheckWorkbookRequest { Chunk = chunk });

    private static Command Import(GlobalOptions globals)
    {
        var leaveOut = new Option<bool>("--leave-out-faulty-rows") { Description = "有误的行不导入，其余照办  take the good rows and leave the faulty ones out" };
        return Returned(globals, "import", "导入，一行有误则全不导入  Give its orders; one faulty row, and none is given", [leaveOut], "ImportWorkbook",
            (parent, parsed) => new ImportWorkbookRequest { Import = new WorkbookImport { Parent = parent, LeaveOutFaultyRows = parsed.GetValue(leaveOut) } },
            chunk => new ImportWorkbookRequest { Chunk = chunk });
    }

    private static Command Returned(
        GlobalOptions globals, string name, string description, Option[] options, string method, Func<string, ParseResult, IMessage> head, Func<ByteString, IMessage> part)
    {
        var file = new Argument<string>("FILE");
        var command = new Command(name, description) { file };
        foreach (var option in options)
            command.Add(option);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var parent = new ResourceNames(await run.ParkAsync(stop), null).Expand("projects.v1/Park", null);
            await using var content = Opened.Read(parsed.GetRequiredValue(file));
            using var call = run.Connection.Send(Method(method), stop);
            run.Show(await Opened.SendAsync(call, head(parent, parsed), content, ChunkBytes, part, _ => { }, stop));
        }));
        return command;
    }

    private static MethodDescriptor Method(string name) => WorkbooksReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.ServiceDescriptor>("WorkbookService").FindMethodByName(name);
}
