namespace Projects.Domain.Tests.Standing;

public sealed class IssueFactsTests
{
    private static readonly By Head = new(new("head"), Role.UnitHead, new("economy"));
    private static readonly ClosingTerms Terms = new(1, 1, ApprovalOrder.ApproveThenNotice, 5, 10, 2, 1);

    private static readonly IssueList List = new()
    {
        Code = new("committee"),
        Particulars = new("党工委清单", Tier.Committee, "主题教育", Measure.Closed),
        Status = ListStatus.Issued,
        Version = 1,
    };

    private static readonly Round First = new()
    {
        No = 1,
        OpenedOn = new(2023, 11, 1),
        Due = new(2023, 12, 29),
        Terms = Terms,
        Measures = [new MeasureItem(1, "补齐手续")],
    };

    private static readonly Issue Rectifying = new()
    {
        Number = new("PZH-001"),
        List = List.Code,
        State = IssueState.Rectifying,
        Particulars = new("手续不全", Grade: Grade.Larger, LeadUnit: new("economy")),
        DraftedBy = Head,
        RegisteredOn = new(2023, 11, 1),
        OriginalDue = DueDate.Stated(new(2023, 12, 29)),
        CurrentDue = new(2024, 1, 12),
        Rounds = [First],
        LastStepOn = new(2023, 11, 1),
        Version = 7,
    };

    [Fact]
    public void They_say_where_the_issue_stands_and_in_which_list()
    {
        var facts = Of(Rectifying);

        Assert.Equal(("campaign", "committee", Tier.Committee, Measure.Closed), (facts.Project.Value, facts.List.Value, facts.Tier, facts.Measure));
        Assert.Equal((IssueState.Rectifying, Grade.Larger, 1), (facts.State, facts.Grade, facts.Round));
        Assert.Equal((new DateOnly(2023, 12, 29), new DateOnly(2024, 1, 12)), (facts.OriginalDue, facts.CurrentDue));
    }

    [Fact]
    public void Rectified_needs_every_measure_done_and_the_self_check()
    {
        var done = First with { Measures = [First.Measures[0] with { DoneOn = new(2023, 12, 1) }] };
        var checkedToo = done with { SelfCheck = new("已完成", Head, new(2023, 12, 2)) };

        Assert.False(Of(Rectifying with { Rounds = [done] }).Rectified);
        Assert.False(Of(Rectifying with { Rounds = [checkedToo with { Measures = First.Measures }] }).Rectified);
        Assert.True(Of(Rectifying with { Rounds = [checkedToo] }).Rectified);
        Assert.True(Of(Rectifying with { State = IssueState.Verifying }).Rectified);
    }

    [Fact]
    public void Only_a_request_that_stands_is_a_request()
    {
        var returned = Request(new(2023, 12, 5), ClosureOutcome.Returned);
        var facts = Of(Rectifying with { Rounds = [First with { Requests = [returned] }] });

        Assert.Null(facts.RequestedOn);
        Assert.Equal(1, facts.TimesReturned);
        Assert.Equal(new DateOnly(2023, 12, 20),
            Of(Rectifying with { Rounds = [First with { Requests = [returned, Request(new(2023, 12, 20), ClosureOutcome.Open)] }] }).RequestedOn);
    }

    [Fact]
    public void Reopening_begins_anew_and_remembers_the_closing()
    {
        var closed = First with { ClosedOn = new(2023, 12, 1), Requests = [Request(new(2023, 11, 25), ClosureOutcome.Done)] };
        var second = First with { No = 2, OpenedOn = new(2024, 1, 2), Cause = ReopenCause.Rebound };
        var facts = Of(Rectifying with { Rounds = [closed, second], ClosedOn = closed.ClosedOn });

        Assert.Equal((2, 32, true), (facts.Round, facts.ReopenedAfterDays, facts.EverClosed));
        Assert.Equal(new DateOnly(2024, 1, 2), facts.ReopenedOn);
        Assert.Null(facts.ClosedOn);
        Assert.Null(facts.RequestedOn);
    }

    [Fact]
    public void A_take_over_brings_the_days_its_document_states()
    {
        var facts = Of(Rectifying with
        {
            State = IssueState.Closed,
            Rounds = [First with { ClosedOn = new(2023, 12, 1) }],
            ClosedOn = new(2023, 12, 1),
            TakenOver = new("台账2023年第3期", IssueState.Closed, new(2023, 11, 1), RequestedOn: new(2023, 11, 28), ClosedOn: new(2023, 12, 1)),
        });

        Assert.Equal((new DateOnly(2023, 11, 28), new DateOnly(2023, 12, 1)), (facts.RequestedOn, facts.ClosedOn));
    }

    [Fact]
    public void Only_granted_extensions_count()
    {
        var asked = new Extension(1, new(2023, 12, 29), new(2024, 1, 12), "设备到货延迟", false, 1, Head, new(2023, 12, 1));

        Assert.Equal(1, Of(Rectifying with { Extensions = [asked with { Granted = false }, asked with { Granted = true }, asked] }).ExtensionsGranted);
    }

    [Fact]
    public void A_list_without_quotation_is_not_a_quoted_list()
    {
        Assert.Null(QuotedList.Of(new("campaign"), List));
        Assert.Equal(Figure.Parse("90余"),
            QuotedList.Of(new("campaign"), List with { Quoted = new(Figure.Parse("90余"), Figure.Parse("70余"), "报道", new(2024, 1, 8)) })?.Found);
    }

    private static IssueFacts Of(Issue issue) => IssueFacts.Of(new("campaign"), issue, List);

    private static ClosureRequest Request(DateOnly on, ClosureOutcome outcome) => new() { Statement = "申请销号", By = Head, On = on, Outcome = outcome };
}
