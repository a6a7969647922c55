using System.Collections.Immutable;

namespace Projects;

/// <summary>公示 (DOMAIN 4, rows 12 and 13).</summary>
internal static class Noticing
{
    public static Leave MayRaise(IssueMatter m) => m.May<RaiseObjection>(Right.LedgerOffice);

    public static Decision Raise(IssueMatter m, RaiseObjection command)
    {
        var leave = MayRaise(m);
        var check = new FieldCheck();
        var raisedBy = check.Text("raised_by", command.RaisedBy, FieldCheck.Line);
        var text = check.Text("objection", command.Objection, FieldCheck.Statement);
        var objections = m.Issue.Request?.Notice?.Objections ?? [];
        var alreadySo = m.Issue.State is IssueState.OnNotice && objections.Any(held => held.SettledOn is null && (held.RaisedBy, held.Text) == (raisedBy, text));
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ObjectionRaised(m.Number, objections.Length + 1, raisedBy, text));
    }

    public static Leave MaySettle(IssueMatter m) => m.May<SettleObjection>(Right.LedgerOffice);

    public static Decision Settle(IssueMatter m, SettleObjection command)
    {
        var objection = m.Issue.Request?.Notice?.Objections.FirstOrDefault(held => held.No == command.Objection);
        var leave = MaySettle(m).Unless(() => objection switch
        {
            null => new NotFound("objection", $"{command.Objection}"),
            { Upheld: { } upheld } => new ObjectionAlreadySettled(m.Number, objection.No, upheld),
            _ => null,
        });
        var check = new FieldCheck();
        var outcome = check.Text("outcome", command.Outcome, FieldCheck.Statement);
        var alreadySo = m.Issue.State is IssueState.OnNotice && objection is { SettledOn: not null } && (objection.Upheld, objection.Outcome) == (command.Upheld, outcome);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ObjectionSettled(m.Number, command.Objection, command.Upheld, outcome));
    }

    public static Leave MayEnd(IssueMatter m) => m.May<EndNotice>(Right.LedgerOffice).Unless(() => RunningObstacle(m));

    public static Decision End(IssueMatter m)
    {
        var leave = MayEnd(m);
        var alreadySo = m.Issue.Round is { Requests: [.., { Notice.EndedOn: not null, Outcome: ClosureOutcome.Open or ClosureOutcome.Done }] };
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        var ended = new NoticeEnded(m.Number, Counted(m.Issue.Request!.Notice!, m.On, m.Matter.Calendar));
        return m.Issue.Round!.Terms.Approval is ApprovalOrder.ApproveThenNotice
            ? leave.Record(ended, Approving.End(m.Issue))
            : leave.Record(ended);
    }

    /// <summary>Working days after the start up to and including <paramref name="on"/>, without those an objection held: after it was raised, through the day it was settled.</summary>
    public static int Counted(Notice notice, DateOnly on, WorkCalendar calendar)
    {
        var counted = 0;
        for (var day = notice.From.AddDays(1); day <= on; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && !notice.Objections.Any(objection => objection.RaisedOn < day && !(objection.SettledOn < day)))
                counted++;
        }
        return counted;
    }

    private static Refusal? RunningObstacle(IssueMatter m)
    {
        var notice = m.Issue.Request!.Notice!;
        var counted = Counted(notice, m.On, m.Matter.Calendar);
        ImmutableArray<int> open = [.. notice.Objections.Where(objection => objection.SettledOn is null).Select(objection => objection.No)];
        ImmutableArray<int> upheld = [.. notice.Objections.Where(objection => objection.Upheld is true).Select(objection => objection.No)];
        return counted >= notice.WorkingDays && open.IsEmpty && upheld.IsEmpty
            ? null
            : new NoticeRunning(m.Number, counted, notice.WorkingDays, open, upheld);
    }
}
