using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>亮灯 of projects: what a card or the ledger's rows say of starts, milestones and investment, and the worst light of its issues.</summary>
public sealed class ProjectLights(ParkStandings standings, IssueLedger issues)
{
    public async Task<Light?> OfAsync(Project card, Insight insight, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var due = (await issues.At(insight.Past).DueAsync(card.Id.Park, [card.Id.Code], days, cancellationToken)).GetValueOrDefault(card.Id.Code);
        return ProjectLight.Worst(
            [ProjectLight.Of(card, insight.Today, insight.Park.Policy, insight.Calendar), ProjectLight.Worst(ProjectLight.IssuesDue(due.Overdue, due.Near))]);
    }

    /// <summary>The lights of a page of projects the caller sees, from the ledger alone.</summary>
    public async Task<IReadOnlyDictionary<ProjectCode, Light?>> OfAsync(ImmutableArray<ProjectRow> rows, Insight insight, CancellationToken cancellationToken)
    {
        var seen = await standings.OfAsync(insight, [.. rows.Select(row => row.Project)], cancellationToken);
        return rows.ToDictionary(row => row.Project, row => (Light?)(seen.GetValueOrDefault(row.Project)?.Light ?? Light.Green));
    }
}
