using System.Collections.Immutable;

namespace Projects;

/// <summary>Who may do what with a milestone, and the obstacles that stand before the fields of a command are looked at.</summary>
internal static class MilestoneRights
{
    public static ImmutableArray<Role> Planners => RegistrationRules.Keepers;

    /// <summary>Besides them, the handlers and the head of the unit that keeps the project say how it goes.</summary>
    public static ImmutableArray<Role> OfKeepingUnit { get; } = [Role.Handler, Role.UnitHead];

    /// <summary>
    /// Whoever may look at the thing itself: the ledger office, verifiers, leaders, and an officer other than the one who reported.
    /// The supervision office urges and reads; it does not sign for facts.
    /// </summary>
    public static ImmutableArray<Role> Verifiers { get; } =
        [Role.LedgerOffice, Role.LedgerDirector, Role.Verifier, Role.ProjectOfficer, Role.DeputyLeader, Role.ChiefLeader];

    /// <summary>Approver level 2 and above: the agreed day is the leaders' word.</summary>
    public static ImmutableArray<Role> BaselineDeciders { get; } = [.. Enum.GetValues<Role>().Where(role => Policy.ApproverLevelOf(role) >= 2)];

    /// <summary>The capacity in which the actor may report on it: as a keeper of projects, or from the unit that keeps this one.</summary>
    public static Way Reporter(Matter matter)
    {
        var unit = matter.Project.Particulars?.Unit;
        var capacity = matter.As(held => Planners.Contains(held.Role) || (OfKeepingUnit.Contains(held.Role) && held.Unit == unit));
        return capacity is null ? new(null, new RoleMissing([.. Planners, .. OfKeepingUnit], unit)) : new(capacity, null);
    }

    /// <summary>
    /// A person, never a program, in a capacity free of conflict: not one who did it or had it done, and not lent by such a one
    /// (SEPARATION_OF_DUTIES). A capacity with a conflict does not spoil the others the person holds in their own right.
    /// </summary>
    public static Way Judge(Matter matter, Milestone milestone, ImmutableArray<Role> roles, By? doneBy, MilestoneDuty duty)
    {
        if (matter.Stamp.Actor.Kind is ActorKind.Program)
            return new(null, new PersonNeeded());
        if (matter.As(roles.AsSpan()) is null)
            return new(null, new RoleMissing(roles));
        var person = matter.Stamp.Actor.Person;
        if (doneBy?.Involves(person) == true)
            return new(null, new MilestoneDutiesNotSeparate(milestone.Code, person, duty));
        var free = matter.As(held => roles.Contains(held.Role) && !(held.For is { } lender && doneBy?.Involves(lender) == true));
        return free is null ? new(null, new MilestoneDutiesNotSeparate(milestone.Code, person, duty)) : new(free, null);
    }
}

/// <summary>The capacity acted in, or the obstacle; exactly one of them is there.</summary>
internal sealed record Way(Capacity? As, Refusal? Refusal)
{
    /// <summary>The capacity in one of these roles, in any unit.</summary>
    public static Way InOneOf(Matter matter, ImmutableArray<Role> roles) =>
        matter.As(roles.AsSpan()) is { } capacity ? new(capacity, null) : new(null, new RoleMissing(roles));

    /// <summary>A further guard, looked at only when none stands before it.</summary>
    public Way Unless(Func<Refusal?> obstacle) => Refusal is null && obstacle() is { } refusal ? new(null, refusal) : this;

    /// <summary>The way, looked at with the fields of the command: right first, then "so already", then the rest.</summary>
    public Decision Then(Func<Capacity, Decision> decide) => As is { } capacity ? decide(capacity) : Matter.No(Refusal!);
}
