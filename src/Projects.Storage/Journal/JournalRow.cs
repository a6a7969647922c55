using System.Text.Json;

namespace Projects.Storage;

/// <summary>An event as its columns hold it: the digest is taken over these strings and numbers, not over what they mean.</summary>
internal sealed record JournalRow(
    string Stream,
    long Version,
    string Name,
    int Schema,
    string Payload,
    string Person,
    string Role,
    string Unit,
    string? For,
    string ActorKind,
    DateOnly Effective,
    DateTimeOffset At,
    string RequestId,
    int RequestSeq,
    long ParkVersion,
    byte[] Hash)
{
    /// <summary>The rows of one append, chained onto its head.</summary>
    public static JournalRow[] From(Append append)
    {
        var rows = new JournalRow[append.Events.Count];
        var stream = append.Stream.ToString();
        var previous = append.Head;
        for (var i = 0; i < rows.Length; i++)
        {
            var unchained = From(stream, append.Events[i], i);
            rows[i] = unchained with { Hash = EventChain.Digest(previous, unchained) };
            previous = rows[i].Hash;
        }
        return rows;
    }

    /// <exception cref="JournalCorruptException">The event cannot be read by this program.</exception>
    public JournalEntry Read()
    {
        try
        {
            var by = new By(
                PersonId.Of(Person),
                Enum.Parse<Role>(Role),
                UnitCode.Of(Unit),
                For is null ? null : PersonId.Of(For),
                Enum.Parse<ActorKind>(ActorKind));
            return new JournalEntry(new Recorded(Version, EventJson.Read(Name, Schema, Payload), by, Effective, At, RequestId, ParkVersion), Hash);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or NotSupportedException)
        {
            throw new JournalCorruptException($"{Stream} version {Version}: the event '{Name}' cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>What is wrong with this event as the one after <paramref name="before"/>; null when it follows.</summary>
    public string? FaultAfter(Head before) =>
        Version != before.Version + 1 ? $"{Stream} version {Version}: follows version {before.Version}; the versions between are missing."
        : !EventChain.Digest(before.Hash, this).AsSpan().SequenceEqual(Hash) ? $"{Stream} version {Version}: the digest does not match; this event or the one before was changed."
        : null;

    private static JournalRow From(string stream, Recorded recorded, int seq)
    {
        var (name, schema) = EventJson.NameOf(recorded.Event);
        return new JournalRow(
            stream,
            recorded.Version,
            name,
            schema,
            EventJson.Write(recorded.Event),
            recorded.By.Person.Value,
            recorded.By.Role.ToString(),
            recorded.By.Unit.Value,
            recorded.By.For?.Value,
            recorded.By.Kind.ToString(),
            recorded.Effective,
            EventChain.Truncate(recorded.At),
            recorded.RequestId,
            seq,
            recorded.ParkVersion,
            []);
    }
}
