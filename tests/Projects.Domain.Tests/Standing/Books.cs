namespace Projects.Domain.Tests.Standing;

/// <summary>Issues as short as a line of a ledger: a number, when due, when closed.</summary>
internal static class Books
{
    internal static readonly DateOnly Opened = new(2023, 11, 1);

    internal static readonly IssueFacts Rectifying = new()
    {
        Project = new("campaign"),
        List = new("committee"),
        Tier = Tier.Committee,
        Measure = Measure.Closed,
        Unit = new("economy"),
        State = IssueState.Rectifying,
        Kind = IssueKind.OneOff,
        Grade = Grade.Ordinary,
        RegisteredOn = Opened,
        OriginalDue = new(2023, 12, 29),
        CurrentDue = new(2023, 12, 29),
        Round = 1,
    };

    internal static IssueFacts ClosedOn(this IssueFacts issue, DateOnly day) => issue with
    {
        State = IssueState.Closed,
        Rectified = true,
        RequestedOn = day,
        ClosedOn = day,
        EverClosed = true,
    };

    internal static IssueFacts DueOn(this IssueFacts issue, DateOnly day) => issue with { OriginalDue = day, CurrentDue = day };

    internal static IssueFacts In(this IssueFacts issue, string list, Tier tier, Measure measure) =>
        issue with { List = new(list), Tier = tier, Measure = measure };

    internal static IssueRates RatesOn(DateOnly cutOff, IEnumerable<IssueFacts> issues, params IEnumerable<QuotedList> quoted) =>
        IssueRates.Of(issues, quoted, cutOff, Policy.Default, WorkCalendar.China);

    internal static string Shown(this RateSheet sheet, string code) => sheet[code].Show(Language.Chinese);
}
