using System.Collections.Immutable;
using Google.Protobuf;

namespace Projects.Host.Gateway;

/// <summary>A page of what is in memory already: the things of one park or one project, or what a rule found over a ledger.</summary>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="TotalSize">All there are, on every page.</param>
internal sealed record WirePage<T>(ImmutableArray<T> Items, string NextPageToken, int TotalSize);

/// <summary>Where a page begins and how much it holds. Read with the request's other fields, before anything is looked up.</summary>
internal sealed class WirePaging
{
    private readonly PageTokens tokens;

    private WirePaging(IMessage question, int pageSize, string pageToken, WireFields fields)
    {
        tokens = new PageTokens(question);
        After = tokens.Read(pageToken, fields);
        Size = PageTokens.SizeOf(pageSize, fields);
    }

    /// <summary>The place the page before ended at; null for the first page.</summary>
    public string? After { get; }

    /// <summary>Rows at most.</summary>
    public int Size { get; }

    /// <param name="request">A list request; everything in it but <c>page_size</c> and <c>page_token</c> is the question a token belongs to.</param>
    public static WirePaging Of<T>(T request, WireFields fields) where T : IMessage<T>
    {
        var question = request.Clone();
        return new(question, (int)Take("page_size"), (string)Take("page_token"), fields);

        object Take(string name)
        {
            var field = question.Descriptor.FindFieldByName(name).Accessor;
            var said = field.GetValue(question);
            field.Clear(question);
            return said;
        }
    }

    /// <summary>The token of the page after; empty when there is none.</summary>
    public string Next(string? place) => tokens.Next(place);

    /// <param name="key">Sorts ordinally and belongs to one thing alone, so that things which come or go shift no page.</param>
    public WirePage<T> Of<T>(IEnumerable<T> things, Func<T, string> key, bool descending = false)
    {
        var all = things.Select(thing => (Key: key(thing), Thing: thing)).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        if (descending)
            all.Reverse();
        var rest = After is not { } last ? all : all.FindAll(entry => descending ? IsBefore(entry.Key, last) : IsBefore(last, entry.Key));
        var page = rest.Take(Size).ToList();
        return new([.. page.Select(entry => entry.Thing)], Next(page.Count < rest.Count ? page[^1].Key : null), all.Count);
    }

    private static bool IsBefore(string one, string other) => string.CompareOrdinal(one, other) < 0;
}
