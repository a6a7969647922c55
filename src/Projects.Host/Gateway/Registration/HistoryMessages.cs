using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Events of the journal on the wire.</summary>
internal static class HistoryMessages
{
    /// <summary>All of it: with the fact itself, in words too, and the digest that chains it to the event before.</summary>
    public static V1.HistoryEntry Of(JournalEntry entry, Park park, Language language)
    {
        var wire = WithoutPayload(entry.Recorded, park);
        wire.Summary = Words.Of((ProjectEvent)entry.Recorded.Event, park.Labels).In(language);
        wire.Payload = EventJson.Write(entry.Recorded.Event);
        wire.Digest = Convert.ToHexStringLower(entry.Hash);
        return wire;
    }

    /// <summary>As a watcher is told of it: what kind, who and when; what exactly stands in the thing itself.</summary>
    public static V1.HistoryEntry WithoutPayload(Recorded recorded, Park park) => new()
    {
        Version = recorded.Version,
        Event = EventJson.NameOf(recorded.Event).Name,
        By = Signatures.Of(recorded.By, recorded.Effective, park),
        RecordTime = recorded.At.ToWire(),
        LateEntry = recorded.Effective < BusinessDay.Of(recorded.At),
        RequestId = recorded.RequestId,
    };
}
