namespace Projects;

public sealed partial record Issue
{
    private Issue EvolveUrging(Event happened, Recorded recorded) => happened switch
    {
        IssueUrged e => this with { Urgings = Urgings.Add(Issued(e, recorded)) },
        // Who answers for the rectification has a part in it and does not judge it.
        UrgingReplied e => InUrging(e.Notice, notice => notice with { Replies = notice.Replies.Add(new(e.Reply, e.PromisedOn, e.Late, recorded.By, recorded.Effective)) })
            .InRound(round => round.Involve(recorded.By)),
        UrgingSettled e => InUrging(e.Notice, notice => notice.Reply is not { } reply ? notice : notice with
        {
            Replies = notice.Replies.SetItem(notice.Replies.Length - 1, reply with { Accepted = e.Accepted, Reason = e.Reason, SettledBy = recorded.By, SettledOn = recorded.Effective }),
        }),
        _ => this,
    };

    private static UrgingNotice Issued(IssueUrged e, Recorded recorded) => new()
    {
        No = e.Notice, Level = e.Level, Condition = e.Condition, To = e.To, ReplyBy = e.ReplyBy, ByItself = e.ByItself, Document = e.Document, Message = e.Message,
        By = recorded.By, On = recorded.Effective,
    };

    private Issue InUrging(int no, Func<UrgingNotice, UrgingNotice> change) =>
        this with { Urgings = [.. Urgings.Select(notice => notice.No == no ? change(notice) : notice)] };
}
