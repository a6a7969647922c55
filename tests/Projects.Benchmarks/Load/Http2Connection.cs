using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Projects.Benchmarks;

/// <summary>
/// One connection of a load: sends the next call of a slot as soon as the one before is answered, and looks at nothing of an answer but its
/// grpc-status. The settings forbid the peer a header table, so that the trailers stand there in plain letters.
/// </summary>
internal sealed class Http2Connection(Uri address, int[] slots, Func<int, GrpcCall?> next, long until)
{
    private const int FrameHead = 9;
    private const int WindowRefill = 1 << 30;

    private readonly Dictionary<int, (int Slot, long Sent)> open = [];
    private readonly byte[] received = new byte[256 << 10];
    private byte[] sending = new byte[64 << 10];
    private int toSend;
    private int lastStream = -1;
    private int windowUsed;

    /// <summary>In ticks of <see cref="Stopwatch"/>.</summary>
    public List<long> Latencies { get; } = new(1 << 16);

    public int Failed { get; private set; }
    public string? FirstFailure { get; private set; }

    public void Run()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(address.Host, address.Port);
            Greet();
            foreach (var slot in slots)
                Send(slot);
            Exchange(socket);
        }
        catch (Exception lost) when (lost is SocketException or IOException)
        {
            Fail(lost.Message);
        }
    }

    private void Exchange(Socket socket)
    {
        var held = 0;
        Flush(socket);
        while (open.Count > 0)
        {
            var count = socket.Receive(received.AsSpan(held));
            if (count == 0)
                throw new IOException("The server closed the connection.");
            held += count;
            var taken = TakeFrames(received.AsSpan(0, held));
            received.AsSpan(taken, held - taken).CopyTo(received);
            held -= taken;
            Flush(socket);
        }
    }

    /// <returns>The length of the frames that were there whole.</returns>
    private int TakeFrames(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes.Length - at >= FrameHead)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]) >>> 8;
            if (bytes.Length - at - FrameHead < length)
                break;
            var stream = BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 5)..]) & int.MaxValue;
            Take(type: bytes[at + 3], flags: bytes[at + 4], stream, bytes.Slice(at + FrameHead, length));
            at += FrameHead + length;
        }
        return at;
    }

    private void Take(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        switch ((Frame)type)
        {
            case Frame.Data:
                Credit(payload.Length);
                break;
            case Frame.Headers when (flags & 1) != 0:
                Answered(stream, payload);
                break;
            case Frame.Settings when (flags & 1) == 0:
                Put(Frame.Settings, 1, 0, []);
                break;
            case Frame.Ping when (flags & 1) == 0:
                Put(Frame.Ping, 1, 0, payload);
                break;
            case Frame.Reset when open.Remove(stream):
                Fail("The stream was reset.");
                break;
            case Frame.GoAway:
                throw new IOException("The server sent GOAWAY.");
        }
    }

    private void Answered(int stream, ReadOnlySpan<byte> trailers)
    {
        if (!open.Remove(stream, out var call))
            return;
        if (trailers.IndexOf("grpc-status\u00010"u8) >= 0)
            Latencies.Add(Stopwatch.GetTimestamp() - call.Sent);
        else
            Fail(Encoding.UTF8.GetString(trailers));
        if (Stopwatch.GetTimestamp() < until)
            Send(call.Slot);
    }

    private void Send(int slot)
    {
        if (next(slot) is not { } call)
            return;
        call.CopyTo(Room(call.Length), lastStream += 2);
        open.Add(lastStream, (slot, Stopwatch.GetTimestamp()));
    }

    private void Greet()
    {
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.CopyTo(Room(24));
        // HEADER_TABLE_SIZE 0, ENABLE_PUSH 0, INITIAL_WINDOW_SIZE as large as may be.
        Put(Frame.Settings, 0, 0, [0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0x7f, 0xff, 0xff, 0xff]);
        Put(Frame.WindowUpdate, 0, 0, [0x7f, 0xff, 0, 0]);
    }

    private void Credit(int bytes)
    {
        windowUsed += bytes;
        if (windowUsed < WindowRefill)
            return;
        Span<byte> increment = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, windowUsed);
        Put(Frame.WindowUpdate, 0, 0, increment);
        windowUsed = 0;
    }

    private void Put(Frame type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var room = Room(FrameHead + payload.Length);
        BinaryPrimitives.WriteInt32BigEndian(room, payload.Length << 8);
        (room[3], room[4]) = ((byte)type, flags);
        BinaryPrimitives.WriteInt32BigEndian(room[5..], stream);
        payload.CopyTo(room[FrameHead..]);
    }

    private Span<byte> Room(int length)
    {
        if (toSend + length > sending.Length)
            Array.Resize(ref sending, Math.Max(sending.Length * 2, toSend + length));
        toSend += length;
        return sending.AsSpan(toSend - length, length);
    }

    private void Flush(Socket socket)
    {
        for (var sent = 0; sent < toSend;)
            sent += socket.Send(sending.AsSpan(sent, toSend - sent));
        toSend = 0;
    }

    private void Fail(string what)
    {
        Failed++;
        FirstFailure ??= what;
    }

    private enum Frame : byte
    {
        Data = 0,
        Headers = 1,
        Reset = 3,
        Settings = 4,
        Ping = 6,
        GoAway = 7,
        WindowUpdate = 8,
    }
}
