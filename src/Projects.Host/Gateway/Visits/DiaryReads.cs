using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>What a list of dated records is asked for: of which project, between which days, and where the page begins.</summary>
/// <param name="After">Null for the first page.</param>
internal sealed record DiaryQuestion(ParkCode Park, DiaryFilter Filter, WirePaging Paging, DiaryPlace? After)
{
    public static DiaryQuestion Of<T>(T request, string parent, Date? from, Date? to, bool corrected, WireFields fields) where T : IMessage<T>
    {
        var (park, project) = fields.ProjectOrAll(parent, "parent");
        var paging = WirePaging.Of(request, fields);
        DiaryPlace? after = null;
        if (paging.After is { } token && !DiaryPlace.TryParse(token, out after))
            PageTokens.Bad(fields);
        return new(park, new DiaryFilter(project, fields.Day(from, "from_date"), fields.Day(to, "to_date"), corrected), paging, after);
    }
}

/// <summary>Pages of dated records, 走访 and 调度会, as far as the caller reads them.</summary>
internal sealed class DiaryReads(ProjectDesk desk, LedgerReach reach)
{
    public async Task<(Insight Insight, DiaryPage<TEntry> Page, int Total)> PageAsync<TEntry>(DiaryLedger<TEntry> ledger, DiaryQuestion asked, ServerCallContext call)
        where TEntry : class
    {
        var insight = await desk.BusinessAsync(call, asked.Park);
        if (asked.Filter.Project is { } code)
            await desk.CardAsync(call, insight, new ProjectId(asked.Park, code));
        var seen = await reach.ProjectsAsync(insight, call.CancellationToken);
        if (seen is { IsEmpty: true })
            return (insight, new([], null), 0);
        var visible = asked.Filter with { Within = seen is null ? [] : [.. seen] };
        var page = await ledger.PageAsync(asked.Park, visible, asked.Paging.Size, asked.After, call.CancellationToken);
        return (insight, page, await ledger.CountAsync(asked.Park, visible, call.CancellationToken));
    }
}
