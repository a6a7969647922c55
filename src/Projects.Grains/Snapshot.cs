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

    /// <summary>A snapshot is written every so many events.</summary>
    public const int EveryEvents = 500;

    /// <summary>Fewer events than this are replayed quicker than a snapshot is written.</summary>
    public const int WorthKeepingEvents = 50;

    /// <summary>Raised whenever the shape or the meaning of the state changes: older snapshots are then passed over.</summary>
    private const int Present = 3;

    public int Schema { get; set; }
    public long Version { get; set; }
    public byte[] Hash { get; set; } = [];
    public byte[] Json { get; set; } = [];

    public Head Head => new(Version, Hash);

    public static Snapshot Of<TState>(TState state, Head at) =>
        new() { Schema = Present, Version = at.Version, Hash = at.Hash, Json = JsonSerializer.SerializeToUtf8Bytes(state, DomainJson.Options) };

    /// <summary>The state kept; null when there is none or this program does not know its schema.</summary>
    public TState? Open<TState>() where TState : class =>
        Schema == Present && Version > 0 ? JsonSerializer.Deserialize<TState>(Json, DomainJson.Options) : null;
}
