using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Projects.Storage;

/// <summary>
/// The chain of digests over a stream: SHA-256 over the digest before and every stored column of the event, each
/// field with its length in front, so that no two different events have the same encoding. Frozen: a change of the
/// encoding would break every journal.
/// </summary>
public static class EventChain
{
    public const int DigestBytes = SHA256.HashSizeInBytes;

    private const int NullLength = -1;

    /// <summary>What the first event of a stream follows: 32 zero bytes.</summary>
    public static byte[] Start => new byte[DigestBytes];

    /// <summary>An instant as the journal keeps it: UTC, whole microseconds, cut and not rounded.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset at)
    {
        var utc = at.UtcTicks;
        return new DateTimeOffset(utc - utc % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    internal static byte[] Digest(ReadOnlySpan<byte> previous, JournalRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(row.Payload.Length + 512);
        buffer.Write(previous);
        Put(buffer, row.Stream);
        Put(buffer, row.Version);
        Put(buffer, row.Name);
        Put(buffer, row.Schema);
        Put(buffer, row.Payload);
        Put(buffer, row.Person);
        Put(buffer, row.Role);
        Put(buffer, row.Unit);
        Put(buffer, row.For);
        Put(buffer, row.ActorKind);
        Put(buffer, row.Effective.DayNumber);
        Put(buffer, (row.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        Put(buffer, row.RequestId);
        Put(buffer, row.RequestSeq);
        Put(buffer, row.ParkVersion);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    private static void Put(ArrayBufferWriter<byte> buffer, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    private static void Put(ArrayBufferWriter<byte> buffer, string? text)
    {
        Put(buffer, text is null ? NullLength : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, buffer);
    }
}
