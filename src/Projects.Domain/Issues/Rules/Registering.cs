using System.Collections.Immutable;

namespace Projects;

/// <summary>立账 (DOMAIN 4, row 1) and the due date it sets.</summary>
internal static class Registering
{
    public static Leave MayRegister(IssueMatter m) => m.May<RegisterIssue>(Right.LedgerOffice)
        .Unless(() => ListObstacle(m.Matter.Project.Lists[m.Issue.List]))
        .Unless(() => Unlisted(m.Particulars, m.Matter.Park))
        .Unless(() => Incomplete(m.Number, m.Particulars, m.Matter, from: m.On, earliestDue: m.On));

    public static Decision Register(IssueMatter m)
    {
        var leave = MayRegister(m);
        if (leave.Obstacle(alreadySo: m.Issue.State is IssueState.Registered) is { } obstacle)
            return obstacle;
        var due = DueOf(m.Particulars, m.On, m.Matter.Calendar)!.Value;
        return leave.Record(new IssueRegistered(m.Number, due, ClosingTerms.Of(m.Matter.Park, m.Particulars.Grade)));
    }

    /// <summary>A stated day as it stands, a count of days by the calendar.</summary>
    public static DueDate? DueOf(IssueParticulars particulars, DateOnly from, WorkCalendar calendar)
    {
        if (particulars.Due is { } day)
            return DueDate.Stated(day);
        return particulars.DueIn is { } count ? calendar.Due(from, count) : null;
    }

    public static Refusal? ListObstacle(IssueList list) =>
        list.Status is ListStatus.Issued ? null : new ListNotIssued(list.Code, list.Status);

    // A draft may be older than the park's lists; the books take the terms of now.
    private static Refusal? Unlisted(IssueParticulars particulars, Park park)
    {
        var check = new FieldCheck();
        check.Listed(particulars, null, park);
        return check.Refusal;
    }

    /// <summary>What the books need: lead unit, accountable leader, a criterion, a measure, and a due date not already past.</summary>
    public static Refusal? Incomplete(IssueNumber? number, IssueParticulars particulars, Matter matter, DateOnly from, DateOnly earliestDue)
    {
        var missing = ImmutableArray.CreateBuilder<FieldFault>();
        if (particulars.LeadUnit is null)
            missing.Add(new("lead_unit", new Text("须明确一个牵头单位", "must name one lead unit")));
        if (particulars.Leader is null)
            missing.Add(new("leader", new Text("须明确责任领导", "must name the accountable leader")));
        if (particulars.Criteria.IsEmpty)
            missing.Add(new("criteria", new Text("至少一条销号标准", "needs at least one criterion")));
        if (particulars.Measures.IsEmpty)
            missing.Add(new("measures", new Text("至少一条整改措施", "needs at least one measure")));
        if (DueOf(particulars, from, matter.Calendar) is not { } due)
            missing.Add(new("due_date", new Text("须明确整改时限", "must state when it is due")));
        else if (due.Date < earliestDue)
            missing.Add(new("due_date", new Text("整改时限不得早于立账日", "must not lie before the day of registration")));
        return missing.Count == 0 ? null : new IssueIncomplete(number, missing.ToImmutable());
    }

    public static Leave MayRecompute(IssueMatter m) => m.May<RecomputeDue>(Right.LedgerOffice);

    /// <summary>DOMAIN 5: a provisional date is recomputed by a visible event once the park uses another calendar version.</summary>
    public static Decision Recompute(IssueMatter m)
    {
        var leave = MayRecompute(m);
        var settled = m.Issue.OriginalDue is not { Provisional: true } old || old.CalendarVersion == m.Matter.Calendar.Version;
        if (leave.Obstacle(alreadySo: settled) is { } obstacle)
            return obstacle;
        var due = m.Matter.Calendar.Due(m.Issue.RegisteredOn!.Value, m.Particulars.DueIn!.Value);
        var current = m.Issue.CurrentDue == m.Issue.OriginalDue!.Value.Date ? due.Date : m.Issue.CurrentDue!.Value;
        return leave.Record(new DueRecomputed(m.Number, due, current));
    }
}
