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
        await using var file = Open(path);
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

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new($"不能读取文件 {path}。", $"The file {path} cannot be read."));
        }
    }

    /// <summary>A refusal may come before all is sent; the answer then tells it.</summary>
    private static async Task<V1.Evidence> SendAsync(
        AsyncClientStreamingCall<IMessage, IMessage> call, EvidenceMetadata metadata, FileStream file, Action<int> sent, CancellationToken stop)
    {
        try
        {
            await call.RequestStream.WriteAsync(new UploadEvidenceRequest { Metadata = metadata }, stop);
            var buffer = new byte[ChunkBytes];
            for (int read; (read = await file.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, stop)) > 0;)
            {
                await call.RequestStream.WriteAsync(new UploadEvidenceRequest { Chunk = ByteString.CopyFrom(buffer, 0, read) }, stop);
                sent(read);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return (V1.Evidence)await call;
        }
        return (V1.Evidence)await call;
    }
}
