namespace Projects.Reports.Packing;

/// <summary>Packs what is written into it, a block for each piece of a fixed size: the bytes follow from the content alone, however it is cut when it comes.</summary>
internal sealed class PackedStream(Stream to) : Stream
{
    private const int PieceBytes = 1 << 20;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    private readonly Deflate.BitWriter bits = new(to);
    private byte[] piece = new byte[4096];
    private int held;
    private long length;
    private uint crc = uint.MaxValue;

    public uint Crc => ~crc;

    /// <summary>Of what was written, before it was packed.</summary>
    public override long Length => length;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        foreach (var each in bytes)
            crc = CrcTable[(byte)(crc ^ each)] ^ crc >> 8;
        while (!bytes.IsEmpty)
        {
            if (held == PieceBytes)
            {
                Deflate.WriteBlock(bits, piece, isLast: false);
                held = 0;
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
        Deflate.WriteBlock(bits, piece.AsSpan(0, held), isLast: true);
        bits.End();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Position { get => length; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("What is packed is read by others.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        return crc;
    }
}
