using System.Collections.Immutable;

namespace Projects;

/// <summary>The matter at hand: everything a rule may look at when it decides.</summary>
public sealed record Matter(Project Project, Stamp Stamp, Park Park, WorkCalendar Calendar)
{
    /// <summary>The day the command says it happened.</summary>
    public DateOnly On => Stamp.Effective;

    /// <summary>The park's day on which it is decided.</summary>
    public DateOnly Today => Stamp.Day;

    /// <summary>The obstacle that stands before every rule: a park or project that is not there, a day that cannot be; null when the way is free.</summary>
    public Decision? ObstacleBefore(ProjectCommand command)
    {
        if (!Park.Exists)
            return No(new NotFound("park", Park.Code.Value));
        if (!Project.Exists && command is not RegisterProject)
            return No(new NotFound("project", Project.Id.Code.Value));
        if (On > Today)
            return No(new DayInFuture("effective_date", On, Today));
        if (On < Calendar.SubtractWorkingDays(Today, Park.Policy.LateEntryWorkingDays))
            return No(new DayTooFarBack(On, Today, Park.Policy.LateEntryWorkingDays));
        return null;
    }

    /// <summary>The capacity in which the actor may do this: own before lent, the first that satisfies; null when none does.</summary>
    public Capacity? As(Func<Capacity, bool> suits)
    {
        foreach (var capacity in Stamp.Actor.Capacities)
        {
            if (suits(capacity))
                return capacity;
        }
        return null;
    }

    /// <summary>The capacity in one of these roles, in any unit.</summary>
    public Capacity? As(params ReadOnlySpan<Role> roles)
    {
        foreach (var capacity in Stamp.Actor.Capacities)
        {
            if (roles.Contains(capacity.Role))
                return capacity;
        }
        return null;
    }

    /// <summary>Decides in the first capacity in one of these roles; refuses when the actor holds none of them.</summary>
    public Decision InOneOf(ImmutableArray<Role> roles, Func<Capacity, Decision> decide) =>
        As(roles.AsSpan()) is { } capacity ? decide(capacity) : No(new RoleMissing(roles));

    public By ByOf(Capacity capacity) => new(Stamp.Actor.Person, capacity.Role, capacity.Unit, capacity.For, Stamp.Actor.Kind);

    public Decision Yes(Capacity capacity, params ReadOnlySpan<Event> events) => new Decision.Accepted(ByOf(capacity), [.. events]);

    /// <summary>The same matter as if this had happened, for the next part of one command.</summary>
    public Matter After(Capacity capacity, Event happened) => this with
    {
        Project = Project.Evolve(new Recorded(Project.Version + 1, happened, ByOf(capacity), On, Stamp.At, Stamp.RequestId, Park.Version)),
    };

    public static Decision No(Refusal refusal) => new Decision.Refused(refusal);

    public static Decision Already { get; } = new Decision.AlreadySo();

    /// <summary>A refusal when the caller saw another version than the present one (DOMAIN 10.5).</summary>
    public static Refusal? StaleWhen(ProjectCommand command, long present) =>
        command.Expected is { } expected && expected != present ? new ChangedMeanwhile(expected, present) : null;
}
