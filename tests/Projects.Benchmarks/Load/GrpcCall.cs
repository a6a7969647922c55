using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Projects.Benchmarks;

/// <summary>
/// A unary gRPC call as the bytes of its two HTTP/2 frames, made once and sent as often as wanted: only the stream's number is filled in.
/// Header fields stand as literals, as .NET's own client writes them.
/// </summary>
internal sealed class GrpcCall
{
    private const int FrameHead = 9;
    private const int MessageHead = 5;
    private const byte Headers = 1;
    private const byte Data = 0;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;

    private readonly byte[] frames;
    private readonly int dataAt;

    private GrpcCall(byte[] frames, int dataAt) => (this.frames, this.dataAt) = (frames, dataAt);

    public int Length => frames.Length;

    /// <param name="token">The bearer token; null for a server that asks for none.</param>
    public static GrpcCall Of(Uri address, string method, string? token, IMessage message)
    {
        var block = new List<byte> { 0x83, 0x86 };
        Literal(block, nameIndex: 4, method);
        Literal(block, nameIndex: 1, address.Authority);
        Literal(block, nameIndex: 31, "application/grpc");
        Literal(block, nameIndex: 0, "trailers", name: "te");
        if (token is not null)
            Literal(block, nameIndex: 23, $"Bearer {token}");

        var body = message.ToByteArray();
        var dataAt = FrameHead + block.Count;
        var frames = new byte[dataAt + FrameHead + MessageHead + body.Length];
        Head(frames, block.Count, Headers, EndHeaders);
        block.CopyTo(frames, FrameHead);
        Head(frames.AsSpan(dataAt), MessageHead + body.Length, Data, EndStream);
        BinaryPrimitives.WriteInt32BigEndian(frames.AsSpan(dataAt + FrameHead + 1), body.Length);
        body.CopyTo(frames, dataAt + FrameHead + MessageHead);
        return new GrpcCall(frames, dataAt);
    }

    /// <summary>Writes the call as the given stream.</summary>
    public void CopyTo(Span<byte> room, int stream)
    {
        frames.CopyTo(room);
        BinaryPrimitives.WriteInt32BigEndian(room[5..], stream);
        BinaryPrimitives.WriteInt32BigEndian(room[(dataAt + 5)..], stream);
    }

    private static void Head(Span<byte> frame, int length, byte type, byte flags)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, length << 8);
        (frame[3], frame[4]) = (type, flags);
    }

    /// <summary>A literal header field without indexing (RFC 7541, 6.2.2), no Huffman code; the name by its place in the static table, 0 when spelled out.</summary>
    private static void Literal(List<byte> block, int nameIndex, string value, string name = "")
    {
        Integer(block, nameIndex, prefixBits: 4);
        if (nameIndex == 0)
            Text(block, name);
        Text(block, value);
    }

    private static void Text(List<byte> block, string text)
    {
        Integer(block, text.Length, prefixBits: 7);
        block.AddRange(Encoding.ASCII.GetBytes(text));
    }

    private static void Integer(List<byte> block, int value, int prefixBits)
    {
        var most = (1 << prefixBits) - 1;
        if (value < most)
        {
            block.Add((byte)value);
            return;
        }
        block.Add((byte)most);
        for (value -= most; value >= 128; value >>= 7)
            block.Add((byte)(value & 127 | 128));
        block.Add((byte)value);
    }
}
