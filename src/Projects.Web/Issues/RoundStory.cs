using System.Collections.Immutable;

namespace Projects.Web.Issues;

/// <summary>One thing that happened in a round.</summary>
/// <param name="Text">In somebody's own words; null when nothing was said.</param>
/// <param name="Who">Null where the record names no person.</param>
public sealed record RoundStep(DateOnly On, Text What, string? Text, By? Who);

/// <summary>What happened in a round, day by day. Steps of one day stand in the order they can follow one another.</summary>
public static class RoundStory
{
    public static ImmutableArray<RoundStep> Of(Issue issue, Round round) => [.. Steps(issue, round).OrderBy(step => step.On)];

    private static IEnumerable<RoundStep> Steps(Issue issue, Round round)
    {
        yield return round.Cause is { } cause
            ? new(round.OpenedOn, new($"重新整改（{IssueWords.Of(cause).Zh}），时限 {round.Due:yyyy-MM-dd}", $"Reopened ({IssueWords.Of(cause).En}), due {round.Due:yyyy-MM-dd}"), round.Reason, null)
            : new(round.OpenedOn, new($"立账，时限 {round.Due:yyyy-MM-dd}", $"Registered, due {round.Due:yyyy-MM-dd}"), null, null);
        if (round.No == 1 && issue.AcceptedOn is { } accepted)
            yield return new(accepted, new("签收", "Accepted"), null, null);
        foreach (var said in round.Progress)
            yield return new(said.On, new("填报进展", "Progress"), said.Difficulty is { } difficulty ? $"{said.Progress}（{difficulty}）" : said.Progress, said.By);
        foreach (var measure in round.Measures.Where(measure => measure.DoneOn is not null))
            yield return new(measure.DoneOn!.Value, new($"完成措施{measure.No}", $"Measure {measure.No} done"), measure.Text, measure.By);
        foreach (var held in round.Evidence)
            yield return new(held.On, new($"上传佐证（标准{string.Join('、', held.Criteria)}）", $"Evidence for criteria {string.Join(", ", held.Criteria)}"), held.File.Name, held.By);
        foreach (var step in issue.Extensions.Where(asked => asked.Round == round.No).SelectMany(Of))
            yield return step;
        foreach (var step in issue.Urgings.Where(notice => notice.Condition.Round == round.No).SelectMany(Of))
            yield return step;
        if (round.SelfCheck is { } check)
            yield return new(check.On, new("自查", "Self-check"), check.Statement, check.By);
        foreach (var step in round.Requests.SelectMany(Of))
            yield return step;
        if (round == issue.Round)
            foreach (var review in issue.Reviews)
                yield return new(review.On, new("回头看", "Review"), review.Finding, review.By);
    }

    private static IEnumerable<RoundStep> Of(Extension asked)
    {
        yield return new(asked.RequestedOn,
            new($"申请延期 {asked.OldDue:yyyy-MM-dd} → {asked.NewDue:yyyy-MM-dd}{(asked.Late ? "（逾申请期限）" : "")}", $"Extension asked: {asked.OldDue:yyyy-MM-dd} → {asked.NewDue:yyyy-MM-dd}{(asked.Late ? " (late)" : "")}"),
            asked.Reason, asked.RequestedBy);
        if (asked is { DecidedOn: { } day, Granted: { } granted })
            yield return new(day, granted ? new("同意延期", "Extension granted") : new("不同意延期", "Extension declined"), asked.DecisionReason, asked.DecidedBy);
    }

    private static IEnumerable<RoundStep> Of(UrgingNotice notice)
    {
        var (level, condition) = (UrgingWords.Of(notice.Level), UrgingWords.Of(notice.Condition));
        yield return new(notice.On, new($"{level.Zh}（{condition.Zh}），{notice.ReplyBy:yyyy-MM-dd} 前答复", $"{level.En} ({condition.En}), reply by {notice.ReplyBy:yyyy-MM-dd}"), notice.Message ?? notice.Document, notice.By);
        foreach (var reply in notice.Replies)
        {
            yield return new(reply.On, reply.PromisedOn is { } day ? new($"答复{level.Zh}，承诺 {day:yyyy-MM-dd} 办结", $"Replied to the {level.En}, promised by {day:yyyy-MM-dd}") : new($"答复{level.Zh}", $"Replied to the {level.En}"), reply.Text, reply.By);
            if (reply is { SettledOn: { } settled, Accepted: { } accepted })
                yield return new(settled, accepted ? new($"认可{level.Zh}的答复", $"Reply to the {level.En} accepted") : new($"不认可{level.Zh}的答复", $"Reply to the {level.En} not accepted"), reply.Reason, reply.SettledBy);
        }
    }

    private static IEnumerable<RoundStep> Of(ClosureRequest request)
    {
        yield return new(request.On, request.NextReview is null ? new("申请销号", "Closure requested") : new("申请转长期坚持", "Stage said to be done"), request.Statement, request.By);
        foreach (var found in request.Verifications)
            yield return new(found.On, new("核查通过", "Verified"), found.Opinion, found.By);
        if (request.Approval is { } approval)
            yield return new(approval.On, new("审批同意", "Approved"), approval.Opinion, approval.By);
        foreach (var step in request.Notice is { } notice ? Of(notice) : [])
            yield return step;
        if (request is { OutcomeOn: { } day, Outcome: not ClosureOutcome.Open })
            yield return new(day, request.Outcome is ClosureOutcome.Done && request.NextReview is null ? new("销号", "Closed") : IssueWords.Of(request.Outcome), request.OutcomeReason, request.OutcomeBy);
    }

    private static IEnumerable<RoundStep> Of(Notice notice)
    {
        yield return new(notice.From, new($"公示{notice.WorkingDays}个工作日", $"On notice for {notice.WorkingDays} working days"), null, null);
        foreach (var held in notice.Objections)
        {
            yield return new(held.RaisedOn, new($"异议{held.No}（{held.RaisedBy}）", $"Objection {held.No} ({held.RaisedBy})"), held.Text, null);
            if (held is { SettledOn: { } day, Upheld: { } upheld })
                yield return new(day, upheld ? new($"异议{held.No}成立", $"Objection {held.No} upheld") : new($"异议{held.No}不成立", $"Objection {held.No} not upheld"), held.Outcome, null);
        }
        if (notice.EndedOn is { } ended)
            yield return new(ended, new("公示结束", "Notice ended"), null, null);
    }
}
