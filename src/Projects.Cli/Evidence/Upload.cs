using System.Security.Cryptography;
using Projects.Cli.Failures;
using Projects.Cli.Wire;
using Spectre.Console;

namespace Projects.Cli.Evidence;

/// <summary>A file on its way up: its digest first, so that a file damaged on the way is refused, then its content.</summary>
internal static class Upload
{
    private const int ChunkBytes = 512 * 1024;

    public static MethodDescriptor Method(string name) => EvidenceReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.ServiceDescriptor>("EvidenceService").FindMethodByName(name);

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<V1.Evidence> SendAsync(string path, ResourceNames names, Run run, CancellationToken stop)
    {
        await using var file = Opened.Read(path);
        var metadata = new EvidenceMetadata
        {
            Parent = names.Expand("projects.v1/Park", null),
            FileName = Path.GetFileName(path),
            Digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)),
        };
        file.Position = 0;
        using var call = run.Connection.Send(Method("UploadEvidence"), stop);
        if (!run.Terminal.IsScreen || run.Json)
            return await SendAsync(call, metadata, file, _ => { }, stop);
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(run.Terminal.Error) });
        return await screen.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(metadata.FileName), maxValue: Math.Max(file.Length, 1));
            return await SendAsync(call, metadata, file, bytes => bar.Increment(bytes), stop);
        });
    }

    private static async Task<V1.Evidence> SendAsync(
        AsyncClientStreamingCall<IMessage, IMessage> call, EvidenceMetadata metadata, FileStream file, Action<int> sent, CancellationToken stop) =>
        (V1.Evidence)await Opened.SendAsync(call, new UploadEvidenceRequest { Metadata = metadata }, file, ChunkBytes, chunk => new UploadEvidenceRequest { Chunk = chunk }, sent, stop);
}
