using System.Collections.Immutable;

namespace Projects.Domain.Tests.Weekly;

/// <summary>周报: begun by the ledger office, drafted in turn, reviewed by its director, signed by a leader, then never changed (DOMAIN 7).</summary>
public sealed class ReportLifeTests
{
    private static readonly DateOnly Thursday = new(2023, 9, 7);
    private static readonly ReportNumber First = new(2023, 1);
    private static readonly ReportNumber Second = new(2023, 2);
    private static readonly ImmutableArray<IssuedFile> Files = [new("docx", new string('a', 64), 4_711)];

    private readonly Told told = Told.APark();

    [Fact]
    public void The_ledger_office_begins_them_with_a_week_that_ends_on_a_thursday()
    {
        foreach (var person in new[] { "officer", "director", "chief", "system-admin", "nobody" })
            told.Refused<RoleMissing>(person, new StartReports(new("ledger-office"), Thursday));
        told.Refused<PersonNeeded>("ledger", new StartReports(new("ledger-office"), Thursday), kind: ActorKind.Program);
        told.Refused<NotFound>("ledger", new StartReports(new("nowhere"), Thursday));
        told.Refused<InvalidFields>("ledger", new StartReports(new("ledger-office"), Thursday.AddDays(1)));
        told.Refused<InvalidFields>("ledger", new StartReports(new("ledger-office"), Thursday.AddDays(-7)));
        told.Today = Thursday.AddDays(36);
        told.Refused<InvalidFields>("ledger", new StartReports(new("ledger-office"), Thursday));
        told.Today = Told.Monday;

        told.Did("ledger", new StartReports(new("ledger-office"), Thursday));

        Assert.Equal((new UnitCode("ledger-office"), Thursday, new ReportWeek(Thursday)), (told.Park.Weekly.Unit, told.Park.Weekly.First, told.Park.Weekly.Due));
        told.AlreadySo("ledger", new StartReports(new("ledger-office"), Thursday));
    }

    [Fact]
    public void Begun_they_change_hands_but_not_their_first_week()
    {
        Begun();
        Assert.Equal(Thursday, told.Refused<ReportsBegunAlready>("ledger", new StartReports(new("ledger-office"), Thursday.AddDays(7))).First);

        told.Today = Thursday.AddDays(60);
        told.Did("ledger", new StartReports(new("committee"), Thursday));

        Assert.Equal((new UnitCode("committee"), Thursday), (told.Park.Weekly.Unit, told.Park.Weekly.First));
    }

    [Fact]
    public void The_scheduler_alone_drafts_and_not_before_the_cut_off()
    {
        Assert.Null(Assert.IsType<ReportOutOfTurn>(Refused(Draft(Thursday))).Due);
        Begun();
        told.Today = Thursday;
        Assert.IsType<DayInFuture>(Refused(Draft(Thursday)));
        told.Today = Thursday.AddDays(1);
        foreach (var person in new[] { "ledger", "director", "chief", "system-admin" })
            told.Refused<SchedulerNeeded>(person, Draft(Thursday));

        told.Installs(Draft(Thursday));

        var report = Assert.Single(told.Park.Weekly.Reports);
        Assert.Equal((First, Thursday, ReportState.Drafted, WeeklyReport.Template), (report.Number, report.Last, report.State, report.Template));
        Assert.IsType<Decision.AlreadySo>(TryInstall(Draft(Thursday)));
    }

    [Fact]
    public void Weeks_are_drafted_in_turn_and_numbered_without_a_gap_anew_each_year()
    {
        Begun();
        told.Today = new DateOnly(2024, 1, 20);
        Assert.Equal(Thursday, Assert.IsType<ReportOutOfTurn>(Refused(Draft(Thursday.AddDays(7)))).Due);
        for (var last = Thursday; last < told.Today; last = last.AddDays(7))
            told.Installs(Draft(last));

        var numbers = told.Park.Weekly.Reports.Select(report => report.Number).ToList();
        Assert.Equal([.. Enumerable.Range(1, 17).Select(no => new ReportNumber(2023, no)), new(2024, 1), new(2024, 2), new(2024, 3)], numbers);
        Assert.IsType<ReportOutOfTurn>(Refused(Draft(Thursday.AddDays(-7))));
    }

    [Fact]
    public void The_director_reviews_a_draft_once()
    {
        Drafted();
        foreach (var person in new[] { "ledger", "deputy", "chief", "system-admin" })
            told.Refused<RoleMissing>(person, new ReviewReport(First));
        told.Refused<PersonNeeded>("director", new ReviewReport(First), kind: ActorKind.Program);
        told.Refused<NotFound>("director", new ReviewReport(new(2023, 9)));
        Assert.Equal("opinion", Assert.Single(told.Refused<InvalidFields>("director", new ReviewReport(First, new string('长', 2_001))).Faults).Field);

        told.Did("director", new ReviewReport(First, " 数据已核 "));

        var report = told.Park.Weekly.Find(First)!;
        Assert.Equal((ReportState.Reviewed, "数据已核", "director"), (report.State, report.Opinion, report.ReviewedBy!.Person.Value));
        told.AlreadySo("director", new ReviewReport(First, "数据已核"));
        Assert.Equal("director", told.Refused<ReportReviewedAlready>("director", new ReviewReport(First, "另一意见")).By);
    }

    [Fact]
    public void A_leader_signs_what_was_reviewed_and_by_nobody_else_it_is_signed()
    {
        Drafted();
        Assert.Equal(First, told.Refused<ReportNotReviewed>("chief", Sign(First, "chief")).Report);
        told.Did("director", new ReviewReport(First));
        foreach (var person in new[] { "ledger", "director", "officer", "system-admin" })
            told.Refused<RoleMissing>(person, Sign(First, person));
        told.Refused<PersonNeeded>("chief", Sign(First, "chief"), kind: ActorKind.Program);
        told.Refused<NotFound>("chief", Sign(new(2023, 9), "chief"));
        told.Refused<InvalidFields>("chief", Sign(First, "chief") with { Files = [] });
        told.Refused<InvalidFields>("chief", Sign(First, "chief") with { Files = [new("docx", "abc", 3)] });
        told.Refused<InvalidFields>("chief", Sign(First, "another name"));

        told.Did("deputy", Sign(First, "deputy"));

        var report = told.Park.Weekly.Find(First)!;
        Assert.Equal((ReportState.Issued, told.Today, "deputy"), (report.State, report.IssuedOn, report.SignedBy));
        Assert.Equal(Files, report.Files);
    }

    [Fact]
    public void An_issued_report_never_changes()
    {
        Issued();
        var before = told.Park.Weekly.Find(First);
        Assert.Equal(Reason.ReportIssued, told.Refused<ReportIsIssued>("director", new ReviewReport(First, "再看")).Reason);
        Assert.Equal(told.Today, told.Refused<ReportIsIssued>("chief", Sign(First, "chief")).On);
        Assert.IsType<Decision.AlreadySo>(TryInstall(Draft(Thursday)));
        Assert.Equal(before, told.Park.Weekly.Find(First));
    }

    [Fact]
    public void Reports_are_signed_in_their_order()
    {
        Drafted();
        told.Today = Thursday.AddDays(8);
        told.Installs(Draft(Thursday.AddDays(7)));
        told.Did("director", new ReviewReport(Second));
        Assert.Equal(Thursday, told.Refused<ReportOutOfTurn>("chief", Sign(Second, "chief")).Due);
        told.Did("director", new ReviewReport(First)).Did("chief", Sign(First, "chief"));

        told.Did("chief", Sign(Second, "chief"));

        Assert.All(told.Park.Weekly.Reports, report => Assert.Equal(ReportState.Issued, report.State));
    }

    [Fact]
    public void Whoever_reviewed_does_not_sign_in_whatever_capacity()
    {
        told.Holds("director", Role.DeputyLeader, "committee");
        Drafted();
        told.Did("director", new ReviewReport(First));

        Assert.Equal((Reason.SeparationOfDuties, "director"), (told.Refused<ReportDutiesNotSeparate>("director", Sign(First, "director")).Reason, told.Refused<ReportDutiesNotSeparate>("director", Sign(First, "director")).Reviewer));
    }

    [Fact]
    public void A_right_lent_by_the_reviewer_signs_no_more_than_the_reviewer_does_but_one_of_ones_own_does()
    {
        told.Holds("director", Role.DeputyLeader, "committee");
        Drafted();
        told.Did("director", new ReviewReport(First));
        foreach (var lent in new[] { "officer", "chief" })
            told.Did("director", new Delegate(Role.DeputyLeader, new("committee"), new(lent), told.Today, told.Today.AddDays(7)));

        told.Refused<ReportDutiesNotSeparate>("officer", Sign(First, "officer"));
        told.Did("chief", Sign(First, "chief"));

        Assert.Null(told.Park.Weekly.Find(First)!.IssuedBy!.For);
    }

    [Fact]
    public void Whoever_had_it_reviewed_in_their_place_does_not_sign_it()
    {
        told.Holds("director", Role.DeputyLeader, "committee");
        told.Did("director", new Delegate(Role.LedgerDirector, new("ledger-office"), new("officer"), told.Today, told.Today.AddDays(30)));
        Drafted();
        told.Did("officer", new ReviewReport(First));

        told.Refused<ReportDutiesNotSeparate>("director", Sign(First, "director"));
    }

    [Fact]
    public void What_may_be_done_now_and_why_not_the_rules_say_beforehand()
    {
        Drafted();
        Assert.Equal([("review", true), ("sign", false)], Answers("director"));
        Assert.Equal([("review", false), ("sign", false)], Answers("chief"));
        told.Did("director", new ReviewReport(First));
        Assert.Equal([("review", false), ("sign", true)], Answers("chief"));
        Assert.Null(ReportActions.ObstacleToStarting(ActorOf("ledger")));
        Assert.IsType<RoleMissing>(ReportActions.ObstacleToStarting(ActorOf("chief")));
        Assert.Empty(ReportActions.For(told.Park, ActorOf("chief"), Second));
    }

    private IEnumerable<(string, bool)> Answers(string person) => ReportActions.For(told.Park, ActorOf(person), First).Select(action => (action.Verb, action.Allowed));

    private Actor ActorOf(string person) => told.Park.ActorOn(new(person), ActorKind.Person, told.Today)!;

    private void Begun() => told.Did("ledger", new StartReports(new("ledger-office"), Thursday));

    private void Drafted()
    {
        Begun();
        told.Today = Thursday.AddDays(1);
        told.Installs(Draft(Thursday));
    }

    private void Issued()
    {
        Drafted();
        told.Did("director", new ReviewReport(First)).Did("chief", Sign(First, "chief"));
    }

    private static DraftReport Draft(DateOnly last) => new(last, new string('0', 64));

    private static SignReport Sign(ReportNumber number, string name) => new(number, name, Files);

    private Decision TryInstall(ParkCommand command) => told.Park.Decide(command, new Stamp(Actor.Installation, BusinessDay.StartOf(told.Today).AddHours(10), told.Today, told.Today, "scheduler"));

    private Refusal Refused(ParkCommand command) => Assert.IsType<Decision.Refused>(TryInstall(command)).Refusal;
}
