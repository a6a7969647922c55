using System.Buffers.Binary;
using System.Security.Cryptography;
using Orleans.Storage;

namespace Projects.Grains;

/// <summary>
/// How a snapshot lies in the grain storage: a fixed head, a digest over all that follows it, then the state's JSON as it is.
/// One that cannot be read back whole is no snapshot: the project wakes from its journal instead of not at all.
/// </summary>
internal sealed class SnapshotSerializer : IGrainStorageSerializer
{
    private const uint Magic = 0x50534E31;
    private const int DigestAt = 4;
    private const int SchemaAt = DigestAt + SHA256.HashSizeInBytes;
    private const int VersionAt = SchemaAt + 4;
    private const int HashAt = VersionAt + 8;
    private const int JsonAt = Snapshot.HeadBytes;

    public BinaryData Serialize<T>(T? input)
    {
        var snapshot = input as Snapshot ?? throw new NotSupportedException($"This storage keeps snapshots, not {typeof(T).Name}.");
        var bytes = snapshot.Laid.Span;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SchemaAt..], snapshot.Schema);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[VersionAt..], snapshot.Version);
        snapshot.Hash.CopyTo(bytes[HashAt..]);
        SHA256.HashData(bytes[SchemaAt..], bytes[DigestAt..]);
        return BinaryData.FromBytes(snapshot.Laid);
    }

    public T Deserialize<T>(BinaryData input) => (T)(object)Read(input.ToMemory().Span);

    private static Snapshot Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < JsonAt || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            return new Snapshot();
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[SchemaAt..], digest);
        if (!digest.SequenceEqual(bytes[DigestAt..SchemaAt]))
            return new Snapshot();
        return new Snapshot
        {
            Schema = BinaryPrimitives.ReadInt32LittleEndian(bytes[SchemaAt..]),
            Version = BinaryPrimitives.ReadInt64LittleEndian(bytes[VersionAt..]),
            Hash = bytes[HashAt..JsonAt].ToArray(),
            Laid = bytes.ToArray(),
            WeightBytes = bytes.Length - JsonAt,
        };
    }
}
