namespace Projects.Storage;

/// <summary>Where each stream ends: the current version of a park or project in a one-row read, and the guard of every append.</summary>
/// <param name="ExpectedVersion">What the append built on; not stored.</param>
/// <param name="PreviousHash">The head it built on; not stored.</param>
internal sealed record StreamHeadRow(
    StreamName Stream, long Version, byte[] Hash, DateTimeOffset RecordedAt, long ExpectedVersion, byte[] PreviousHash);

/// <summary>
/// The table <c>stream_head</c>. A row put on any other head than the one it was built on gets a null version, which the
/// table refuses: so a stream can neither fork nor get a gap, even where its (stream, version) key alone would allow it.
/// </summary>
internal sealed class StreamHeads : LedgerTable<StreamHeadRow>
{
    public static readonly StreamHeads Table = new();

    public override string Name => "stream_head";

    // One row of values, not a select: SQLite then needs no journal of its own to take the statement back.
    public override string SqliteUpsert => """
        insert into stream_head (stream, park, kind, version, hash, recorded_at)
        values (@stream, @park, @kind,
                case when coalesce((select version from stream_head where stream = @stream), 0) = @expected_version
                      and coalesce((select hash from stream_head where stream = @stream), zeroblob(32)) = @previous_hash then @version end,
                @hash, @recorded_at)
        on conflict (stream) do update set version = excluded.version, hash = excluded.hash, recorded_at = excluded.recorded_at
        """;

    public override string PostgresUpsert => """
        insert into stream_head (stream, park, kind, version, hash, recorded_at)
        select u.stream, u.park, u.kind,
               case when coalesce(h.version, 0) = u.expected_version and coalesce(h.hash, decode(repeat('00', 32), 'hex')) = u.previous_hash then u.version end,
               u.hash, u.recorded_at
        from unnest(@stream, @park, @kind, @version, @hash, @recorded_at, @expected_version, @previous_hash)
               as u(stream, park, kind, version, hash, recorded_at, expected_version, previous_hash)
        left join stream_head h on h.stream = u.stream
        on conflict (stream) do update set version = excluded.version, hash = excluded.hash, recorded_at = excluded.recorded_at
        """;

    public override string Clear => "delete from stream_head";

    public override string SelectAll => "select stream, park, kind, version, hash, recorded_at from stream_head order by stream";

    protected override IReadOnlyList<LedgerColumn<StreamHeadRow>> Columns { get; } =
    [
        LedgerColumn<StreamHeadRow>.Text("stream", row => row.Stream.ToString()),
        LedgerColumn<StreamHeadRow>.Text("park", row => row.Stream.Park.Value),
        LedgerColumn<StreamHeadRow>.Text("kind", row => row.Stream.Kind),
        LedgerColumn<StreamHeadRow>.Integer("version", row => row.Version),
        LedgerColumn<StreamHeadRow>.Bytes("hash", row => row.Hash),
        LedgerColumn<StreamHeadRow>.Instant("recorded_at", row => row.RecordedAt),
        LedgerColumn<StreamHeadRow>.Integer("expected_version", row => row.ExpectedVersion),
        LedgerColumn<StreamHeadRow>.Bytes("previous_hash", row => row.PreviousHash),
    ];

    protected override string KeyOf(StreamHeadRow row) => row.Stream.ToString();
}
