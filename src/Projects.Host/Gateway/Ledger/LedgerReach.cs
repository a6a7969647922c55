using System.Collections.Immutable;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>How far a caller reads the ledger: the whole park, or the projects of their enterprise.</summary>
internal sealed class LedgerReach(ProjectLedger projects)
{
    private const int PageRows = 500;

    private static readonly ImmutableArray<Role> Readers =
        [.. Enum.GetValues<Role>().Where(role => role is not (Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator))];

    /// <summary>Those who write drafts down see them in the ledger too.</summary>
    private static readonly ImmutableArray<Role> Drafters = [Role.LedgerOffice, Role.ProjectOfficer, Role.Handler, Role.UnitHead, Role.Supervision];

    /// <summary>The caller reads no business of the park.</summary>
    public static Refusal NoBusiness { get; } = new RoleMissing(Readers);

    /// <summary>The projects the caller sees; null for all of the park.</summary>
    /// <exception cref="RpcException">FORBIDDEN: the caller reads no business of the park.</exception>
    public async Task<ImmutableHashSet<ProjectCode>?> ProjectsAsync(Insight insight, ServerCallContext call) => insight.Reach switch
    {
        Reach.All => null,
        Reach.Enterprise enterprise => await OfAsync(insight.Park.Code, enterprise.Names, call.CancellationToken),
        _ => throw call.Refuse(NoBusiness),
    };

    /// <summary>The filter, narrowed to the projects the caller sees.</summary>
    /// <exception cref="RpcException">FORBIDDEN: the caller reads no business of the park.</exception>
    public static ProjectFilter Within(Insight insight, ProjectFilter filter, ServerCallContext call) => insight.Reach switch
    {
        Reach.All => filter,
        Reach.Enterprise enterprise => filter with { Enterprises = enterprise.Names },
        _ => throw call.Refuse(NoBusiness),
    };

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
