using System.Globalization;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A project's history on the wire, oldest first.</summary>
internal sealed class HistoryReads(ProjectDesk desk, ProjectHistory history, AsOfReads times)
{
    public async Task<V1.ListHistoryResponse> ListAsync(V1.ListHistoryRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        var paging = WirePaging.Of(request, fields);
        IssueNumber? issue = request.Issue.Length == 0 ? null : fields.IssueOf(project, request.Issue, "issue");
        MilestoneCode? milestone = request.Milestone.Length == 0 ? null : fields.MilestoneOf(project, request.Milestone, "milestone");
        var after = VersionOf(paging.After, fields);
        var time = times.Of(request.AsOf, fields);
        fields.Check();

        var insight = await desk.InsightAsync(call, project.Park);
        var found = await FoundAsync();
        var page = found.Take(paging.Size).ToList();
        return new()
        {
            Entries = { page.Select(entry => HistoryMessages.Of(entry, insight.Park, call.Language())) },
            NextPageToken = paging.Next(found.Count > page.Count ? $"{page[^1].Recorded.Version}" : null),
            AsOf = time.ToWire(),
        };

        async Task<List<JournalEntry>> FoundAsync()
        {
            if (!time.IsPast)
            {
                await desk.CardAsync(call, insight, project);
                return await history.AfterAsync(project, after, paging.Size + 1, IsOf, call.CancellationToken);
            }
            var past = await times.CardAsync(insight, project, time, call.CancellationToken) ?? throw call.Refuse(new NotFound("project", project.Code.Value));
            return [.. past.History.Where(entry => entry.Recorded.Version > after && IsOf(entry.Recorded.Event)).Take(paging.Size + 1)];
        }

        bool IsOf(Event happened) =>
            (issue is null || (happened as IssueEvent)?.Number == issue) && (milestone is null || (happened as MilestoneEvent)?.Milestone == milestone);
    }

    private static long VersionOf(string? token, WireFields fields)
    {
        if (token is null)
            return 0;
        if (long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        PageTokens.Bad(fields);
        return 0;
    }
}
