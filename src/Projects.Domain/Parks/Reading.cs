using System.Collections.Immutable;

namespace Projects;

/// <summary>How far a person's reading goes in their own park.</summary>
public abstract record Reach
{
    private protected Reach() { }

    /// <summary>All of the park's business.</summary>
    public sealed record All : Reach;

    /// <summary>The projects of these enterprises, by name.</summary>
    public sealed record Enterprise(ImmutableArray<string> Names) : Reach;

    /// <summary>Units, people, appointments and policy; no business.</summary>
    public sealed record ConfigurationOnly : Reach;

    /// <summary>The audit trail; no business.</summary>
    public sealed record AuditTrailOnly : Reach;

    public sealed record None : Reach;

    /// <summary>Whether a project lies within it. One without particulars is nobody's to see but those who see all.</summary>
    public bool Covers(Particulars? project) => CoversOf(project?.Enterprise);

    /// <summary>The same, of a project that names this enterprise, or none.</summary>
    public bool CoversOf(string? enterprise) => this switch
    {
        All => true,
        Enterprise { Names: var names } => enterprise is not null && names.Contains(enterprise, StringComparer.Ordinal),
        _ => false,
    };
}

public sealed partial record Park
{
    /// <summary>
    /// Who asks, with every capacity in force on the day: own appointments first, then those lent to them by somebody whose own
    /// appointment is in force that day. Null when the park does not know the person; without capacities when they hold nothing.
    /// </summary>
    public Actor? ActorOn(PersonId person, ActorKind kind, DateOnly day)
    {
        if (!People.ContainsKey(person))
            return null;
        var own = Appointments.Where(held => held.Person == person && held.HoldsOn(day)).Select(held => new Capacity(held.Role, held.Unit));
        var lent = Delegations.Where(held => held.To == person && held.HoldsOn(day) && StillHolds(held, day)).Select(held => new Capacity(held.Role, held.Unit, held.From));
        return new Actor(person, kind, [.. own.Concat(lent).Distinct()]);
    }

    /// <summary>
    /// What the actor may read. Whoever does the park's business or watches over it reads all of it; an enterprise reads the
    /// projects that name it, its name being its unit's; administrators read no business (SECURITY 2). A program reads as its person.
    /// </summary>
    public Reach ReachOf(Actor actor)
    {
        var roles = actor.Capacities.Select(capacity => capacity.Role).ToHashSet();
        if (roles.Any(role => role is not Role.Enterprise && !role.IsAdministrator()))
            return new Reach.All();
        if (roles.Contains(Role.Enterprise))
            return new Reach.Enterprise([.. actor.Capacities.Where(IsEnterprise).Select(capacity => Units[capacity.Unit].Name).Distinct()]);
        if (roles.Contains(Role.SystemAdministrator) || roles.Contains(Role.SecurityAdministrator))
            return new Reach.ConfigurationOnly();
        return roles.Contains(Role.AuditAdministrator) ? new Reach.AuditTrailOnly() : new Reach.None();
    }

    private bool IsEnterprise(Capacity capacity) => capacity.Role is Role.Enterprise && Units.ContainsKey(capacity.Unit);

    private bool StillHolds(Delegation lent, DateOnly day) =>
        Appointments.Any(held => (held.Person, held.Role, held.Unit) == (lent.From, lent.Role, lent.Unit) && held.HoldsOn(day));
}
