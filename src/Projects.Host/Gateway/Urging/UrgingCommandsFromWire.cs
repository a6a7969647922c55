namespace Projects.Host.Gateway;

/// <summary>Orders about urging, and what its lists are asked for, from the wire to the domain.</summary>
internal static class UrgingCommandsFromWire
{
    public static UrgeIssue ToCommand(this V1.UrgeIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(
        number,
        fields.RequiredMember<UrgingTrigger>((int)r.Trigger, "trigger"),
        fields.RequiredMember<UrgingLevel>((int)r.Level, "level"),
        r.Document,
        r.Message);

    public static ReplyToUrging ToCommand(this V1.ReplyToUrgingRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Notice, r.Reply, fields.Day(r.PromisedDate, "promised_date"));

    public static SettleUrging ToCommand(this V1.SettleUrgingRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Notice, r.Accepted, r.Reason);
}
