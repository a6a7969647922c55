using System.Collections.Immutable;

namespace Projects;

/// <summary>Who has to act now (DOMAIN 3).</summary>
/// <param name="Roles">Any holder of one of these; empty when nobody has to act.</param>
/// <param name="Unit">The unit in which the role counts; null for any.</param>
/// <param name="People">Persons named; empty when the roles say it all.</param>
public sealed record BallInCourt(ImmutableArray<Role> Roles, UnitCode? Unit, ImmutableArray<PersonId> People)
{
    private static readonly BallInCourt Nobody = new([], null, []);
    private static readonly BallInCourt LedgerOffice = With(Role.LedgerOffice);

    public static BallInCourt Of(Issue issue) => issue.State switch
    {
        IssueState.Registered when issue.Dispute is null => new([Role.UnitHead], issue.Particulars.LeadUnit, []),
        IssueState.Rectifying when issue.PendingExtension is { } asked => With(Right.ApproverRoles(asked.ApproverLevel)),
        IssueState.Rectifying => new([Role.Handler, Role.UnitHead], issue.Particulars.LeadUnit, issue.Particulars.Responsible is { } person ? [person] : []),
        IssueState.Verifying => new([Role.Verifier], null, [.. Waiting(issue)]),
        IssueState.AwaitingApproval or IssueState.Suspended => With(Right.ApproverRoles(issue.Round?.Terms.ApproverLevel ?? 1)),
        IssueState.Filed or IssueState.Void => Nobody,
        // To register, reassign, name verifiers, run the notice, file, review.
        _ => LedgerOffice,
    };

    /// <summary>Whether it waits for this actor, themselves or for whom they stand in. People named without a unit are waited for alone, whoever else holds the role.</summary>
    public bool WaitsFor(Actor actor) =>
        People.Contains(actor.Person)
        || actor.Capacities.Any(held => held.For is { } lender && People.Contains(lender))
        || ((Unit is not null || People.IsEmpty) && actor.Capacities.Any(held => Roles.Contains(held.Role) && (Unit is null || held.Unit == Unit)));

    /// <summary>Who is to be asked, by what a reader goes by: the person where one is named, else each role.</summary>
    public IEnumerable<Holder> Holders() => this switch
    {
        { Roles: [] } => [],
        { People: [] } => Roles.Select(role => new Holder(null, role, Unit)),
        _ => People.Select(person => new Holder(person, Roles[0], Unit)),
    };

    private static BallInCourt With(params ImmutableArray<Role> roles) => new(roles, null, []);

    private static IEnumerable<PersonId> Waiting(Issue issue) => issue.Request is { } request
        ? request.Verifiers.Where(verifier => request.Verifications.All(done => done.Verifier != verifier))
        : [];
}

/// <summary>One of those who have to act: a person in a role, or whoever holds it.</summary>
/// <param name="Unit">Null where the role counts in any.</param>
public sealed record Holder(PersonId? Person, Role Role, UnitCode? Unit);
