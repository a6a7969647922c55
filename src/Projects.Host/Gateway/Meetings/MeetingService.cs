using System.Collections.Immutable;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Meetings 调度会 over the wire: recorded at the project's desk, read from its ledger; how a resolution stands is read from its issue.</summary>
internal sealed class MeetingService(ProjectDesk desk, Writing writing, DiaryReads diary, MeetingLedger meetings, IssueLedger issues) : V1.MeetingService.MeetingServiceBase
{
    public override async Task<V1.ListMeetingsResponse> ListMeetings(V1.ListMeetingsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var asked = DiaryQuestion.Of(request, request.Parent, request.FromDate, request.ToDate, request.ShowCorrected, fields);
        fields.Check();
        var (insight, page, total) = await diary.PageAsync(meetings, asked, call);
        return new()
        {
            Meetings = { page.Rows.Select(row => MeetingMessages.Of(row.Owner, row.Entry, insight.Park, ImmutableDictionary<IssueNumber, IssueState>.Empty)) },
            NextPageToken = asked.Paging.Next(page.Next?.ToString()),
            TotalSize = total,
        };
    }

    public override async Task<V1.Meeting> GetMeeting(V1.GetMeetingRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, meeting) = fields.MeetingName(request.Name, "name");
        fields.Check();
        return await ShowAsync(call, project, meeting);
    }

    public override async Task<V1.Meeting> CreateMeeting(V1.CreateMeetingRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var command = request.ToCommand(project, fields);
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        return await ShowAsync(call, project, command.Meeting);
    }

    private async Task<V1.Meeting> ShowAsync(ServerCallContext call, ProjectId project, MeetingCode code)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        await desk.CardAsync(call, insight, project);
        if (await meetings.FindAsync(project, code.Value, call.CancellationToken) is not { } meeting)
            throw call.Refuse(new NotFound("meeting", code.Value));
        var rows = await issues.FindAsync(project, [.. meeting.Resolutions.Select(item => item.Issue)], call.CancellationToken);
        return MeetingMessages.Of(project, meeting, insight.Park, rows.ToDictionary(row => row.Number, row => row.Facts.State));
    }
}
