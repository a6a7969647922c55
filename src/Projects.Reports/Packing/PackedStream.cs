using System.IO.Hashing;

namespace Projects.Reports.Packing;

/// <summary>
/// Packs what is written into it, a block for each piece of a fixed size: the bytes follow from the content alone, however it is cut when it comes. Pieces know
/// nothing of each other, so that every processor may pack one.
/// </summary>
internal sealed class PackedStream(Stream to) : Stream
{
    private const int PieceBytes = 1 << 20;

    /// <summary>Pieces being packed while the next one is written.</summary>
    private static readonly int PiecesAtOnce = Environment.ProcessorCount;

    private readonly Deflate.BitWriter bits = new(to);
    private readonly Crc32 crc = new();
    private readonly Queue<Task<Deflate.Block>> packing = [];
    private byte[] piece = new byte[4096];
    private int held;
    private long length;

    /// <summary>The check of an archive's entry (APPNOTE 4.4.7).</summary>
    public uint Crc => crc.GetCurrentHashAsUInt32();

    /// <summary>Of what was written, before it was packed.</summary>
    public override long Length => length;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        crc.Append(bytes);
        while (!bytes.IsEmpty)
        {
            if (held == PieceBytes)
            {
                Pack(piece);
                (piece, held) = (new byte[PieceBytes], 0);
            }
            var taken = Math.Min(PieceBytes - held, bytes.Length);
            if (piece.Length < held + taken)
                Array.Resize(ref piece, Math.Min(Math.Max(piece.Length * 2, held + taken), PieceBytes));
            bytes[..taken].CopyTo(piece.AsSpan(held));
            held += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Nothing more is written.</summary>
    public void End()
    {
        while (packing.Count > 0)
            TakeFirst();
        bits.Write(Deflate.Block.Of(piece.AsSpan(0, held), isLast: true));
        bits.End();
    }

    private void Pack(byte[] whole)
    {
        packing.Enqueue(Task.Run(() => Deflate.Block.Of(whole, isLast: false)));
        if (packing.Count > PiecesAtOnce)
            TakeFirst();
    }

    // A task nobody has begun yet is done here: waiting takes no other thread.
    private void TakeFirst() => bits.Write(packing.Dequeue().GetAwaiter().GetResult());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Position { get => length; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("What is packed is read by others.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
