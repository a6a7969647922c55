using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>延期 (DOMAIN 4, row 5).</summary>
public sealed class ExtendingTests
{
    private static readonly DateOnly April = new(2024, 4, 30);
    private static readonly DateOnly May = new(2024, 5, 31);

    private static Story Asked => Rectifying().Then(Head, new RequestExtension(Number, April, "设备到货延迟"));

    // The last day ten working days ahead of 2024-03-29, and the day after it.
    private static Story InTime => Rectifying().On(2024, 3, 15);
    private static Story TooLate => Rectifying().On(2024, 3, 18);

    [Fact]
    public void A_granted_extension_moves_the_current_due_and_never_the_original()
    {
        var story = Asked.When(Director, new DecideExtension(Number, true)).Then(new ExtensionDecided(Number, true, April, null));
        Assert.Equal((Due, April), (story.Issue.OriginalDue!.Value.Date, story.Issue.CurrentDue));
        Assert.Equal((Due, April, true), (story.Issue.Extensions[0].OldDue, story.Issue.Extensions[0].NewDue, story.Issue.Extensions[0].Granted));
    }

    [Fact]
    public void A_refused_extension_moves_nothing_and_needs_a_reason()
    {
        Asked.When(Director, new DecideExtension(Number, false)).ThenRefused(new ReasonMissing("reason"));
        var story = Asked.When(Director, new DecideExtension(Number, false, "理由不充分")).Then(new ExtensionDecided(Number, false, April, "理由不充分"));
        Assert.Equal(Due, story.Issue.CurrentDue);
        story.When(Director, new DecideExtension(Number, false, "理由不充分")).ThenAlreadySo();
        story.When(Deputy, new DecideExtension(Number, true)).ThenRefused(new NoExtensionPending(Number));
    }

    [Fact]
    public void The_head_asks_with_a_reason_for_a_later_day()
    {
        Rectifying().When(Handler, new RequestExtension(Number, April, "设备到货延迟")).ThenRefused(new RoleMissing([Role.UnitHead], Economy));
        Rectifying().When(Head, new RequestExtension(Number, April, "")).ThenRefused(new ReasonMissing("reason"));
        Rectifying().When(Head, new RequestExtension(Number, Due, "设备到货延迟")).ThenFaultIn("new_due_date");
        Rectifying().When(Head, new RequestExtension(Number, new(2999, 1, 1), "设备到货延迟")).ThenFaultIn("new_due_date");
    }

    [Fact]
    public void One_extension_waits_at_a_time()
    {
        Asked.When(Head, new RequestExtension(Number, April, "设备到货延迟")).ThenAlreadySo();
        Asked.When(Head, new RequestExtension(Number, May, "又有延迟")).ThenRefused(new ExtensionPending(Number, April));
    }

    [Fact]
    public void Ten_working_days_ahead_is_in_time() =>
        InTime.When(Head, new RequestExtension(Number, April, "设备到货延迟")).Then(new ExtensionRequested(Number, April, "设备到货延迟", Late: false, ApproverLevel: 1));

    [Fact]
    public void Later_than_that_it_goes_one_level_up()
    {
        var story = TooLate.When(Head, new RequestExtension(Number, April, "设备到货延迟")).Then(new ExtensionRequested(Number, April, "设备到货延迟", Late: true, ApproverLevel: 2));
        story.When(Director, new DecideExtension(Number, true)).ThenRefused(new ExtensionTooLate(Number, 2));
        Assert.Equal(Reason.TooLate, new ExtensionTooLate(Number, 2).Reason);
        story.When(Deputy, new DecideExtension(Number, true)).Accepted();
    }

    [Fact]
    public void Backdating_the_request_buys_no_time() =>
        TooLate.When(Head, new RequestExtension(Number, April, "设备到货延迟"), on: new(2024, 3, 11)).Then(new ExtensionRequested(Number, April, "设备到货延迟", Late: true, ApproverLevel: 2));

    [Fact]
    public void Overdue_is_late_too_and_the_highest_level_stays_the_highest() =>
        Rectifying(Grade.Major).On(2024, 4, 8).When(Head, new RequestExtension(Number, April, "设备到货延迟")).Then(new ExtensionRequested(Number, April, "设备到货延迟", Late: true, ApproverLevel: 3));

    [Fact]
    public void Lateness_is_judged_by_the_current_due_date()
    {
        var story = Asked.Then(Director, new DecideExtension(Number, true)).On(2024, 3, 18);
        story.When(Head, new RequestExtension(Number, May, "再延")).Then(new ExtensionRequested(Number, May, "再延", Late: false, ApproverLevel: 1));
    }

    [Fact]
    public void Two_extensions_are_granted_and_no_third()
    {
        var story = Asked.Then(Director, new DecideExtension(Number, true))
            .Then(Head, new RequestExtension(Number, May, "再延")).Then(Director, new DecideExtension(Number, true));
        story.When(Head, new RequestExtension(Number, new(2024, 6, 28), "三延")).ThenRefused(new ExtensionsUsedUp(Number, 2));
    }

    [Fact]
    public void A_declined_extension_does_not_count()
    {
        var story = Asked.Then(Director, new DecideExtension(Number, false, "不充分"))
            .Then(Head, new RequestExtension(Number, April, "补充材料")).Then(Director, new DecideExtension(Number, true));
        story.When(Head, new RequestExtension(Number, May, "再延")).Accepted();
    }

    [Fact]
    public void The_grade_decides_who_decides()
    {
        var major = Rectifying(Grade.Major).Then(Head, new RequestExtension(Number, April, "设备到货延迟"));
        major.When(Deputy, new DecideExtension(Number, true)).ThenRefused(new RoleMissing([Role.ChiefLeader]));
        major.When(Chief, new DecideExtension(Number, true)).Accepted();
    }

    [Fact]
    public void Nobody_decides_what_they_asked_for_nor_does_their_delegate()
    {
        var both = Rectifying().Appointing(Head, Role.LedgerDirector, Office).Then(Head, new RequestExtension(Number, April, "设备到货延迟"));
        both.When(Head, new DecideExtension(Number, true)).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Applicant));

        var lent = both.Lending(Head, Role.LedgerDirector, Office, Stranger);
        lent.When(Stranger, new DecideExtension(Number, true)).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Applicant));
    }

    [Fact]
    public void Asked_by_a_delegate_it_is_the_givers_request_too()
    {
        var story = Rectifying().Appointing(Head, Role.LedgerDirector, Office).Lending(Head, Role.UnitHead, Economy, Stranger)
            .Then(Stranger, new RequestExtension(Number, April, "设备到货延迟"));
        story.When(Head, new DecideExtension(Number, true)).ThenRefused(new DutiesNotSeparate(Number, Head, Duty.Applicant));
        story.When(Director, new DecideExtension(Number, true)).Accepted();
    }

    [Fact]
    public void A_request_left_undecided_lapses_with_its_round()
    {
        var story = Rectified().Then(Head, new RequestExtension(Number, April, "设备到货延迟"), new RequestClosure(Number, "提前完成"))
            .Named().Passed().Then(Chief, new ApproveClosure(Number)).AfterWorkingDays(5).Then(Clerk, new EndNotice(Number))
            .Then(Clerk, new ReopenIssue(Number, ReopenCause.Rebound, "反弹", May));
        Assert.Null(story.Issue.PendingExtension);
        story.When(Director, new DecideExtension(Number, true)).ThenRefused(new NoExtensionPending(Number));
    }
}
