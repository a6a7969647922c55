namespace Projects;

/// <summary>The matter at hand about one issue.</summary>
internal sealed record IssueMatter(Matter Matter, Issue Issue)
{
    public DateOnly On => Matter.On;
    public DateOnly Today => Matter.Today;
    public Actor Actor => Matter.Stamp.Actor;
    public PersonId Person => Matter.Stamp.Actor.Person;
    public IssueNumber Number => Issue.Number;
    public IssueParticulars Particulars => Issue.Particulars;

    /// <summary>The level that approves, suspends or voids it: its round's, 1 while a draft.</summary>
    public int ApproverLevel => Issue.Round?.Terms.ApproverLevel ?? 1;

    /// <summary>Whether the actor may give this command now, as far as right and state go; guards of its own follow.</summary>
    public Leave May<TCommand>(Right right) where TCommand : ProjectCommand
    {
        var step = Lifecycle.Of(typeof(TCommand));
        if (step.PersonOnly && Actor.Kind is ActorKind.Program)
            return new Leave(this, [], new PersonNeeded());
        var capacities = right.HeldBy(Actor);
        if (capacities.IsEmpty)
            return new Leave(this, [], new RoleMissing(right.Roles, right.Unit));
        return new Leave(this, capacities, step.Fits(Issue) ? null : Lifecycle.WrongState(Issue));
    }
}
