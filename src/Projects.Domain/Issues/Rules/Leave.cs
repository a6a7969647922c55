using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// Whether the actor may do one thing to one issue. It is asked in one order for every command: right, state, guards;
/// the fields of the command come after, when it is given.
/// </summary>
/// <param name="Capacities">The capacities in which they may, own before lent; empty when they lack the right.</param>
/// <param name="Refusal">The first obstacle met; null when the way is free.</param>
internal sealed record Leave(IssueMatter Of, ImmutableArray<Capacity> Capacities, Refusal? Refusal)
{
    /// <summary>The capacity acted in.</summary>
    public Capacity As => Capacities[0];

    /// <summary>A further guard, looked at only when none stands before it.</summary>
    public Leave Unless(Func<Refusal?> obstacle) => Refusal is null && obstacle() is { } refusal ? this with { Refusal = refusal } : this;

    /// <summary>Keeps the capacities without conflict; refuses when there is none (SEPARATION_OF_DUTIES).</summary>
    public Leave Without(Func<Capacity, Refusal?> conflict)
    {
        if (Refusal is not null)
            return this;
        var free = Capacities.RemoveAll(capacity => conflict(capacity) is not null);
        return free.IsEmpty ? this with { Refusal = conflict(As) } : this with { Capacities = free };
    }

    /// <summary>What stands before recording: nothing to record for one who has the right and finds it so already, else the obstacle; null when the way is free.</summary>
    public Decision? Obstacle(bool alreadySo = false)
    {
        if (alreadySo && !Capacities.IsEmpty)
            return Matter.Already;
        return Refusal is { } refusal ? Matter.No(refusal) : null;
    }

    public Decision Record(params ReadOnlySpan<Event> events) => Of.Matter.Yes(As, events);
}
