using System.Collections.Immutable;

namespace Projects;

/// <summary>Who may: roles, and where they have to be held.</summary>
/// <param name="Unit">The unit to name when the right is missing; null when any will do.</param>
/// <param name="Suits">Which capacities of the actor count.</param>
internal sealed record Right(ImmutableArray<Role> Roles, UnitCode? Unit, Func<Actor, Capacity, bool> Suits)
{
    private static readonly ImmutableArray<Role> Approvers = [Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader];

    public static Right LedgerOffice { get; } = InAnyUnit(Role.LedgerOffice);

    public ImmutableArray<Capacity> HeldBy(Actor actor) => [.. actor.Capacities.Where(capacity => Suits(actor, capacity))];

    public static Right InAnyUnit(params ImmutableArray<Role> roles) => new(roles, null, (_, capacity) => roles.Contains(capacity.Role));

    /// <summary>整改办主任, 分管领导, 主要领导 from a level on.</summary>
    public static Right ApproverFrom(int level) => InAnyUnit(ApproverRoles(level));

    public static Right LedgerOfficeOrApprover(int level) => InAnyUnit([Role.LedgerOffice, .. ApproverRoles(level)]);

    /// <summary>The roles that approve at this level or above it.</summary>
    public static ImmutableArray<Role> ApproverRoles(int level) => [.. Approvers.Where(role => Policy.ApproverLevelOf(role) >= level)];

    /// <summary>The head of the lead unit.</summary>
    public static Right HeadOfLeadUnit(Issue issue) =>
        new([Role.UnitHead], issue.Particulars.LeadUnit, (_, capacity) => capacity.Role is Role.UnitHead && capacity.Unit == issue.Particulars.LeadUnit);

    /// <summary>Handlers and heads of the lead and supporting units, and the responsible person in whatever business role they hold.</summary>
    public static Right Rectifier(Issue issue) => new([Role.Handler, Role.UnitHead], issue.Particulars.LeadUnit, (actor, capacity) =>
        (capacity.Role is Role.Handler or Role.UnitHead && issue.Particulars.IsConcerned(capacity.Unit))
        || (HasBusiness(capacity.Role) && issue.Particulars.Responsible == (capacity.For ?? actor.Person)));

    /// <summary>Who answers for the lead unit: its handlers and head, and the responsible person in whatever business role they hold.</summary>
    public static Right AnsweringUnit(Issue issue) => new([Role.Handler, Role.UnitHead], issue.Particulars.LeadUnit, (actor, capacity) =>
        (capacity.Role is Role.Handler or Role.UnitHead && capacity.Unit == issue.Particulars.LeadUnit)
        || (HasBusiness(capacity.Role) && issue.Particulars.Responsible == (capacity.For ?? actor.Person)));

    // The three administrators and the auditors write nothing in the business.
    private static bool HasBusiness(Role role) => role is not (Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator or Role.Audit);
}
