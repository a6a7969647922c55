using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Visits 走访 over the wire: recorded at the project's desk, read from its ledger.</summary>
internal sealed class VisitService(ProjectDesk desk, Writing writing, DiaryReads diary, VisitLedger visits) : V1.VisitService.VisitServiceBase
{
    public override async Task<V1.ListVisitsResponse> ListVisits(V1.ListVisitsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var asked = DiaryQuestion.Of(request, request.Parent, request.FromDate, request.ToDate, request.ShowCorrected, fields);
        fields.Check();
        var (insight, page, total) = await diary.PageAsync(visits, asked, call);
        return new()
        {
            Visits = { page.Rows.Select(row => VisitMessages.Of(row.Owner, row.Entry, insight.Park)) },
            NextPageToken = asked.Paging.Next(page.Next?.ToString()),
            TotalSize = total,
        };
    }

    public override async Task<V1.Visit> GetVisit(V1.GetVisitRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, visit) = fields.VisitName(request.Name, "name");
        fields.Check();
        return await ShowAsync(call, project, visit);
    }

    public override async Task<V1.Visit> CreateVisit(V1.CreateVisitRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        return await ShowAsync(call, project, command.Visit);
    }

    private async Task<V1.Visit> ShowAsync(ServerCallContext call, ProjectId project, VisitCode code)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        await desk.CardAsync(call, insight, project);
        return await visits.FindAsync(project, code.Value, call.CancellationToken) is { } visit
            ? VisitMessages.Of(project, visit, insight.Park)
            : throw call.Refuse(new NotFound("visit", code.Value));
    }
}
