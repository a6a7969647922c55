namespace Projects.Host.Gateway;

/// <summary>An event of the journal as a watcher is told of it: what kind, who and when; what exactly stands in the issue itself.</summary>
internal static class HistoryMessages
{
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
