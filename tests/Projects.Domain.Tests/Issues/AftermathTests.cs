using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>备案, 回头看 and reopening (DOMAIN 4, rows 14 to 16).</summary>
public sealed class AftermathTests
{
    private static readonly ReopenIssue Reopen = new(Number, ReopenCause.Rebound, "尾气再次超标", new(2024, 4, 30));

    [Fact]
    public void A_closed_issue_is_filed_under_a_number()
    {
        foreach (var who in new[] { Clerk, Upper })
            Closed().When(who, new FileClosure(Number, "备〔2024〕1号")).Then(new ClosureFiled(Number, "备〔2024〕1号"));
        Filed.When(Clerk, new FileClosure(Number, "备〔2024〕1号")).ThenAlreadySo();
        Filed.When(Clerk, new FileClosure(Number, "备〔2024〕2号")).ThenRefused<WrongIssueState>(Reason.WrongState);
        Closed().When(Clerk, new FileClosure(Number, " ")).ThenFaultIn("filing_number");
        Closed().When(Clerk, new FileClosure(Number, new string('1', 101))).ThenFaultIn("filing_number");
        Closed().When(Chief, new FileClosure(Number, "备〔2024〕1号")).ThenRefused(new RoleMissing([Role.LedgerOffice, Role.UpperLevel]));
    }

    [Theory]
    [InlineData(IssueState.Closed)]
    [InlineData(IssueState.Filed)]
    [InlineData(IssueState.StandingWatch)]
    public void A_failed_review_reopens_it_under_the_same_number_in_the_next_round(IssueState state)
    {
        foreach (var who in new[] { Clerk, Director, Deputy, Chief, Upper })
        {
            var before = In(state);
            var story = before.When(who, Reopen).Accepted();
            Assert.Equal((IssueState.Rectifying, 2, new DateOnly(2024, 4, 30)), (story.Issue.State, story.Issue.Round!.No, story.Issue.CurrentDue));
            Assert.Equal(before.Issue.Rounds[0], story.Issue.Rounds[0]);
            Assert.All(story.Issue.Round.Measures, measure => Assert.Null(measure.DoneOn));
            Assert.Equal((0, 0, Due), (story.Issue.Round.Evidence.Length, story.Issue.Round.Rectifiers.Count, story.Issue.OriginalDue!.Value.Date));
            story.When(who, Reopen).ThenAlreadySo();
        }
        foreach (var who in new[] { Head, Handler, Ann, Supervisor })
            In(state).When(who, Reopen).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void Reopening_needs_a_cause_a_reason_and_a_day_ahead()
    {
        Closed().When(Clerk, Reopen with { Reason = "" }).ThenRefused(new ReasonMissing("reason"));
        Closed().When(Clerk, Reopen with { NewDue = new(2024, 1, 14) }).ThenFaultIn("new_due_date");
        Closed().When(Clerk, Reopen with { Cause = (ReopenCause)9 }).ThenFaultIn("cause");
        Closed().When(Clerk, Reopen with { Measures = [" "] }).ThenFaultIn("measures[0]");
        Rectifying().When(Clerk, Reopen).ThenRefused<WrongIssueState>(Reason.WrongState);
    }

    [Fact]
    public void The_new_round_may_have_measures_of_its_own() =>
        Assert.Equal(["停产整治"], Closed().Then(Clerk, Reopen with { Measures = ["停产整治"] }).Issue.Round!.Measures.Select(measure => measure.Text));

    [Fact]
    public void A_round_closed_again_needs_a_new_filing_number()
    {
        var story = Filed.Then(Clerk, Reopen).Rectified().Then(Head, new RequestClosure(Number, "再次完成")).Named().Passed()
            .Then(Chief, new ApproveClosure(Number)).AfterWorkingDays(5).Then(Clerk, new EndNotice(Number));
        Assert.Equal((IssueState.Closed, null, 2), (story.Issue.State, story.Issue.FilingNumber, story.Issue.Rounds.Length));
        Assert.NotEqual(story.Issue.Rounds[0].ClosedOn, story.Issue.Rounds[1].ClosedOn);
    }

    [Fact]
    public void Reopening_brings_an_archived_list_back_into_use()
    {
        var story = Filed.Then(Clerk, new ArchiveList(List));
        story.When(Clerk, Reopen).Then(
            new ListIssued(List), new IssueReopened(Number, ReopenCause.Rebound, "尾气再次超标", new(2024, 4, 30), Given.Particulars.Measures, story.Issue.Round!.Terms));
    }

    [Fact]
    public void A_review_that_finds_it_sound_is_kept()
    {
        var story = Closed().When(Clerk, new RecordReview(Number, "未反弹")).Then(new IssueReviewed(Number, "未反弹", null));
        Assert.Equal((IssueState.Closed, 1), (story.Issue.State, story.Issue.Reviews.Length));
        story.When(Clerk, new RecordReview(Number, "未反弹")).ThenAlreadySo();
        story.When(Clerk, new RecordReview(Number, " ")).ThenFaultIn("finding");
        Closed().When(Handler, new RecordReview(Number, "未反弹")).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void A_standing_issue_always_has_its_next_review()
    {
        UnderWatch.When(Clerk, new RecordReview(Number, "机制运行正常")).ThenFaultIn("next_review_date");
        UnderWatch.When(Clerk, new RecordReview(Number, "机制运行正常", new(2024, 1, 1))).ThenFaultIn("next_review_date");
        Assert.Equal(new DateOnly(2024, 12, 31), UnderWatch.Then(Clerk, new RecordReview(Number, "机制运行正常", new(2024, 12, 31))).Issue.NextReview);
    }
}
