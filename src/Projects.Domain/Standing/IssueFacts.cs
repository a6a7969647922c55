namespace Projects;

/// <summary>The few flat facts about one issue from which every light and rate follows; a ledger row holds them all.</summary>
public readonly record struct IssueFacts
{
    public required ProjectCode Project { get; init; }
    public required ListCode List { get; init; }
    public required Tier Tier { get; init; }

    /// <summary>What the list counts as done.</summary>
    public required Measure Measure { get; init; }

    /// <summary>牵头单位; null only while a draft may lack one.</summary>
    public UnitCode? Unit { get; init; }
    public required IssueState State { get; init; }
    public required IssueKind Kind { get; init; }
    public required Grade Grade { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public DateOnly? AcceptedOn { get; init; }
    public DateOnly? OriginalDue { get; init; }
    public DateOnly? CurrentDue { get; init; }

    /// <summary>From 1; 0 while a draft.</summary>
    public int Round { get; init; }

    /// <summary>M of DOMAIN 6: all measures of the present round done and self-checked, or further.</summary>
    public bool Rectified { get; init; }

    /// <summary>The day of the present round's request that stands: neither withdrawn nor returned. Null when there is none.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>The day it was closed in its present round; null while that round is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day the present round opened by reopening; null in round 1, and where a take-over does not state it.</summary>
    public DateOnly? ReopenedOn { get; init; }

    /// <summary>Closed at least once, in whatever round; a later round says so too.</summary>
    public bool EverClosed { get; init; }

    /// <summary>The fewest calendar days from a closing to the reopening after it; null when never reopened after one.</summary>
    public int? ReopenedAfterDays { get; init; }

    /// <summary>Requests returned for rework, in all rounds.</summary>
    public int TimesReturned { get; init; }

    /// <summary>Extensions granted, in all rounds.</summary>
    public int ExtensionsGranted { get; init; }

    public bool IsOpen => State.IsOpen();
    public bool IsClosed => State.IsClosed();

    /// <summary>长期坚持, in the books: reported apart, outside completion and closure rates.</summary>
    public bool IsStanding => State.IsInBooks() && Kind is IssueKind.Standing;

    /// <summary>N of DOMAIN 6: in the books and not standing.</summary>
    public bool IsCounted => State.IsInBooks() && Kind is not IssueKind.Standing;

    public bool IsOverdueOn(DateOnly day) => IsOpen && CurrentDue < day;

    public static IssueFacts Of(ProjectCode project, Issue issue, IssueList list) => new()
    {
        Project = project,
        List = list.Code,
        Tier = list.Particulars.Tier,
        Measure = list.Particulars.Measure,
        Unit = issue.Particulars.LeadUnit,
        State = issue.State,
        Kind = issue.Particulars.Kind,
        Grade = issue.Particulars.Grade,
        RegisteredOn = issue.RegisteredOn,
        AcceptedOn = issue.AcceptedOn,
        OriginalDue = issue.OriginalDue?.Date,
        CurrentDue = issue.CurrentDue,
        Round = issue.Round?.No ?? 0,
        Rectified = IsRectified(issue),
        RequestedOn = StandingRequest(issue),
        ClosedOn = issue.State.IsClosed() ? issue.Round?.ClosedOn ?? issue.ClosedOn : null,
        ReopenedOn = issue.Round is { No: > 1, Cause: not null } round ? round.OpenedOn : null,
        EverClosed = issue.ClosedOn is not null || issue.Round is { No: > 1 },
        ReopenedAfterDays = FewestDaysToReopening(issue),
        TimesReturned = issue.Rounds.Sum(round => round.Requests.Count(request => request.Outcome is ClosureOutcome.Returned)),
        ExtensionsGranted = issue.Extensions.Count(extension => extension.Granted is true),
    };

    private static bool IsRectified(Issue issue) =>
        issue.State.IsPastRectifying()
        || (issue.State.IsInBooks() && issue.Round is { SelfCheck: not null, Measures.IsEmpty: false } round && round.Measures.All(measure => measure.DoneOn is not null));

    // A take-over brings the day its document states; what is asked for here afterwards has a record of its own.
    private static DateOnly? StandingRequest(Issue issue)
    {
        if (issue.Round is not { } round) return null;
        if (round.Requests.IsEmpty) return issue.TakenOver is { RequestedOn: { } stated } takenOver && takenOver.Round == round.No ? stated : null;
        return round.Requests[^1] is { Outcome: ClosureOutcome.Open or ClosureOutcome.Done } request ? request.On : null;
    }

    private static int? FewestDaysToReopening(Issue issue)
    {
        int? fewest = null;
        for (var i = 1; i < issue.Rounds.Length; i++)
        {
            if (issue.Rounds[i - 1].ClosedOn is not { } closed) continue;
            var days = issue.Rounds[i].OpenedOn.DayNumber - closed.DayNumber;
            fewest = fewest is { } before ? Math.Min(before, days) : days;
        }
        return fewest;
    }
}

/// <summary>A list known by quoted totals only (90余 found, 70余 done): they stand in the place of its single items.</summary>
public sealed record QuotedList(ProjectCode Project, ListCode List, Tier Tier, Measure Measure, Figure Found, Figure Done)
{
    /// <summary>Null when the list quotes nothing.</summary>
    public static QuotedList? Of(ProjectCode project, IssueList list) => list.Quoted is { } quoted
        ? new(project, list.Code, list.Particulars.Tier, list.Particulars.Measure, quoted.Found, quoted.Done)
        : null;
}
