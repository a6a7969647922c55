namespace Projects;

/// <summary>An obstacle in the life of a weekly report.</summary>
public abstract record ReportRefusal : ParkRefusal;

/// <summary>The reports were begun with another week; the numbers already given hold.</summary>
public sealed record ReportsBegunAlready(DateOnly First) : ReportRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>Only the scheduler drafts.</summary>
public sealed record SchedulerNeeded : ReportRefusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>Reports are drafted and issued one after another.</summary>
/// <param name="Due">Last day of the week that comes first; null when the reports were not begun.</param>
public sealed record ReportOutOfTurn(DateOnly? Due) : ReportRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>An issued report never changes; what became known later is corrected in the next.</summary>
public sealed record ReportIsIssued(ReportNumber Report, DateOnly On) : ReportRefusal
{
    public override Reason Reason => Reason.ReportIssued;
}

/// <summary>Somebody reviewed it before.</summary>
/// <param name="By">By name.</param>
public sealed record ReportReviewedAlready(ReportNumber Report, string By) : ReportRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>It is signed only after a review.</summary>
public sealed record ReportNotReviewed(ReportNumber Report) : ReportRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>Whoever reviewed it does not sign it, nor anybody standing in for them.</summary>
/// <param name="Reviewer">By name.</param>
public sealed record ReportDutiesNotSeparate(ReportNumber Report, string Reviewer) : ReportRefusal
{
    public override Reason Reason => Reason.SeparationOfDuties;
}

/// <summary>It is a draft still: there is nothing that was issued.</summary>
public sealed record ReportNotIssued(ReportNumber Report) : ReportRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>Reports tell of the whole park, and are for those who read all of it.</summary>
public sealed record ReportNotForReader : ReportRefusal
{
    public override Reason Reason => Reason.Forbidden;
}
