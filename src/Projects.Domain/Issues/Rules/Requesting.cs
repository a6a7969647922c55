using System.Collections.Immutable;

namespace Projects;

/// <summary>申请销号 and its withdrawal (DOMAIN 4, rows 6, 7 and 15).</summary>
internal static class Requesting
{
    public static Leave MayRequest(IssueMatter m) => Ready(m.May<RequestClosure>(Right.HeadOfLeadUnit(m.Issue)), m.Issue);

    public static Decision Request(IssueMatter m, RequestClosure command) => Ask(MayRequest(m), command.Statement, nextReview: null);

    /// <summary>A standing issue is never closed: its stage is found done and it is watched from then on.</summary>
    public static Leave MayMarkStageDone(IssueMatter m) => Ready(m.May<MarkStageDone>(Right.HeadOfLeadUnit(m.Issue)), m.Issue);

    public static Decision MarkStageDone(IssueMatter m, MarkStageDone command) => Ask(MayMarkStageDone(m), command.Statement, command.NextReview);

    public static Leave MayWithdraw(IssueMatter m) => m.May<WithdrawClosure>(Right.HeadOfLeadUnit(m.Issue));

    public static Decision Withdraw(IssueMatter m, WithdrawClosure command)
    {
        var leave = MayWithdraw(m);
        var alreadySo = m.Issue is { State: IssueState.Rectifying, Round.Requests: [.., { Outcome: ClosureOutcome.Withdrawn }] };
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        var check = new FieldCheck();
        var reason = check.Optional("reason", command.Reason, FieldCheck.Statement);
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ClosureWithdrawn(m.Number, reason));
    }

    private static Leave Ready(Leave leave, Issue issue) => leave
        .Unless(() => Rectification.MeasuresObstacle(issue))
        .Unless(() => EvidenceObstacle(issue));

    private static Decision Ask(Leave leave, string statement, DateOnly? nextReview)
    {
        var issue = leave.Of.Issue;
        var check = new FieldCheck();
        var stated = check.Text("statement", statement, FieldCheck.Statement);
        var alreadySo = issue is { State: IssueState.ClosureRequested, Request: { } open }
            && (open.Statement, open.NextReview, open.By.Person) == (stated, nextReview, leave.Of.Person);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        check.Day("next_review_date", nextReview);
        check.Require(nextReview is not { } day || day > leave.Of.On, "next_review_date", "下次回头看须晚于今天", "must lie ahead");
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ClosureRequested(issue.Number, stated, nextReview));
    }

    // The round holds its own evidence only: what an earlier round showed does not serve this one (DOMAIN 10.4).
    private static Refusal? EvidenceObstacle(Issue issue)
    {
        var shown = issue.Round!.Evidence.SelectMany(evidence => evidence.Criteria).ToHashSet();
        ImmutableArray<int> bare = [.. Enumerable.Range(1, issue.Particulars.Criteria.Length).Where(no => !shown.Contains(no))];
        return bare.IsEmpty ? null : new NoEvidence(issue.Number, issue.Round.No, bare);
    }
}
