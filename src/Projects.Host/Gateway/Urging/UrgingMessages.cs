using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Notices of urging and what was answered to them, from the domain to the wire.</summary>
internal sealed class UrgingMessages(Insight insight)
{
    private readonly Park park = insight.Park;

    public V1.UrgingNotice Of(UrgingRow row) => Of(new ProjectId(row.Park, row.Project), row.Number, row.Notice, row.State);

    public V1.UrgingNotice Of(ProjectId project, IssueNumber number, UrgingNotice notice, UrgingState state) => new()
    {
        Issue = ResourceName.Of(project, number),
        Number = notice.No,
        Level = notice.Level.ToWire(),
        Trigger = notice.Condition.Trigger.ToWire(),
        Round = notice.Condition.Round,
        DueDate = notice.Condition.Due.ToWire(),
        WithinWorkingDays = notice.Condition.WithinWorkingDays ?? 0,
        State = state.ToWire(),
        Unit = ResourceName.Of(park.Code, notice.To.Unit),
        Person = ResourceName.OfAny(park.Code, notice.To.Person),
        ReplyByDate = notice.ReplyBy.ToWire(),
        ReplyOverdue = state is UrgingState.AwaitingReply && notice.ReplyBy < insight.Today,
        ByItself = notice.ByItself,
        Document = notice.Document ?? "",
        Message = notice.Message ?? "",
        By = Signatures.Of(notice.By, notice.On, park),
        Replies = { notice.Replies.Select(Of) },
    };

    private V1.UrgingReply Of(UrgingReply reply)
    {
        var wire = new V1.UrgingReply
        {
            Text = reply.Text,
            PromisedDate = reply.PromisedOn.ToWire(),
            Late = reply.Late,
            By = Signatures.Of(reply.By, reply.On, park),
            Reason = reply.Reason ?? "",
            SettledBy = Signatures.Of(reply.SettledBy, reply.SettledOn, park),
        };
        if (reply.Accepted is { } accepted)
            wire.Accepted = accepted;
        return wire;
    }
}
