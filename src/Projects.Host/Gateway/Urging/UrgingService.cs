using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The desk of urging 催办 over all projects of a park: the notices, and what is due to be urged today.</summary>
internal sealed class UrgingService(ProjectDesk desk, LedgerReach reach, UrgingLedger urgings) : V1.UrgingService.UrgingServiceBase
{
    public override async Task<V1.ListUrgingsResponse> ListUrgings(V1.ListUrgingsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        var after = PlaceOf(paging.After, fields);
        var asked = request.Filter ?? new V1.UrgingFilter();
        var filter = FilterOf(asked, park, fields);
        fields.Check();

        var insight = await desk.BusinessAsync(call, park);
        var seen = await reach.ProjectsAsync(insight, call.CancellationToken);
        if (seen is { IsEmpty: true })
            return new();
        var visible = filter with { Within = seen is null ? [] : [.. seen], ReplyOverdueOn = asked.ReplyOverdue ? insight.Today : null };
        var page = await urgings.PageAsync(park, visible, paging.Size, after, call.CancellationToken);
        var messages = new UrgingMessages(insight);
        return new()
        {
            Urgings = { page.Rows.Select(messages.Of) },
            NextPageToken = paging.Next(page.Next?.ToString()),
            TotalSize = await urgings.CountAsync(park, visible, call.CancellationToken),
        };
    }

    public override async Task<V1.ListDueUrgingsResponse> ListDueUrgings(V1.ListDueUrgingsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        var project = fields.ProjectOf(park, request.Project, "project");
        var unit = fields.Unit(request.Unit, park, "unit");
        var levels = fields.Members<UrgingLevel>(request.Levels.Select(level => (int)level), "levels");
        fields.Check();

        var insight = await desk.BusinessAsync(call, park);
        var seen = await reach.ProjectsAsync(insight, call.CancellationToken);
        var due = await urgings.DueAsync(park, project, insight.Today, insight.Park.Policy, insight.Calendar, call.CancellationToken);
        var fitting = due.Where(one => (seen is null || seen.Contains(one.Issue.Facts.Project))
            && (unit is null || one.Issue.Facts.Unit == unit) && (levels.IsEmpty || levels.Contains(one.Turn.Level)));
        var page = paging.Of(fitting, KeyOf);
        var rows = new LedgerRowMessages(insight, call.Language());
        return new()
        {
            DueUrgings = { page.Items.Select(one => Of(one, rows)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
            Date = insight.Today.ToWire(),
        };
    }

    private static V1.DueUrging Of(DueUrging due, LedgerRowMessages rows) => new()
    {
        Issue = rows.Of(due.Issue),
        Trigger = due.Turn.Condition.Trigger.ToWire(),
        Level = due.Turn.Level.ToWire(),
        WithinWorkingDays = due.Turn.Condition.WithinWorkingDays ?? 0,
        Follows = due.Turn.Before?.No ?? 0,
    };

    private static string KeyOf(DueUrging due) =>
        $"{due.Issue.Facts.CurrentDue ?? DateOnly.MaxValue:yyyy-MM-dd} {due.Issue.Facts.Project}/{due.Issue.Number} {(int)due.Turn.Condition.Trigger}";

    private static UrgingFilter FilterOf(V1.UrgingFilter asked, ParkCode park, WireFields fields)
    {
        var project = fields.ProjectOf(park, asked.Project, "filter.project");
        var (owner, number) = asked.Issue.Length == 0 ? default : fields.IssueName(asked.Issue, "filter.issue");
        if (owner != default && (owner.Park != park || (project is { } named && owner.Code != named)))
            fields.Fault("filter.issue", "须属于同一园区、同一项目", "must belong to the same park and project");
        return new UrgingFilter(
            owner != default ? owner.Code : project,
            owner != default ? number : null,
            fields.Unit(asked.Unit, park, "filter.unit"),
            fields.Members<UrgingLevel>(asked.Levels.Select(level => (int)level), "filter.levels"),
            fields.Members<UrgingTrigger>(asked.Triggers.Select(trigger => (int)trigger), "filter.triggers"),
            fields.Members<UrgingState>(asked.States.Select(state => (int)state), "filter.states"));
    }

    private static UrgingPlace? PlaceOf(string? token, WireFields fields)
    {
        if (token is null)
            return null;
        if (!UrgingPlace.TryParse(token, out var place))
            PageTokens.Bad(fields);
        return place;
    }
}
