using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The ledger 台账 of a park over all its projects: pages, rates and changes as they happen.</summary>
internal sealed class LedgerService(ProjectDesk desk, LedgerScope scope, ParkRates rates, IssueLedger issues, Journal journal, LedgerWatch watch, LedgerExport export, AsOfReads times)
    : V1.LedgerService.LedgerServiceBase
{
    public override async Task<V1.ListLedgerResponse> ListLedger(V1.ListLedgerRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var pages = new PageTokens(new V1.ListLedgerRequest(request) { PageToken = "", PageSize = 0 });
        var size = PageTokens.SizeOf(request.PageSize, fields);
        var after = PlaceOf(pages.Read(request.PageToken, fields), fields);
        var (order, descending) = LedgerFilters.OrderOf(request.OrderBy, fields);
        var time = times.Of(request.AsOf, fields);
        var asked = LedgerScope.Of(request.Filter, park, time, fields);
        fields.Check();

        var insight = await times.SeeAsync(await desk.BusinessAsync(call, park), time, call.CancellationToken);
        // Where the feed stands before the page is read: whatever the page misses comes after it.
        var response = new V1.ListLedgerResponse
        {
            ResumeToken = time.IsPast ? "" : ResumeTokens.Of(park, await journal.FeedEndAsync(call.CancellationToken)),
            AsOf = time.ToWire(),
        };
        if (await scope.WithinAsync(insight, asked, call.CancellationToken) is not { } visible)
            return response;

        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var ledger = issues.At(insight.Past);
        var page = await ledger.PageAsync(park, visible, order, descending, size, after, days, call.CancellationToken);
        var rows = new LedgerRowMessages(insight, call.Language());
        response.Rows.Add(page.Rows.Select(rows.Of));
        response.NextPageToken = pages.Next(page.Next?.ToString());
        if (request.CountTotal)
            response.TotalSize = await ledger.CountAsync(park, visible, days, call.CancellationToken);
        return response;
    }

    public override async Task<V1.ListRatesResponse> ListRates(V1.ListRatesRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var time = times.Of(request.AsOf, fields);
        fields.Check();
        var insight = await times.SeeAsync(await desk.BusinessAsync(call, park), time, call.CancellationToken);
        var seen = await rates.OfAsync(insight, call.CancellationToken);
        var response = new RateBook(insight.Park, seen.Lists, call.Language()).Of(seen.Rates, insight.Today);
        response.AsOf = time.ToWire();
        return response;
    }

    public override Task ExportLedger(V1.ExportLedgerRequest request, IServerStreamWriter<V1.ExportLedgerResponse> responses, ServerCallContext call) =>
        export.RunAsync(request, responses, call);

    public override async Task WatchLedger(V1.WatchLedgerRequest request, IServerStreamWriter<V1.WatchLedgerResponse> responses, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        ProjectId? project = request.Project.Length == 0 ? null : fields.ProjectName(request.Project, "project");
        if (project is { } one && one != default && one.Park != park)
            fields.Fault("project", "须属于同一园区", "must belong to the same park");
        var from = ResumeTokens.Read(request.ResumeToken, park, fields);
        fields.Check();
        await watch.RunAsync(park, project?.Code, from, responses, call);
    }

    private static IssuePlace? PlaceOf(string? token, WireFields fields)
    {
        if (token is null)
            return null;
        if (!IssuePlace.TryParse(token, out var place))
            PageTokens.Bad(fields);
        return place;
    }
}
