namespace Projects;

/// <summary>
/// The life of a weekly report (DOMAIN 7): drafted by the scheduler at each cut-off in turn, reviewed by the ledger office's director, signed by a leader
/// who did not review it, and then never changed. Reports are issued in order, so that each can correct the one before.
/// </summary>
internal static class ReportRules
{
    private const int DigestLength = 64;

    public static Decision Decide(ParkMatter matter, ReportCommand command) => command switch
    {
        StartReports c => Start(matter, c),
        DraftReport c => Draft(matter, c),
        ReviewReport c => Review(matter, c),
        SignReport c => Sign(matter, c),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    };

    private static Decision Start(ParkMatter matter, StartReports command)
    {
        if (matter.As(Role.LedgerOffice) is not { } office)
            return Matter.No(new RoleMissing([Role.LedgerOffice]));
        if (!matter.Park.Units.ContainsKey(command.Unit))
            return Matter.No(new NotFound("unit", command.Unit.Value));
        var register = matter.Park.Weekly;
        if (!ReportWeek.IsCutOffDay(command.First))
            return Matter.No(new InvalidFields("first_week", "须为周四（截止日）", "must be a Thursday, the day of the cut-off"));
        // Weeks long past would be drafted one after another, each as nobody saw it then.
        if (register.First is null && command.First < matter.Stamp.Day.AddDays(-31))
            return Matter.No(new InvalidFields("first_week", "不得早于31日前", "must not lie more than 31 days back"));
        if (register.First is { } first && first != command.First)
            return Matter.No(new ReportsBegunAlready(first));
        return register.Unit == command.Unit ? Matter.Already : matter.Yes(office, new ReportsStarted(command.Unit, command.First));
    }

    private static Decision Draft(ParkMatter matter, DraftReport command)
    {
        if (matter.Actor.Person != Actor.Installation.Person || matter.As(Role.SystemAdministrator) is not { } scheduler)
            return Matter.No(new SchedulerNeeded());
        if (matter.Park.Weekly.Reports.Any(report => report.Week.Last == command.Last))
            return Matter.Already;
        if (matter.Park.Weekly.Due is not { } due || due.Last != command.Last)
            return Matter.No(new ReportOutOfTurn(matter.Park.Weekly.Due?.Last));
        if (matter.Stamp.At < due.CutOff)
            return Matter.No(new DayInFuture("last", due.Last.AddDays(1), matter.Stamp.Day));
        return matter.Yes(scheduler, new ReportDrafted(matter.Park.Weekly.NumberFor(due), due.Last, command.InputDigest, WeeklyReport.Template));
    }

    private static Decision Review(ParkMatter matter, ReviewReport command)
    {
        if (matter.As(Role.LedgerDirector) is not { } director)
            return Matter.No(new RoleMissing([Role.LedgerDirector]));
        var check = new FieldCheck();
        var opinion = check.Optional("opinion", command.Opinion, FieldCheck.Line);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return matter.Park.Weekly.Find(command.Report) switch
        {
            null => Matter.No(new NotFound("report", command.Report.ToString())),
            { State: ReportState.Issued } report => Matter.No(new ReportIsIssued(report.Number, report.IssuedOn!.Value)),
            { State: ReportState.Reviewed } report when report.ReviewedBy!.Person == matter.Actor.Person && report.Opinion == opinion => Matter.Already,
            { State: ReportState.Reviewed } report => Matter.No(new ReportReviewedAlready(report.Number, report.ReviewedBy!.Person)),
            var report => matter.Yes(director, new ReportReviewed(report.Number, opinion)),
        };
    }

    private static Decision Sign(ParkMatter matter, SignReport command)
    {
        if ((matter.As(Role.ChiefLeader) ?? matter.As(Role.DeputyLeader)) is not { } leader)
            return Matter.No(new RoleMissing([Role.ChiefLeader, Role.DeputyLeader]));
        if (matter.Park.Weekly.Find(command.Report) is not { } report)
            return Matter.No(new NotFound("report", command.Report.ToString()));
        if (report.State is ReportState.Issued)
            return Matter.No(new ReportIsIssued(report.Number, report.IssuedOn!.Value));
        if (report.ReviewedBy is not { } reviewer)
            return Matter.No(new ReportNotReviewed(report.Number));
        if (reviewer.Involves(matter.Actor.Person) || (leader.For is { } lender && reviewer.Involves(lender)))
            return Matter.No(new ReportDutiesNotSeparate(report.Number, matter.Actor.Person));
        if (matter.Park.Weekly.Before(report.Number) is { State: not ReportState.Issued } before)
            return Matter.No(new ReportOutOfTurn(before.Week.Last));
        if (command.Files.IsDefaultOrEmpty || command.Files.Any(file => file.Digest.Length != DigestLength))
            return Matter.No(new InvalidFields("files", "缺少周报文件", "the report's files are missing"));
        return matter.Yes(leader, new ReportIssued(report.Number, command.Files));
    }
}
