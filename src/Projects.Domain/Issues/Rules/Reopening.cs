using System.Collections.Immutable;

namespace Projects;

/// <summary>重新立项整改 (DOMAIN 4, row 16): the same number, the next round, under the policy of the day it is reopened.</summary>
internal static class Reopening
{
    public static Right Right { get; } = Projects.Right.InAnyUnit(Role.LedgerOffice, Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader, Role.UpperLevel);

    public static Leave MayReopen(IssueMatter m) => m.May<ReopenIssue>(Right);

    public static Decision Reopen(IssueMatter m, ReopenIssue command)
    {
        var leave = MayReopen(m);
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        if (leave.Obstacle(IsReopened(m.Issue, command, reason)) is { } obstacle)
            return obstacle;
        check.Known("cause", command.Cause);
        check.Day("new_due_date", command.NewDue);
        check.Require(command.NewDue >= m.On, "new_due_date", "新时限不得早于重开日", "must not lie before the day of reopening");
        ImmutableArray<string> measures = command.Measures.IsEmpty ? [.. m.Issue.Round!.Measures.Select(measure => measure.Text)] : check.Texts("measures", command.Measures);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        var reopened = new IssueReopened(m.Number, command.Cause, reason, command.NewDue, measures, ClosingTerms.Of(m.Matter.Park, m.Particulars.Grade));
        // A rebound is never kept out by an archived list: the list is visibly in use again.
        return m.Matter.Project.Lists[m.Issue.List].Status is ListStatus.Archived
            ? leave.Record(new ListIssued(m.Issue.List), reopened)
            : leave.Record(reopened);
    }

    private static bool IsReopened(Issue issue, ReopenIssue command, string reason) =>
        issue is { State: IssueState.Rectifying, Round: { Cause: { } cause } round } && (cause, round.Reason, round.Due) == (command.Cause, reason, command.NewDue);
}
