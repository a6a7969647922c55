using System.Collections.Immutable;

namespace Projects.Web.Wall;

/// <summary>Reads the battle map from the ledger: a page of projects, a page of milestones, the lights; not one read a project.</summary>
public sealed class WallReader(ProjectLedger projects, MilestoneLedger milestones, ProjectLights lights)
{
    private const int RowsAPage = 1_000;

    /// <param name="label">What stands beside a milestone's symbols.</param>
    public async Task<WallView> ReadAsync(Insight insight, WallWindow window, Func<WallMark, string> label, CancellationToken cancellationToken)
    {
        var shown = await ProjectsAsync(insight, cancellationToken);
        var lit = await lights.OfAsync([.. shown], insight, cancellationToken);
        var planned = (await MilestonesAsync(insight.Park.Code, cancellationToken)).ToLookup(row => row.Project);
        return new(insight.Today, window,
        [
            .. from project in shown
               let marks = planned[project.Project].Select(row => MarkOf(row, insight)).ToList()
               // A campaign without milestones has nothing to map.
               where project.Kind is not ProjectKind.Campaign || marks.Count > 0
               select WallRow.Of(project, lit[project.Project] ?? Light.Green, marks, window, label),
        ]);
    }

    private static WallMark MarkOf(MilestoneRow row, Insight insight) => new(
        row,
        MilestoneLight.Of(row.State, row.Baseline, row.Forecast, insight.Today, insight.Park.Policy, insight.Calendar),
        Slip.Of(row.Baseline, row.Forecast, row.Actual, insight.Calendar));

    private async Task<List<ProjectRow>> ProjectsAsync(Insight insight, CancellationToken cancellationToken)
    {
        var rows = new List<ProjectRow>();
        ProjectPlace? after = null;
        do
        {
            var page = await projects.PageAsync(
                insight.Park.Code, LedgerReach.Within(insight, new ProjectFilter()), ProjectOrder.Code, descending: false, RowsAPage, after, cancellationToken);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private async Task<List<MilestoneRow>> MilestonesAsync(ParkCode park, CancellationToken cancellationToken)
    {
        var rows = new List<MilestoneRow>();
        MilestonePlace? after = null;
        do
        {
            var page = await milestones.PageAsync(park, new MilestoneFilter(), RowsAPage, after, cancellationToken);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }
}
