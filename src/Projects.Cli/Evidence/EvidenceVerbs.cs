using Projects.Cli.Wire;

namespace Projects.Cli.Evidence;

/// <summary>evidence put, get, show.</summary>
internal static class EvidenceVerbs
{
    public static Command Command(GlobalOptions globals) => new("evidence", "佐证文件  Evidence files")
    {
        Put(globals),
        Get(globals),
        Verb.Of("show", new("查看一份文件的登记", "What is known of a file"), Upload.Method("GetEvidence"), globals),
    };

    private static Command Put(GlobalOptions globals)
    {
        var file = new Argument<string>("FILE");
        var command = new Command("put", "上传  Store a file; prints its name") { file };
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var names = new ResourceNames(await run.ParkAsync(stop), null);
            run.Show(await Upload.SendAsync(parsed.GetRequiredValue(file), names, run, stop));
        }));
        return command;
    }

    private static Command Get(GlobalOptions globals) => Download.Of(
        "get", new("下载", "Fetch a file"), Upload.Method("DownloadEvidence"), globals,
        first => (first as DownloadEvidenceResponse)?.Evidence, file => file.FileName, part => ((DownloadEvidenceResponse)part).Chunk);
}
