namespace Projects;

/// <summary>退回整改 (DOMAIN 4, row 10): the next request is a new record.</summary>
internal static class Returning
{
    public static Leave MayReturn(IssueMatter m) => m.May<ReturnForRework>(Judges(m));

    public static Decision Return(IssueMatter m, ReturnForRework command)
    {
        var leave = MayReturn(m);
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        var alreadySo = m.Issue is { State: IssueState.Rectifying, Round.Requests: [.., { Outcome: ClosureOutcome.Returned } last] }
            && last.OutcomeReason == reason && last.OutcomeBy?.Person == m.Person;
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ClosureReturned(m.Number, m.Issue.State, reason));
    }

    // The verifiers named for the last request, the approvers of the issue's level, the ledger office.
    private static Right Judges(IssueMatter m)
    {
        var others = Right.LedgerOfficeOrApprover(m.ApproverLevel);
        var verifiers = m.Issue.Round is { Requests: [.., var last] } ? last.Verifiers : [];
        return new([Role.Verifier, .. others.Roles], null, (actor, capacity) =>
            others.Roles.Contains(capacity.Role) || (capacity.Role is Role.Verifier && verifiers.Contains(capacity.For ?? actor.Person)));
    }
}
