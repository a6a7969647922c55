namespace Projects.Storage;

/// <summary>What one command adds to one stream: its events and the ledger rows that follow from them, both or neither.</summary>
/// <param name="ExpectedVersion">The version the rules decided on; 0 for a stream that does not exist yet.</param>
/// <param name="Head">Digest of the event at <paramref name="ExpectedVersion"/>; <see cref="EventChain.Start"/> for 0.</param>
/// <param name="Events">At least one; versions follow the expected one without a gap, one request id.</param>
public sealed record Append(
    StreamName Stream,
    long ExpectedVersion,
    byte[] Head,
    IReadOnlyList<Recorded> Events,
    IReadOnlyList<LedgerChange> Ledger)
{
    /// <exception cref="ArgumentException">The events do not follow the expected version or come from several requests: a bug of the caller.</exception>
    internal void Validate()
    {
        if (Events.Count == 0)
            throw new ArgumentException("An append has at least one event.");
        if (Head.Length != EventChain.DigestBytes)
            throw new ArgumentException($"A head is {EventChain.DigestBytes} bytes.");
        for (var i = 0; i < Events.Count; i++)
            if (Events[i].Version != ExpectedVersion + 1 + i || Events[i].RequestId != Events[0].RequestId)
                throw new ArgumentException($"Event {i} of an append to {Stream} at {ExpectedVersion} has version {Events[i].Version} and request '{Events[i].RequestId}'.");
    }
}

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>Stored and synced to disk.</summary>
    /// <param name="Version">The stream's version now.</param>
    /// <param name="Head">Digest of its last event.</param>
    public sealed record Committed(long Version, byte[] Head) : AppendResult;

    /// <summary>Someone else is ahead; nothing was stored. Replay and decide once more.</summary>
    public sealed record Conflict : AppendResult;

    /// <summary>This request is in the stream already; nothing was stored now. Its events are those of the versions given, both inclusive.</summary>
    public sealed record Repeated(long FirstVersion, long LastVersion) : AppendResult;
}

/// <summary>An event with its place in the chain.</summary>
/// <param name="Hash">Digest over this event and the digest of the one before.</param>
public sealed record JournalEntry(Recorded Recorded, byte[] Hash);

/// <summary>Where a stream ends.</summary>
public sealed record Head(long Version, byte[] Hash);
