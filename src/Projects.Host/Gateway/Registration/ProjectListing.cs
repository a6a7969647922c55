using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The list of a park's projects, from the ledger: no project is woken for it.</summary>
internal sealed class ProjectListing(ProjectDesk desk, ProjectLedger projects, ProjectLights lights, AsOfReads times)
{
    public async Task<V1.ListProjectsResponse> ListAsync(V1.ListProjectsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        var (field, descending) = fields.Order(request.OrderBy, "code", "display_name", "registered_date");
        var order = field switch { "display_name" => ProjectOrder.Name, "registered_date" => ProjectOrder.RegisteredOn, _ => ProjectOrder.Code };
        var filter = new ProjectFilter(
            Kinds: fields.Members<ProjectKind>(request.Kinds.Select(kind => (int)kind), "kinds"),
            Stages: fields.Members<Stage>(request.Stages.Select(stage => (int)stage), "stages"),
            Unit: fields.Unit(request.Unit, park, "unit"),
            Text: fields.SearchText(request.Text, "text"));
        var after = PlaceOf(paging.After, order, fields);
        var time = times.Of(request.AsOf, fields);
        fields.Check();

        var insight = await times.SeeAsync(await desk.BusinessAsync(call, park), time, call.CancellationToken);
        var ledger = projects.At(insight.Past);
        var seen = LedgerReach.Within(insight, filter);
        var page = await ledger.PageAsync(park, seen, order, descending, paging.Size, after, call.CancellationToken);
        var shown = await lights.OfAsync(page.Rows, insight, call.CancellationToken);
        var messages = new ProjectMessages(insight, call.Language());
        return new()
        {
            Projects = { page.Rows.Select(row => messages.Of(row, shown[row.Project])) },
            NextPageToken = paging.Next(page.Next?.ToString()),
            TotalSize = await ledger.CountAsync(park, seen, call.CancellationToken),
            AsOf = time.ToWire(),
        };
    }

    private static ProjectPlace? PlaceOf(string? token, ProjectOrder order, WireFields fields)
    {
        if (token is null)
            return null;
        if (!ProjectPlace.TryParse(token, order, out var place))
            PageTokens.Bad(fields);
        return place;
    }
}
