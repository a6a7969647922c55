using System.Collections.Immutable;

namespace Projects;

/// <summary>催办 (DOMAIN 9): one level after another, each once for its condition, the next only when the reply time brought no reply that was accepted.</summary>
internal static class UrgingRules
{
    /// <summary>整改办 reminds and sends the slip; from the letter on it is 督查室's alone, and a person's.</summary>
    private static readonly ImmutableArray<Role> Urgers = [Role.Supervision, Role.LedgerOffice];
    private static readonly ImmutableArray<Role> Supervisors = [Role.Supervision];

    public static ImmutableArray<Role> UrgersAt(UrgingLevel level) => IsSupervisors(level) ? Supervisors : Urgers;

    /// <summary>Whether some notice is due that this person may issue.</summary>
    public static Leave MayUrge(IssueMatter m) => m.May<UrgeIssue>(Right.InAnyUnit(Urgers)).Unless(() =>
    {
        var obstacles = TurnsOf(m).Select(turn => May(m, turn.Level).Unless(() => WaitObstacle(m, turn)).Refusal).ToList();
        return obstacles.Contains(null) ? null : obstacles.FirstOrDefault() ?? new NothingToUrge(m.Number, null);
    });

    public static Decision Urge(IssueMatter m, UrgeIssue command)
    {
        var turn = TurnsOf(m).FirstOrDefault(turn => turn.Condition.Trigger == command.Trigger);
        var issued = turn is null ? null : m.Issue.Urgings.FirstOrDefault(notice => notice.Condition == turn.Condition && notice.Level == command.Level);
        var leave = May(m, command.Level)
            .Unless(() => turn is null ? new NothingToUrge(m.Number, command.Trigger) : null)
            .Unless(() => issued is not null ? new UrgedAlready(m.Number, issued.No, issued.On) : null)
            .Unless(() => turn!.Level != command.Level ? new UrgingOutOfTurn(m.Number, command.Level, turn.Level) : null)
            .Unless(() => WaitObstacle(m, turn!));
        var check = new FieldCheck();
        var (document, message) = (check.Optional("document", command.Document, FieldCheck.Line), check.Optional("message", command.Message, FieldCheck.Statement));
        if (leave.Obstacle(alreadySo: issued is { ByItself: false } && (issued.Document, issued.Message) == (document, message)) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(Notice(m, turn!.Condition, command.Level) with { Document = document, Message = message });
    }

    /// <summary>The reminder a late acceptance brings with it (DOMAIN 4, row 2); null when the unit was reminded of it before.</summary>
    public static IssueUrged? OfLateAcceptance(IssueMatter m)
    {
        var condition = new UrgingCondition(m.Issue.Round!.No, UrgingTrigger.LateAcceptance);
        return m.Issue.Urgings.Any(notice => notice.Condition == condition) ? null : Notice(m, condition, UrgingLevel.Reminder) with { ByItself = true };
    }

    public static Leave MayReply(IssueMatter m) => m.May<ReplyToUrging>(Right.AnsweringUnit(m.Issue))
        .Unless(() => m.Issue.Urgings.Any(notice => notice.StateIn(m.Issue) is UrgingState.AwaitingReply) ? null : new NoUrgingAwaits(m.Number, UrgingState.AwaitingReply));

    public static Decision Reply(IssueMatter m, ReplyToUrging command)
    {
        var notice = Find(m, command.Notice);
        var leave = m.May<ReplyToUrging>(Right.AnsweringUnit(m.Issue))
            .Unless(() => notice is null ? NotThere(command.Notice) : null)
            .Unless(() => notice!.StateIn(m.Issue) is var state and not UrgingState.AwaitingReply ? new UrgingNotOpen(m.Number, notice.No, state) : null);
        var check = new FieldCheck();
        var reply = check.Text("reply", command.Reply, FieldCheck.Statement);
        var alreadySo = notice?.Reply is { Accepted: not false } last && (last.Text, last.PromisedOn, last.By.Person) == (reply, command.PromisedOn, m.Person);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        check.Require(command.PromisedOn is not null || notice!.Condition.Trigger is not UrgingTrigger.Overdue, "promised_date", "逾期事项的答复须承诺办结日期", "the reply of an overdue issue must promise a day");
        check.Require(!(command.PromisedOn < m.Today), "promised_date", "不得早于今天", "must not lie before today");
        check.Day("promised_date", command.PromisedOn);
        // Judged by the day it is recorded, as the notice's clock is.
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new UrgingReplied(m.Number, notice!.No, reply, command.PromisedOn, Late: m.Today > notice.ReplyBy));
    }

    public static Leave MaySettle(IssueMatter m) => m.May<SettleUrging>(Right.InAnyUnit(Urgers))
        .Unless(() => m.Issue.Urgings.Any(notice => notice.StateIn(m.Issue) is UrgingState.AwaitingSettlement && Settling(m, notice).Refusal is null)
            ? null
            : new NoUrgingAwaits(m.Number, UrgingState.AwaitingSettlement));

    public static Decision Settle(IssueMatter m, SettleUrging command)
    {
        var notice = Find(m, command.Notice);
        var leave = notice is null ? m.May<SettleUrging>(Right.InAnyUnit(Urgers)).Unless(() => NotThere(command.Notice)) : Settling(m, notice);
        var check = new FieldCheck();
        var reason = command.Accepted ? check.Optional("reason", command.Reason, FieldCheck.Statement) : check.Reason("reason", command.Reason);
        if (leave.Obstacle(alreadySo: notice?.Reply is { Accepted: { } accepted } reply && (accepted, reply.Reason) == (command.Accepted, reason)) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new UrgingSettled(m.Number, command.Notice, command.Accepted, reason));
    }

    // Whoever may issue a notice of this level settles the reply to it, but nobody their own.
    private static Leave Settling(IssueMatter m, UrgingNotice notice) => m.May<SettleUrging>(Right.InAnyUnit(UrgersAt(notice.Level)))
        .Unless(() => PersonObstacle(m, notice.Level))
        .Unless(() => notice.StateIn(m.Issue) is var state and not UrgingState.AwaitingSettlement ? new UrgingNotOpen(m.Number, notice.No, state) : null)
        .Without(capacity => SeparationOfDuties.OfUrgingSettler(m, notice.Reply!, capacity));

    private static ImmutableArray<UrgingTurn> TurnsOf(IssueMatter m) => UrgingTurn.Of(
        IssueFacts.Of(m.Matter.Project.Id.Code, m.Issue, m.Matter.Project.Lists[m.Issue.List]), m.Issue.Urgings, m.On, m.Matter.Park.Policy, m.Matter.Calendar);

    // The reply time runs from the day of recording: a notice entered late gives the unit its whole time.
    private static IssueUrged Notice(IssueMatter m, UrgingCondition condition, UrgingLevel level)
    {
        var rung = m.Matter.Park.Policy.Urging.Ladder[level];
        var to = new UrgingRecipient(m.Particulars.LeadUnit!.Value, rung.ToLeader ? m.Particulars.Leader : m.Particulars.Responsible);
        return new(m.Number, m.Issue.Urgings.Length + 1, level, condition, to, m.Matter.Calendar.AddWorkingDays(m.Today, rung.ReplyWorkingDays), ByItself: false, null, null);
    }

    private static Leave May(IssueMatter m, UrgingLevel level) => m.May<UrgeIssue>(Right.InAnyUnit(UrgersAt(level))).Unless(() => PersonObstacle(m, level));

    private static Refusal? WaitObstacle(IssueMatter m, UrgingTurn turn) => turn.IsDue ? null : new UrgingWaits(m.Number, turn.Before!.No, turn.Wait, turn.Until);

    private static Refusal? PersonObstacle(IssueMatter m, UrgingLevel level) => IsSupervisors(level) && m.Actor.Kind is ActorKind.Program ? new PersonNeeded() : null;

    private static bool IsSupervisors(UrgingLevel level) => level >= UrgingLevel.SupervisionLetter;

    private static UrgingNotice? Find(IssueMatter m, int no) => m.Issue.Urgings.FirstOrDefault(notice => notice.No == no);

    private static NotFound NotThere(int no) => new("urging", $"{no}");
}
