using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>One row of the ledger 台账: an issue without its rounds. Lights and "overdue" are for the reader to derive from <see cref="Facts"/>.</summary>
public sealed record IssueRow
{
    public required ParkCode Park { get; init; }
    public required IssueNumber Number { get; init; }

    /// <summary>List, unit, state, dates and counts: all that lights and rates need.</summary>
    public required IssueFacts Facts { get; init; }
    public required string Description { get; init; }
    public RootCause RootCause { get; init; }
    public string? Category { get; init; }

    /// <summary>问题来源, the list's own when the issue names none.</summary>
    public string? Source { get; init; }
    public ImmutableArray<UnitCode> SupportingUnits { get; init; } = [];
    public PersonId? Leader { get; init; }
    public PersonId? Responsible { get; init; }
    public UnitCode? AcceptanceUnit { get; init; }
    public DateOnly? FoundOn { get; init; }

    /// <summary>The day of the last closing; kept when reopened, unlike that of <see cref="Facts"/>.</summary>
    public DateOnly? LastClosedOn { get; init; }

    /// <summary>An extension waits for its decision.</summary>
    public bool ExtensionPending { get; init; }

    /// <summary>Who has to act now.</summary>
    public required BallInCourt Ball { get; init; }

    /// <summary>The last notice of urging in the present round, and its day; null when there is none.</summary>
    public UrgingLevel? UrgedLevel { get; init; }

    /// <inheritdoc cref="UrgedLevel"/>
    public DateOnly? UrgedOn { get; init; }
    public string? FilingNumber { get; init; }
    public DateOnly? NextReview { get; init; }
    public IssueNumber? MergedInto { get; init; }
    public required DateOnly LastStepOn { get; init; }

    /// <summary>Since when it is so; not read back from the ledger.</summary>
    internal AsOf Since { get; init; }

    /// <summary>The issue's etag.</summary>
    public required long Version { get; init; }

    /// <summary>The list's and the project's names as shown; empty in a row not read from the ledger.</summary>
    public string ListName { get; init; } = "";

    /// <inheritdoc cref="ListName"/>
    public string ProjectName { get; init; } = "";

    /// <summary>The day pages are ordered by: the current due date, and after all others where there is none.</summary>
    internal DateOnly DueOrder => Facts.CurrentDue ?? DateOnly.MaxValue;

    internal static IssueRow Of(ProjectId project, Issue issue, IssueList list) => new()
    {
        Park = project.Park,
        Number = issue.Number,
        Facts = IssueFacts.Of(project.Code, issue, list),
        Description = issue.Particulars.Description,
        RootCause = issue.Particulars.RootCause,
        Category = issue.Particulars.Category,
        Source = issue.Particulars.Source ?? list.Particulars.Source,
        SupportingUnits = issue.Particulars.SupportingUnits,
        Leader = issue.Particulars.Leader,
        Responsible = issue.Particulars.Responsible,
        AcceptanceUnit = issue.Particulars.AcceptanceUnit,
        FoundOn = issue.Particulars.FoundOn,
        LastClosedOn = issue.ClosedOn,
        ExtensionPending = issue.PendingExtension is not null,
        Ball = BallInCourt.Of(issue),
        UrgedLevel = issue.Urged?.Level,
        UrgedOn = issue.Urged?.On,
        FilingNumber = issue.FilingNumber,
        NextReview = issue.NextReview,
        MergedInto = issue.MergedInto,
        LastStepOn = issue.LastStepOn,
        Since = issue.Since,
        Version = issue.Version,
    };
}
