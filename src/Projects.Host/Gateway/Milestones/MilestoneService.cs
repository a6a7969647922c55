using System.Collections.Immutable;
using Grpc.Core;
using Projects.Grains;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>Milestones 节点 over the wire: each verb is read, handed to the desk, and answered with the milestone as it then stands.</summary>
internal sealed class MilestoneService(ProjectDesk desk, Writing writing, EvidenceFinder evidence) : V1.MilestoneService.MilestoneServiceBase
{
    public override async Task<V1.ListMilestonesResponse> ListMilestones(V1.ListMilestonesRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        var states = fields.Members<MilestoneState>(request.States.Select(state => (int)state), "states");
        var phase = fields.PhaseOf(project, request.Phase, "phase");
        var lights = fields.Lights(request.Lights, "lights");
        var order = fields.Order(request.OrderBy, "baseline_date", "forecast_date", "code");
        fields.Check();

        var (insight, card) = await CardAsync(call, project);
        var messages = new MilestoneMessages(card, insight, call.Language());
        var fitting = card.Milestones.Values.Where(milestone =>
            (states.IsEmpty || states.Contains(milestone.State))
            && (phase is null || milestone.Phase == phase)
            && (lights.IsEmpty || lights.Contains(messages.LightOf(milestone))));
        var page = paging.Of(fitting, milestone => KeyOf(milestone, order.Field), order.Descending);
        return new() { Milestones = { page.Items.Select(messages.Of) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.Milestone> GetMilestone(V1.GetMilestoneRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, milestone) = fields.MilestoneName(request.Name, "name");
        fields.Check();
        return await ShowAsync(call, project, milestone);
    }

    public override async Task<V1.Milestone> CreateMilestone(V1.CreateMilestoneRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        return await ShowAsync(call, project, command.Milestone);
    }

    public override async Task<V1.BackScheduleMilestonesResponse> BackScheduleMilestones(V1.BackScheduleMilestonesRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        var (insight, card) = await CardAsync(call, project);
        var messages = new MilestoneMessages(card, insight, call.Language());
        return new() { Milestones = { command.Steps.Select(step => messages.Of(card.Milestones[step.Milestone])) } };
    }

    public override async Task<V1.Milestone> ReportMilestone(V1.ReportMilestoneRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, _) = fields.MilestoneName(request.Name, "name");
        var files = request.Evidence.Select((name, place) => fields.EvidenceName(name, $"evidence[{place}]")).ToList();
        fields.Check();
        // Each file lies in the park's store before the event that names it (SECURITY 3).
        ImmutableArray<string> digests = [.. files.Select(file => evidence.Find(call, project.Park, file.Park, file.Digest, fileName: "").Digest)];
        return await OrderAsync(call, request.Name, request.RequestId, request.Etag, request.EffectiveDate, (milestone, wire) => request.ToCommand(milestone, digests, wire));
    }

    public override Task<V1.Milestone> ForecastMilestone(V1.ForecastMilestoneRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Milestone> RequestBaselineChange(V1.RequestBaselineChangeRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Milestone> DecideBaselineChange(V1.DecideBaselineChangeRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Milestone> VerifyMilestone(V1.VerifyMilestoneRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Milestone> RejectMilestone(V1.RejectMilestoneRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    private delegate MilestoneCommand Reading(MilestoneCode milestone, WireFields fields);

    /// <summary>The one course of every order about a milestone.</summary>
    private async Task<V1.Milestone> OrderAsync(ServerCallContext call, string name, string requestId, string etag, Date? effective, Reading read)
    {
        var fields = call.Fields();
        var (project, milestone) = fields.MilestoneName(name, "name");
        var command = read(milestone, fields);
        var request = fields.Request(requestId, effective);
        var expected = fields.Etag(etag);
        fields.Check();
        await writing.ExecuteAsync(call, project, command with { Expected = expected }, request);
        return await ShowAsync(call, project, milestone);
    }

    private async Task<V1.Milestone> ShowAsync(ServerCallContext call, ProjectId project, MilestoneCode code)
    {
        var (insight, card) = await CardAsync(call, project);
        return card.Milestones.TryGetValue(code, out var milestone)
            ? new MilestoneMessages(card, insight, call.Language()).Of(milestone)
            : throw call.Refuse(new NotFound("milestone", code.Value));
    }

    private async Task<(Insight Insight, Project Card)> CardAsync(ServerCallContext call, ProjectId project)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        return (insight, await desk.CardAsync(call, insight, project));
    }

    /// <summary>A milestone nobody has forecast comes after all that have a forecast.</summary>
    private static string KeyOf(Milestone milestone, string order) => order switch
    {
        "code" => milestone.Code.Value,
        "forecast_date" => $"{milestone.Forecast ?? DateOnly.MaxValue:yyyy-MM-dd} {milestone.Code}",
        _ => $"{milestone.Baseline:yyyy-MM-dd} {milestone.Code}",
    };
}
