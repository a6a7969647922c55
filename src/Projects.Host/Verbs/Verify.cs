using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Walks every chain of the journal and every evidence file it names (DOMAIN 10.1). Changes nothing; a server may run meanwhile.</summary>
internal static class Verify
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出 · answer in JSON" };

    public static Command Command()
    {
        var command = new Command("verify", "核验日志与佐证 · verify journal and evidence; exit code 3 when something is not as recorded") { Json };
        command.SetAction((parsed, cancellation) => Workbench.BesideAsync(bench => RunAsync(bench, parsed.GetValue(Json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Workbench bench, bool json, CancellationToken cancellation)
    {
        var journal = await bench.Get<JournalVerifier>().VerifyAsync(cancellation);
        var evidence = await bench.Get<EvidenceVerifier>().VerifyAsync(cancellation);
        var sound = journal.Faults.Count == 0 && evidence.Faults.Count == 0;
        if (json)
            Say.Line(JsonSerializer.Serialize(new { Sound = sound, Journal = journal, Evidence = evidence }, Readable));
        else
            Tell(journal, evidence, sound);
        return sound ? ExitCode.Done : ExitCode.Corrupt;
    }

    private static void Tell(Storage.Verification journal, EvidenceVerification evidence, bool sound)
    {
        foreach (var fault in journal.Faults)
            Say.Line($"✗ {fault.Stream} 第{fault.Version}版 · version {fault.Version}: {fault.What}");
        foreach (var fault in evidence.Faults)
            Say.Line($"✗ {fault.Stream} 第{fault.Version}版 · version {fault.Version}: {fault.What}");
        Say.Line(sound
            ? $"核验通过：{journal.Streams}个流、{journal.Events}个事件、{evidence.Files}个佐证文件 · sound: {journal.Streams} streams, {journal.Events} events, {evidence.Files} evidence files"
            : $"核验未通过：{journal.Faults.Count}个流、{evidence.Faults.Count}个佐证文件有误 · not sound: {journal.Faults.Count} streams and {evidence.Faults.Count} evidence files are not as recorded; restore a backup (deploy/README.md)");
    }
}
