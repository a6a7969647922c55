using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A park counted, on the wire.</summary>
internal sealed class ProjectSummaries(ProjectDesk desk, ParkSummaries summaries, AsOfReads times)
{
    public async Task<V1.ProjectSummary> OfAsync(V1.SummarizeProjectsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var time = times.Of(request.AsOf, fields);
        fields.Check();
        var insight = await times.SeeAsync(await desk.BusinessAsync(call, park), time, call.CancellationToken);
        var summary = await summaries.OfAsync(insight, call.CancellationToken);
        return new()
        {
            Date = summary.Day.ToWire(),
            ProjectCount = summary.Works.Sum(count => count.Projects),
            CampaignCount = summary.Campaigns,
            Kinds = { summary.Works.GroupBy(count => count.Kind).OrderBy(group => group.Key).Select(group => new V1.KindCount { Kind = group.Key.ToWire(), Count = group.Sum(count => count.Projects) }) },
            Stages = { StagesOf(summary.Works) },
            Milestones = Counted(summary.Milestones),
            Issues = Counted(summary.Issues),
            Investment = { summary.Investment.Select(figures => InvestmentMessages.Of(figures, insight.Park.Policy, call.Language())) },
            AsOf = time.ToWire(),
        };
    }

    /// <summary>A project without phases yet stands in no stage.</summary>
    private static IEnumerable<V1.StageCount> StagesOf(IEnumerable<ProjectCount> works) =>
        from count in works
        where count.Stage is not null
        group count.Projects by count.Stage!.Value into stage
        orderby stage.Key
        select new V1.StageCount { Stage = stage.Key.ToWire(), Count = stage.Sum() };

    private static V1.MilestoneCounts Counted(IReadOnlyCollection<MilestoneCount> counts)
    {
        return new()
        {
            Planned = In(MilestoneState.Planned),
            Reported = In(MilestoneState.Reported),
            Verified = In(MilestoneState.Verified),
            Overdue = counts.Where(count => count.State is MilestoneState.Planned).Sum(count => count.Late),
        };

        int In(MilestoneState state) => counts.Where(count => count.State == state).Sum(count => count.Milestones);
    }

    private static V1.IssueCounts Counted(IssueCounts counts) => new()
    {
        Open = counts.Open,
        Overdue = counts.Red,
        Closed = counts.Closed,
        Watched = counts.Watched,
    };
}
