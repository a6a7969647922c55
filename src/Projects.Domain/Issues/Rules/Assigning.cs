using System.Collections.Immutable;

namespace Projects;

/// <summary>签收, and what happens when the lead unit says it is not theirs (DOMAIN 4, rows 2 and 3).</summary>
internal static class Assigning
{
    public static Leave MayAccept(IssueMatter m) => m.May<AcceptIssue>(Right.HeadOfLeadUnit(m.Issue));

    public static Decision Accept(IssueMatter m)
    {
        var leave = MayAccept(m);
        if (leave.Obstacle(alreadySo: m.Issue is { State: IssueState.Rectifying, AcceptedOn: not null }) is { } obstacle)
            return obstacle;
        var late = UrgingTurn.IsLateToAccept(m.Issue.RegisteredOn!.Value, m.On, m.Matter.Park.Policy, m.Matter.Calendar);
        var accepted = new IssueAccepted(m.Number, late);
        return late && UrgingRules.OfLateAcceptance(m) is { } reminder ? leave.Record(accepted, reminder) : leave.Record(accepted);
    }

    public static Leave MayDispute(IssueMatter m) => m.May<DisputeAssignment>(Right.HeadOfLeadUnit(m.Issue));

    public static Decision Dispute(IssueMatter m, DisputeAssignment command)
    {
        var leave = MayDispute(m);
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        if (leave.Obstacle(alreadySo: m.Issue.State is IssueState.Registered && m.Issue.Dispute == reason) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new AssignmentDisputed(m.Number, reason));
    }

    public static Leave MayReassign(IssueMatter m) => m.May<ReassignIssue>(Right.LedgerOffice);

    /// <summary>Assigning the same unit again settles an open dispute against it.</summary>
    public static Decision Reassign(IssueMatter m, ReassignIssue command)
    {
        var leave = MayReassign(m);
        var supporting = command.SupportingUnits.IsDefault ? [] : command.SupportingUnits;
        var assigned = m.Particulars with { LeadUnit = command.LeadUnit, SupportingUnits = supporting, Leader = command.Leader, Responsible = command.Responsible };
        var alreadySo = m.Issue is { State: IssueState.Registered, Dispute: null } && assigned.SaysTheSameAs(m.Particulars);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        check.Particulars(assigned, m.Matter);
        return check.Refusal is { } fault
            ? Matter.No(fault)
            : leave.Record(new IssueReassigned(m.Number, command.LeadUnit, supporting, command.Leader, command.Responsible, reason));
    }
}
