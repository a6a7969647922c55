using System.Collections.Immutable;
using Projects.Storage;

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

    /// <summary>Why the store did not take a file, as a refusal about the field <c>content</c>.</summary>
    public static Refusal RefusalOf(EvidenceObstacle obstacle) => obstacle switch
    {
        EvidenceObstacle.Empty => new InvalidFields("content", "文件为空", "is empty"),
        EvidenceObstacle.TooLarge => new InvalidFields("content", "文件超过50MB", "is larger than 50 MiB"),
        EvidenceObstacle.TypeNotTaken => new InvalidFields("content", "只接受 pdf、jpg、png、webp、docx、xlsx、mp4（按内容判断）", "must be pdf, jpg, png, webp, docx, xlsx or mp4 by its content"),
        EvidenceObstacle.Unsound => new InvalidFields("content", "文件已损坏，或解压后异常巨大", "is damaged, or unpacks to far more than it is"),
        EvidenceObstacle.NoRoom => new InvalidFields("content", "佐证存储空间已满，请联系管理员", "does not fit: the evidence store is full"),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null),
    };
}
