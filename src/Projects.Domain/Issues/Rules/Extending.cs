using System.Collections.Immutable;

namespace Projects;

/// <summary>延期 (DOMAIN 4, row 5). The original due date never changes.</summary>
internal static class Extending
{
    private const int HighestLevel = 3;

    public static Leave MayRequest(IssueMatter m) => m.May<RequestExtension>(Right.HeadOfLeadUnit(m.Issue))
        .Unless(() => m.Issue.PendingExtension is { } pending ? new ExtensionPending(m.Number, pending.NewDue) : null)
        .Unless(() => UsedUp(m.Issue));

    public static Decision Request(IssueMatter m, RequestExtension command)
    {
        var leave = MayRequest(m);
        var check = new FieldCheck();
        var reason = check.Reason("reason", command.Reason);
        var alreadySo = m.Issue.State is IssueState.Rectifying && m.Issue.PendingExtension is { } pending && (pending.NewDue, pending.Reason) == (command.NewDue, reason);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        check.Day("new_due_date", command.NewDue);
        check.Require(command.NewDue > m.Issue.CurrentDue, "new_due_date", $"须晚于现时限 {m.Issue.CurrentDue:yyyy-MM-dd}", $"must lie after the current due date {m.Issue.CurrentDue:yyyy-MM-dd}");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        var late = IsLate(m);
        var level = m.ApproverLevel + (late ? 1 : 0);
        return leave.Record(new ExtensionRequested(m.Number, command.NewDue, reason, late, Math.Min(level, HighestLevel)));
    }

    /// <summary>Any approver may be asked; one below the level a late request needs is told so (TOO_LATE).</summary>
    public static Leave MayDecide(IssueMatter m)
    {
        var asked = m.Issue.PendingExtension;
        var leave = m.May<DecideExtension>(Right.ApproverFrom(m.ApproverLevel)).Unless(() => asked is null ? new NoExtensionPending(m.Number) : null);
        return asked is null ? leave : leave
            .Without(capacity => Policy.ApproverLevelOf(capacity.Role) < asked.ApproverLevel ? new ExtensionTooLate(m.Number, asked.ApproverLevel) : null)
            .Without(capacity => SeparationOfDuties.OfExtensionDecider(m, asked, capacity));
    }

    public static Decision Decide(IssueMatter m, DecideExtension command)
    {
        var leave = MayDecide(m);
        var alreadySo = m.Issue.State is IssueState.Rectifying && m.Issue.Extensions is [.., { DecidedBy: { } by } last]
            && last.Granted == command.Grant && by.Person == m.Person;
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var reason = command.Grant ? check.Optional("reason", command.Reason, FieldCheck.Statement) : check.Reason("reason", command.Reason);
        var newDue = m.Issue.PendingExtension!.NewDue;
        check.Require(!command.Grant || newDue > m.Issue.CurrentDue, "grant", "现时限已不早于所申请的时限", "the current due date no longer lies before the one asked for");
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ExtensionDecided(m.Number, command.Grant, newDue, reason));
    }

    // Judged by the day it is recorded, not by the day claimed: backdating buys no time.
    private static bool IsLate(IssueMatter m) =>
        m.Matter.Calendar.WorkingDaysBetween(m.Today, m.Issue.CurrentDue!.Value) < m.Issue.Round!.Terms.ExtensionLeadWorkingDays;

    private static Refusal? UsedUp(Issue issue)
    {
        var atMost = issue.Round!.Terms.ExtensionsAtMost;
        return issue.Extensions.Count(extension => extension.Granted is true) >= atMost ? new ExtensionsUsedUp(issue.Number, atMost) : null;
    }
}
