using Google.Protobuf;
using Grpc.Core;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>A sheet over gRPC, in chunks.</summary>
internal static class SheetChunks
{
    private const int ChunkBytes = 256 << 10;

    /// <summary>The chunks that are left of a stream, as one content.</summary>
    /// <exception cref="TableFileException">It is larger than is taken.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync<TRequest>(IAsyncStreamReader<TRequest> requests, Func<TRequest, ByteString> chunk, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        while (await requests.MoveNext(stop))
        {
            if (bytes.Length > TableFile.BytesAtMost)
                throw TableFileException.TooLarge();
            chunk(requests.Current).WriteTo(bytes);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    public static async Task WriteAsync<TResponse>(IServerStreamWriter<TResponse> responses, ReadOnlyMemory<byte> content, Func<ByteString, TResponse> chunk, CancellationToken stop)
    {
        for (var at = 0; at < content.Length; at += ChunkBytes)
            await responses.WriteAsync(chunk(ByteString.CopyFrom(content.Span.Slice(at, Math.Min(ChunkBytes, content.Length - at)))), stop);
    }
}
