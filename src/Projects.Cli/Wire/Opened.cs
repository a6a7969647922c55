using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>A file of this machine on its way up.</summary>
internal static class Opened
{
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static FileStream Read(string path)
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

    /// <summary>What it is first, then its content. A refusal may come before all is sent; the answer then tells it.</summary>
    public static async Task<IMessage> SendAsync(
        AsyncClientStreamingCall<IMessage, IMessage> call, IMessage head, FileStream file, int chunkBytes, Func<ByteString, IMessage> part, Action<int> sent, CancellationToken stop)
    {
        await SendAsync(call.RequestStream, head, file, chunkBytes, part, sent, stop);
        return await call;
    }

    /// <summary>The same to a call that answers more than once: its answers are read beside it.</summary>
    public static async Task SendAsync(
        IClientStreamWriter<IMessage> requests, IMessage head, FileStream file, int chunkBytes, Func<ByteString, IMessage> part, Action<int> sent, CancellationToken stop)
    {
        try
        {
            await requests.WriteAsync(head, stop);
            var buffer = new byte[chunkBytes];
            for (int read; (read = await file.ReadAtLeastAsync(buffer, chunkBytes, throwOnEndOfStream: false, stop)) > 0;)
            {
                await requests.WriteAsync(part(ByteString.CopyFrom(buffer, 0, read)), stop);
                sent(read);
            }
            await requests.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The answer says why.
        }
    }
}
