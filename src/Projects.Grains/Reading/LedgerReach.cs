using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>How far a caller reads the ledger: the whole park, or the projects of their enterprise.</summary>
public sealed class LedgerReach(ProjectLedger projects)
{
    private const int PageRows = 500;

    private static readonly ImmutableArray<Role> Readers =
        [.. Enum.GetValues<Role>().Where(role => role is not (Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator))];

    /// <summary>Those who write drafts down see them in the ledger too.</summary>
    private static readonly ImmutableArray<Role> Drafters = [Role.LedgerOffice, Role.ProjectOfficer, Role.Handler, Role.UnitHead, Role.Supervision];

    /// <summary>Why the caller reads no business of the park; null when they read some.</summary>
    public static Refusal? ObstacleTo(Insight insight) => insight.Reach is Reach.All or Reach.Enterprise ? null : new RoleMissing(Readers);

    /// <summary>The projects the caller sees; null for all of the park, empty for one who reads no business.</summary>
    public async Task<ImmutableHashSet<ProjectCode>?> ProjectsAsync(Insight insight, CancellationToken cancellationToken) => insight.Reach switch
    {
        Reach.All => null,
        Reach.Enterprise enterprise => await OfAsync(insight.Park.Code, enterprise.Names, cancellationToken),
        _ => [],
    };

    /// <summary>The filter, narrowed to the projects the caller sees.</summary>
    public static ProjectFilter Within(Insight insight, ProjectFilter filter) => insight.Reach switch
    {
        Reach.All => filter,
        Reach.Enterprise enterprise => filter with { Enterprises = enterprise.Names },
        _ => filter with { Enterprises = [] },
    };

    /// <summary>The filter, narrowed to the projects and drafts the caller sees; null when they see none.</summary>
    public async Task<IssueFilter?> WithinAsync(Insight insight, IssueFilter filter, CancellationToken cancellationToken) =>
        await ProjectsAsync(insight, cancellationToken) is var seen && seen is { IsEmpty: true }
            ? null
            : filter with { Drafts = SeesDrafts(insight), Within = seen is null ? [] : [.. seen] };

    public static bool SeesDrafts(Insight insight) => insight.Actor.Capacities.Any(capacity => Drafters.Contains(capacity.Role));

    private async Task<ImmutableHashSet<ProjectCode>> OfAsync(ParkCode park, ImmutableArray<string> enterprises, CancellationToken cancellationToken)
    {
        var seen = ImmutableHashSet.CreateBuilder<ProjectCode>();
        var filter = new ProjectFilter(Enterprises: enterprises);
        ProjectPlace? after = null;
        do
        {
            var page = await projects.PageAsync(park, filter, ProjectOrder.Code, descending: false, PageRows, after, cancellationToken);
            seen.UnionWith(page.Rows.Select(row => row.Project));
            after = page.Next;
        }
        while (after is not null);
        return seen.ToImmutable();
    }
}
