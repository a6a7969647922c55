using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Reports;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>The life of an issue 事项 over the wire: each verb is read, handed to the desk, and answered with the issue as it then stands.</summary>
internal sealed class IssueService(ProjectDesk desk, Writing writing, EvidenceFinder evidence, AsOfReads times) : V1.IssueService.IssueServiceBase
{
    public override async Task<V1.Issue> GetIssue(V1.GetIssueRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, number) = fields.IssueName(request.Name, "name");
        var time = times.Of(request.AsOf, fields);
        fields.Check();
        var shown = time.IsPast ? await ShowAsync(call, project, number, time) : await ShowAsync(call, project, number);
        shown.AsOf = time.ToWire();
        return shown;
    }

    public override async Task<V1.ClosureSheet> GetClosureSheet(V1.GetClosureSheetRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, number) = fields.IssueName(request.Name, "name");
        fields.Check();
        var (insight, sight) = await SeeAsync(call, project, number);
        var sheet = ClosureSheet.Of(insight.Park, sight.Issue, sight.List, sight.Project, insight.Today)
            ?? throw call.Refuse(new WrongIssueState(number, sight.Issue.State, Actions.InState(sight.Issue)));
        var file = ClosureSheetFile.Write(sheet, call.Language());
        return new V1.ClosureSheet { FileName = file.FileName, MediaType = file.MediaType, Content = ByteString.CopyFrom(file.Bytes.Span) };
    }

    public override async Task<V1.Issue> CreateIssue(V1.CreateIssueRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        return await EnterAsync(call, fields, project, command, command.Number, request.RequestId, request.Etag, request.EffectiveDate);
    }

    public override async Task<V1.Issue> TakeOverIssue(V1.TakeOverIssueRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        return await EnterAsync(call, fields, project, command, command.Number, request.RequestId, request.Etag, request.EffectiveDate);
    }

    public override async Task<V1.Issue> UpdateIssue(V1.UpdateIssueRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(request.Issue, "issue");
        var (project, number) = fields.IssueName(said.Name, "issue.name");
        var mask = ParticularsMask.Of(request.UpdateMask, fields);
        fields.Check();
        var (_, sight) = await SeeAsync(call, project, number);
        var particulars = mask.Apply(said.Particulars ?? new V1.IssueParticulars(), sight.Issue.Particulars.ToWire(project.Park));
        // What the mask leaves out is as it was read here: the amendment holds on that version only.
        AmendIssue Read(ProjectId _, IssueNumber on, WireFields wire) =>
            new(on, particulars.ToDomain(project.Park, wire, "issue.particulars")) { Expected = sight.Issue.Version };
        return await OrderAsync(call, said.Name, request.RequestId, request.Etag, request.EffectiveDate, Read);
    }

    public override async Task<V1.Issue> AddEvidence(V1.AddEvidenceRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, digest) = fields.EvidenceName(request.Evidence, "evidence");
        var (project, number) = fields.IssueName(request.Name, "name");
        fields.Check();
        await SeeAsync(call, project, number);
        // The store, not the caller, says what the file is; it lies there before the event that names it.
        var file = evidence.Find(call, project.Park, park, digest, request.FileName);
        return await OrderAsync(call, request.Name, request.RequestId, request.Etag, request.EffectiveDate, (_, on, wire) => request.ToCommand(on, file, wire));
    }

    public override Task<V1.Issue> RegisterIssue(V1.RegisterIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> AcceptIssue(V1.AcceptIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> DisputeAssignment(V1.DisputeAssignmentRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ReassignIssue(V1.ReassignIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ReportProgress(V1.ReportProgressRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> CompleteMeasure(V1.CompleteMeasureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> AddMeasure(V1.AddMeasureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> SelfCheckIssue(V1.SelfCheckIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RequestExtension(V1.RequestExtensionRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> DecideExtension(V1.DecideExtensionRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RequestClosure(V1.RequestClosureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> MarkStageDone(V1.MarkStageDoneRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> WithdrawClosure(V1.WithdrawClosureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> StartVerification(V1.StartVerificationRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RecordVerification(V1.RecordVerificationRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ReturnForRework(V1.ReturnForReworkRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ApproveClosure(V1.ApproveClosureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RaiseObjection(V1.RaiseObjectionRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> SettleObjection(V1.SettleObjectionRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> EndNotice(V1.EndNoticeRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> FileClosure(V1.FileClosureRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RecordReview(V1.RecordReviewRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ReopenIssue(V1.ReopenIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> SuspendIssue(V1.SuspendIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ResumeIssue(V1.ResumeIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> VoidIssue(V1.VoidIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> MergeIssue(V1.MergeIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> UrgeIssue(V1.UrgeIssueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> ReplyToUrging(V1.ReplyToUrgingRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> SettleUrging(V1.SettleUrgingRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    public override Task<V1.Issue> RecomputeDue(V1.RecomputeDueRequest r, ServerCallContext call) =>
        OrderAsync(call, r.Name, r.RequestId, r.Etag, r.EffectiveDate, r.ToCommand);

    private delegate IssueCommand Reading(ProjectId project, IssueNumber number, WireFields fields);

    /// <summary>The one course of every order about an issue. An etag the reading itself depends on stands unless the caller gives another.</summary>
    private async Task<V1.Issue> OrderAsync(ServerCallContext call, string name, string requestId, string etag, Date? effective, Reading read)
    {
        var fields = call.Fields();
        var (project, number) = fields.IssueName(name, "name");
        var command = read(project, number, fields);
        var request = fields.Request(requestId, effective);
        var expected = fields.Etag(etag);
        fields.Check();
        await writing.ExecuteAsync(call, project, command with { Expected = expected ?? command.Expected }, request);
        return await ShowAsync(call, project, number);
    }

    /// <summary>A new issue: its number is the caller's, or the one the event says the rules gave.</summary>
    private async Task<V1.Issue> EnterAsync(
        ServerCallContext call, WireFields fields, ProjectId project, ProjectCommand command, IssueNumber? number, string requestId, string etag, Date? effective)
    {
        var request = fields.Request(requestId, effective);
        var expected = fields.Etag(etag);
        fields.Check();
        var outcome = await writing.ExecuteAsync(call, project, command with { Expected = expected }, request);
        var given = outcome is Outcome.Done { Events: var events } ? events.Select(entry => entry.Event).OfType<IssueEvent>().FirstOrDefault()?.Number : null;
        return await ShowAsync(call, project, given ?? number ?? default);
    }

    private async Task<V1.Issue> ShowAsync(ServerCallContext call, ProjectId project, IssueNumber number)
    {
        var (insight, sight) = await SeeAsync(call, project, number);
        return new IssueMessages(project, insight, call.Language()).Of(sight);
    }

    private async Task<V1.Issue> ShowAsync(ServerCallContext call, ProjectId project, IssueNumber number, AskedTime time)
    {
        var past = await times.CardAsync(await desk.InsightAsync(call, project.Park), project, time, call.CancellationToken);
        var sight = past?.Issue(number) ?? throw call.Refuse(new NotFound("issue", number.Value));
        var shown = new IssueMessages(project, past.Insight, call.Language()).Of(sight);
        shown.Etag = "";
        shown.AllowedActions.Clear();
        return shown;
    }

    private async Task<(Insight Insight, IssueSight Sight)> SeeAsync(ServerCallContext call, ProjectId project, IssueNumber number)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        var sight = await desk.IssueAsync(insight, project.Code, number) ?? throw call.Refuse(new NotFound("issue", number.Value));
        return (insight, sight);
    }
}
