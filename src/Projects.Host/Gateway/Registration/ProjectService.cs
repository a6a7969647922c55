using Grpc.Core;
using Projects.Grains;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>Projects 项目 and campaigns 专项 over the wire: one at a time from its card, many from the ledger.</summary>
internal sealed class ProjectService(
    ProjectDesk desk, Writing writing, EvidenceFinder evidence, ProjectLights lights, ProjectListing listing, ProjectSummaries summaries, HistoryReads history, AsOfReads times)
    : V1.ProjectService.ProjectServiceBase
{
    private static readonly string[] Changeable =
        ["display_name", "enterprise", "unit", "sponsor", "officer", "task_force", "total_investment_wan", "description", "source"];

    public override Task<V1.ListProjectsResponse> ListProjects(V1.ListProjectsRequest request, ServerCallContext call) => listing.ListAsync(request, call);

    public override Task<V1.ProjectSummary> SummarizeProjects(V1.SummarizeProjectsRequest request, ServerCallContext call) => summaries.OfAsync(request, call);

    public override Task<V1.ListHistoryResponse> ListHistory(V1.ListHistoryRequest request, ServerCallContext call) => history.ListAsync(request, call);

    public override async Task<V1.Project> GetProject(V1.GetProjectRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        var time = times.Of(request.AsOf, fields);
        fields.Check();
        var shown = time.IsPast ? await ShowAsync(call, project, time) : await ShowAsync(call, project);
        shown.AsOf = time.ToWire();
        return shown;
    }

    public override Task<V1.Project> CreateProject(V1.CreateProjectRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var project = new ProjectId(park, ProjectCode.Of(fields.NewId(request.ProjectId, "project_id")));
        return OrderAsync(call, fields, project, request.ToCommand(park, fields), request.RequestId, etag: "", request.EffectiveDate);
    }

    public override async Task<V1.Project> UpdateProject(V1.UpdateProjectRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Project, "project");
        var project = fields.ProjectName(said.Name, "project.name");
        UpdateMask.Check(request.UpdateMask, fields, Changeable);
        fields.Check();
        var insight = await desk.InsightAsync(call, project.Park);
        var card = await desk.CardAsync(call, insight, project);
        var wanted = UpdateMask.Apply(request.UpdateMask, said, new ProjectMessages(insight, call.Language()).ParticularsOf(card));
        // What the mask leaves out is as it was read here: the amendment holds on that version only.
        long? seen = UpdateMask.TakesAll(request.UpdateMask) ? null : card.ParticularsVersion;
        var command = new AmendProject(wanted.ToParticulars(project.Park, fields)) { Expected = seen };
        return await OrderAsync(call, fields, project, command, request.RequestId, request.Etag, request.EffectiveDate);
    }

    public override Task<V1.Project> AddPhase(V1.AddPhaseRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        return OrderAsync(call, fields, project, request.ToCommand(fields), request.RequestId, etag: "", request.EffectiveDate);
    }

    public override async Task<V1.Project> AdvanceStage(V1.AdvanceStageRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, phase) = fields.PhaseName(request.Name, "name");
        var (owner, digest) = request.Evidence.Length == 0 ? default : fields.EvidenceName(request.Evidence, "evidence");
        fields.Check();
        // A file lies in the park's store before the event that names it (SECURITY 3).
        var shown = digest is null ? null : evidence.Find(call, project.Park, owner, digest, fileName: "").Digest;
        return await OrderAsync(call, fields, project, request.ToCommand(phase, shown, fields), request.RequestId, request.Etag, request.EffectiveDate);
    }

    public override Task<V1.Project> CorrectStage(V1.CorrectStageRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Project> SuspendPhase(V1.SuspendPhaseRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Project> ResumePhase(V1.ResumePhaseRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Project> TerminatePhase(V1.TerminatePhaseRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Project> StateBenefit(V1.StateBenefitRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        return OrderAsync(call, fields, project, request.ToCommand(project, fields), request.RequestId, request.Etag, request.EffectiveDate);
    }

    private delegate ProjectCommand Reading(PhaseCode phase, WireFields fields);

    private Task<V1.Project> OrderAsync(ServerCallContext call, string phaseName, string requestId, string etag, Date? effective, Reading read)
    {
        var fields = call.Fields();
        var (project, phase) = fields.PhaseName(phaseName, "name");
        return OrderAsync(call, fields, project, read(phase, fields), requestId, etag, effective);
    }

    /// <summary>The one course of every order about a project and its phases.</summary>
    private async Task<V1.Project> OrderAsync(ServerCallContext call, WireFields fields, ProjectId project, ProjectCommand command, string requestId, string etag, Date? effective)
    {
        var request = fields.Request(requestId, effective);
        var expected = fields.Etag(etag);
        fields.Check();
        await writing.ExecuteAsync(call, project, command with { Expected = expected ?? command.Expected }, request);
        return await ShowAsync(call, project);
    }

    private async Task<V1.Project> ShowAsync(ServerCallContext call, ProjectId project)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        var card = await desk.CardAsync(call, insight, project);
        return new ProjectMessages(insight, call.Language()).Of(card, await lights.OfAsync(card, insight, call.CancellationToken));
    }

    private async Task<V1.Project> ShowAsync(ServerCallContext call, ProjectId project, AskedTime time)
    {
        var past = await times.CardAsync(await desk.InsightAsync(call, project.Park), project, time, call.CancellationToken)
            ?? throw call.Refuse(new NotFound("project", project.Code.Value));
        var shown = new ProjectMessages(past.Insight, call.Language()).Of(past.Card, await lights.OfAsync(past.Card, past.Insight, call.CancellationToken));
        shown.Etag = "";
        foreach (var phase in shown.Phases)
            phase.Etag = "";
        return shown;
    }
}
