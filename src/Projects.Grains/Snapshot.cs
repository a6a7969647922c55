using System.Text.Json;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// A project's state at a version, kept so that waking replays only the tail. Disposable: without it, or with one written by another
/// schema of the state, the journal is replayed from its first event. Written as <see cref="SnapshotSerializer"/> says.
/// </summary>
internal sealed class Snapshot
{
    /// <summary>The name of the grain storage that keeps snapshots.</summary>
    public const string Storage = "snapshots";

    /// <summary>A snapshot is written every so many events, or more where it is heavy.</summary>
    private const int EveryEvents = 500;

    /// <summary>
    /// To replay an event costs about as much as to read so many bytes of a snapshot: with these between two of them, what waking replays costs no more
    /// than what it reads, and a project of many thousand issues is not written out whole time and again while they come in.
    /// </summary>
    private const int BytesAnEvent = 4096;

    /// <summary>Mark, digest, schema, version, hash: <see cref="SnapshotSerializer"/>.</summary>
    public const int HeadBytes = 4 + 32 + 4 + 8 + 32;

    /// <summary>Fewer events than this are replayed quicker than a snapshot is written.</summary>
    public const int WorthKeepingEvents = 50;

    /// <summary>Raised whenever the shape or the meaning of the state changes: older snapshots are then passed over.</summary>
    private const int Present = 3;

    public int Schema { get; set; }
    public long Version { get; set; }
    public byte[] Hash { get; set; } = [];

    /// <summary>The state's JSON as it lies in the storage: behind room for a head of <see cref="HeadBytes"/>. Empty once it is written or opened.</summary>
    public Memory<byte> Laid { get; set; }

    /// <summary>Of its JSON, also when that is held no longer.</summary>
    public int WeightBytes { get; init; }

    public Head Head => new(Version, Hash);

    /// <summary>Whether the next one is due when the project is at this version.</summary>
    public bool IsDueAt(long version) => version - Version >= Math.Max(EveryEvents, WeightBytes / BytesAnEvent);

    /// <summary>Once written or opened, the state itself is held twice no longer.</summary>
    public void Lighten() => Laid = default;

    /// <param name="likeBytes">How heavy the last one was: the room is taken at once, and the state of many thousand issues is not held several times over.</param>
    public static Snapshot Of<TState>(TState state, Head at, int likeBytes = 0)
    {
        using var laid = new MemoryStream(HeadBytes + likeBytes + likeBytes / 8);
        laid.SetLength(HeadBytes);
        laid.Position = HeadBytes;
        JsonSerializer.Serialize(laid, state, DomainJson.Options);
        return new() { Schema = Present, Version = at.Version, Hash = at.Hash, Laid = laid.GetBuffer().AsMemory(0, (int)laid.Length), WeightBytes = (int)laid.Length - HeadBytes };
    }

    /// <summary>The state kept; null when there is none or this program does not know its schema.</summary>
    public TState? Open<TState>() where TState : class =>
        Schema == Present && Version > 0 && !Laid.IsEmpty ? JsonSerializer.Deserialize<TState>(Laid.Span[HeadBytes..], DomainJson.Options) : null;
}
