using System.Globalization;

namespace Projects.Storage;

/// <summary>A place in the feed of a database, to go on reading from. Opaque to clients; grows from event to event.</summary>
/// <param name="Transaction">PostgreSQL's transaction id; 0 on SQLite, whose positions are in commit order already.</param>
public readonly record struct FeedToken(ulong Transaction, long Position)
{
    /// <summary>Before the first event.</summary>
    public static FeedToken Start => default;

    public static bool TryParse(string? text, out FeedToken token)
    {
        token = default;
        if (text?.Split('-') is not [var transaction, var position]
            || !ulong.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var transactionId)
            || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return false;
        token = new FeedToken(transactionId, place);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Position}");
}

/// <summary>An event as the feed shows it.</summary>
/// <param name="Token">Read on from here to get what comes after it.</param>
public sealed record FeedEntry(FeedToken Token, StreamName Stream, Recorded Recorded);
