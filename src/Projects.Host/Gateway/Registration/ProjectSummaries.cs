using System.Collections.Immutable;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A park counted, from the ledger: what the caller sees of it, on today's day.</summary>
internal sealed class ProjectSummaries(
    ProjectDesk desk, LedgerReach reach, ProjectLedger projects, MilestoneLedger milestones, IssueLedger issues, InvestmentLedger investment)
{
    public async Task<V1.ProjectSummary> OfAsync(V1.SummarizeProjectsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        fields.Check();
        var insight = await desk.InsightAsync(call, park);
        var within = await reach.ProjectsAsync(insight, call);
        bool IsSeen(ProjectCode project) => within is null || within.Contains(project);

        var counts = await projects.CountsAsync(park, LedgerReach.Within(insight, new ProjectFilter(), call), call.CancellationToken);
        var works = counts.Where(count => count.Kind is not ProjectKind.Campaign).ToList();
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        return new()
        {
            Date = insight.Today.ToWire(),
            ProjectCount = works.Sum(count => count.Projects),
            CampaignCount = counts.Sum(count => count.Projects) - works.Sum(count => count.Projects),
            Kinds = { works.GroupBy(count => count.Kind).OrderBy(group => group.Key).Select(group => new V1.KindCount { Kind = group.Key.ToWire(), Count = group.Sum(count => count.Projects) }) },
            Stages = { StagesOf(works) },
            Milestones = Counted((await milestones.CountsAsync(park, project: null, insight.Today, call.CancellationToken)).FindAll(count => IsSeen(count.Project))),
            Issues = Counted(await IssuesAsync(park, within, days, call.CancellationToken)),
            Investment = { await InvestmentAsync(insight, IsSeen, call.Language(), call.CancellationToken) },
        };
    }

    /// <summary>A project without phases yet stands in no stage.</summary>
    private static IEnumerable<V1.StageCount> StagesOf(IEnumerable<ProjectCount> works) =>
        from count in works
        where count.Stage is not null
        group count.Projects by count.Stage!.Value into stage
        orderby stage.Key
        select new V1.StageCount { Stage = stage.Key.ToWire(), Count = stage.Sum() };

    private static V1.MilestoneCounts Counted(List<MilestoneCount> counts)
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

    private async Task<IssueCounts> IssuesAsync(ParkCode park, ImmutableHashSet<ProjectCode>? within, LightDays days, CancellationToken cancellationToken) => within is null
        ? await issues.CountsAsync(park, days, cancellationToken)
        : IssueCounts.Sum((await issues.CountsByListAsync(park, within, days, cancellationToken)).Select(group => group.Counts));

    private static V1.IssueCounts Counted(IssueCounts counts) => new()
    {
        Open = counts.Open,
        Overdue = counts.Red,
        Closed = counts.Closed,
        Watched = counts.Watched,
    };

    /// <summary>One row a basis that has a plan of this year or an entry: there is no figure over both.</summary>
    private async Task<List<V1.InvestmentFigures>> InvestmentAsync(Insight insight, Predicate<ProjectCode> isSeen, Language language, CancellationToken cancellationToken)
    {
        var (park, month) = (insight.Park.Code, Month.Of(insight.Today));
        var rows = new List<V1.InvestmentFigures>();
        foreach (var basis in Enum.GetValues<InvestmentBasis>())
        {
            var months = (await investment.MonthsAsync(park, project: null, basis, from: null, month, cancellationToken)).FindAll(entry => isSeen(entry.Project));
            var plans = (await investment.PlansAsync(park, project: null, basis, cancellationToken)).FindAll(plan => plan.Year == month.Year && isSeen(plan.Project));
            if (months.Count == 0 && plans.Count == 0)
                continue;
            var figures = InvestmentFigures.Of(
                basis,
                insight.Today,
                Sum(months.Where(entry => entry.Month == month)),
                Sum(months.Where(entry => entry.Month.Year == month.Year)),
                Sum(months),
                plans.Count == 0 ? null : Money.Sum(plans.Select(plan => plan.Total)));
            rows.Add(InvestmentMessages.Of(figures, insight.Park.Policy, language));
        }
        return rows;
    }

    private static Money Sum(IEnumerable<InvestmentMonth> months) => Money.Sum(months.Select(entry => entry.Amount));
}
