using System.Collections.Immutable;

namespace Projects.Grains;

/// <summary>
/// Who may bring a file and who may fetch one. Bringing one records nothing, so no rule of the domain is asked; whether it may be shown for an
/// issue or a milestone is decided there.
/// </summary>
public static class EvidenceRights
{
    private static readonly ImmutableArray<Role> Bringers =
        [Role.ProjectOfficer, Role.Handler, Role.UnitHead, Role.LedgerOffice, Role.LedgerDirector, Role.Verifier, Role.DeputyLeader, Role.ChiefLeader, Role.Enterprise, Role.UpperLevel];

    /// <summary>The obstacle to bringing a file; null when there is none.</summary>
    public static Refusal? ObstacleToBringing(Insight insight) =>
        insight.Actor.Capacities.Any(capacity => Bringers.Contains(capacity.Role)) ? null : new RoleMissing(Bringers);

    /// <summary>
    /// Whether files may be fetched by digest. Who reads some of the park's business may: a digest is learnt only from what one was shown.
    /// </summary>
    public static bool MayFetch(Insight insight) => insight.Reach is Reach.All or Reach.Enterprise;
}
