using Grpc.Core;

namespace Projects.Host.Gateway;

/// <summary>The chunks of an upload as one stream to read; nothing is kept but the chunk in hand.</summary>
internal sealed class ChunkStream(IAsyncStreamReader<V1.UploadEvidenceRequest> requests) : Stream
{
    private ReadOnlyMemory<byte> rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (rest.IsEmpty)
        {
            if (!await requests.MoveNext(cancellationToken))
                return 0;
            rest = requests.Current.Chunk.Memory;
        }
        var taken = Math.Min(buffer.Length, rest.Length);
        rest[..taken].CopyTo(buffer);
        rest = rest[taken..];
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An upload is read asynchronously.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
