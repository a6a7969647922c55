using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// The life of a weekly report (DOMAIN 7): drafted by the scheduler at each cut-off in turn, reviewed by the ledger office's director, signed by a leader
/// who did not review it, and then never changed. Reports are issued in order, so that each can correct the one before.
/// </summary>
internal static class ReportRules
{
    private const int DigestLength = 64;

    /// <summary>Weeks long past would be drafted one after another, each as nobody saw it then.</summary>
    private const int FirstWeekDaysBackAtMost = 31;

    public static Decision Decide(ParkMatter matter, ReportCommand command) => command switch
    {
        StartReports c => Start(matter, c),
        DraftReport c => Draft(matter, c),
        ReviewReport c => Review(matter, c),
        SignReport c => Sign(matter, c),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    };

    /// <summary>The capacity to do it in, or what stands in the way.</summary>
    internal static (Capacity? As, Refusal? Obstacle) MayStart(Actor actor) => In(actor, Role.LedgerOffice);

    /// <inheritdoc cref="MayStart"/>
    internal static (Capacity? As, Refusal? Obstacle) MayReview(Park park, Actor actor, ReportNumber number)
    {
        var (director, obstacle) = In(actor, Role.LedgerDirector);
        return (director, obstacle ?? park.Weekly.Find(number) switch
        {
            null => new NotFound("report", number.ToString()),
            { State: ReportState.Issued } report => new ReportIsIssued(number, report.IssuedOn!.Value),
            { State: ReportState.Reviewed } report => new ReportReviewedAlready(number, park.NameOf(report.ReviewedBy!.Person)),
            _ => null,
        });
    }

    /// <inheritdoc cref="MayStart"/>
    internal static (Capacity? As, Refusal? Obstacle) MaySign(Park park, Actor actor, ReportNumber number)
    {
        var (leader, obstacle) = In(actor, Role.ChiefLeader, Role.DeputyLeader);
        if (obstacle is not null)
            return (leader, obstacle);
        if (park.Weekly.Find(number) is not { } report)
            return (leader, new NotFound("report", number.ToString()));
        if (report.State is ReportState.Issued)
            return (leader, new ReportIsIssued(number, report.IssuedOn!.Value));
        if (park.Weekly.Before(number) is { State: not ReportState.Issued } before)
            return (leader, new ReportOutOfTurn(before.Last));
        if (report.ReviewedBy is not { } reviewer)
            return (leader, new ReportNotReviewed(number));
        // A capacity lent by the reviewer is the reviewer's; one's own, or another's, is not.
        leader = reviewer.Involves(actor.Person) ? null : Leaders(actor).FirstOrDefault(held => held.For is not { } lender || !reviewer.Involves(lender));
        return (leader, leader is null ? new ReportDutiesNotSeparate(number, park.NameOf(reviewer.Person)) : null);
    }

    private static Decision Start(ParkMatter matter, StartReports command)
    {
        var (office, obstacle) = MayStart(matter.Actor);
        if (obstacle is not null)
            return Matter.No(obstacle);
        if (!matter.Park.Units.ContainsKey(command.Unit))
            return Matter.No(new NotFound("unit", command.Unit.Value));
        var register = matter.Park.Weekly;
        if (register.First is { } first && first != command.First)
            return Matter.No(new ReportsBegunAlready(first));
        if (register.First is null && FaultOf(command.First, matter) is { } fault)
            return Matter.No(fault);
        return register.Unit == command.Unit ? Matter.Already : matter.Yes(office!, new ReportsStarted(command.Unit, command.First));
    }

    private static InvalidFields? FaultOf(DateOnly first, ParkMatter matter)
    {
        if (!ReportWeek.IsCutOffDay(first))
            return new("first_week", "须为周四（截止日）", "must be a Thursday, the day of the cut-off");
        if (first < matter.Stamp.Day.AddDays(-FirstWeekDaysBackAtMost))
            return new("first_week", $"不得早于{FirstWeekDaysBackAtMost}日前", $"must not lie more than {FirstWeekDaysBackAtMost} days back");
        return first < matter.Park.FoundedOn ? new("first_week", "不得早于园区建立之日", "must not lie before the day the park was founded") : null;
    }

    private static Decision Draft(ParkMatter matter, DraftReport command)
    {
        if (matter.Actor.Person != Actor.Installation.Person || matter.As(Role.SystemAdministrator) is not { } scheduler)
            return Matter.No(new SchedulerNeeded());
        if (matter.Park.Weekly.Reports.Any(report => report.Last == command.Last))
            return Matter.Already;
        if (matter.Park.Weekly.Due is not { } due || due.Last != command.Last)
            return Matter.No(new ReportOutOfTurn(matter.Park.Weekly.Due?.Last));
        if (matter.Stamp.At < due.CutOff)
            return Matter.No(new DayInFuture("last", due.Last.AddDays(1), matter.Stamp.Day));
        return matter.Yes(scheduler, new ReportDrafted(matter.Park.Weekly.NumberFor(due), due.Last, command.InputDigest, WeeklyReport.Template));
    }

    private static Decision Review(ParkMatter matter, ReviewReport command)
    {
        var check = new FieldCheck();
        var opinion = check.Optional("opinion", command.Opinion, FieldCheck.Line);
        var (director, obstacle) = MayReview(matter.Park, matter.Actor, command.Report);
        if (obstacle is ReportReviewedAlready && matter.Park.Weekly.Find(command.Report)!.ReviewedBy!.Person == matter.Actor.Person && matter.Park.Weekly.Find(command.Report)!.Opinion == opinion)
            return Matter.Already;
        return (obstacle ?? check.Refusal) is { } no ? Matter.No(no) : matter.Yes(director!, new ReportReviewed(command.Report, opinion));
    }

    private static Decision Sign(ParkMatter matter, SignReport command)
    {
        var (leader, obstacle) = MaySign(matter.Park, matter.Actor, command.Report);
        if (obstacle is not null)
            return Matter.No(obstacle);
        if (command.Files.IsDefaultOrEmpty || command.Files.Any(file => file.Digest.Length != DigestLength))
            return Matter.No(new InvalidFields("files", "缺少周报文件", "the report's files are missing"));
        // The name is printed in the files.
        if (command.SignedBy != matter.Park.NameOf(matter.Actor.Person))
            return Matter.No(new InvalidFields("signed_by", "签发人姓名刚刚更改，请再签发一次", "the signer's name has just changed; sign again"));
        return matter.Yes(leader!, new ReportIssued(command.Report, command.SignedBy, command.Files));
    }

    private static (Capacity? As, Refusal? Obstacle) In(Actor actor, params ImmutableArray<Role> roles)
    {
        if (actor.Kind is ActorKind.Program)
            return (null, new PersonNeeded());
        var held = actor.Capacities.FirstOrDefault(capacity => roles.Contains(capacity.Role));
        return (held, held is null ? new RoleMissing(roles) : null);
    }

    private static IEnumerable<Capacity> Leaders(Actor actor) => actor.Capacities.Where(capacity => capacity.Role is Role.ChiefLeader or Role.DeputyLeader);
}
