using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>One notice of urging 催办 as the ledger shows it.</summary>
/// <param name="State">As the issue stood after its last event.</param>
public sealed record UrgingRow(ParkCode Park, ProjectCode Project, IssueNumber Number, UrgingNotice Notice, UrgingState State)
{
    /// <summary>The rows of an issue that differ from what they were before; all of them when it is new.</summary>
    internal static IEnumerable<UrgingRow> Changed(ProjectId project, Issue? before, Issue after) =>
        before is null ? Of(project, after) : Of(project, after).Except(Of(project, before));

    private static IEnumerable<UrgingRow> Of(ProjectId project, Issue issue) =>
        issue.Urgings.Select(notice => new UrgingRow(project.Park, project.Code, issue.Number, notice, notice.StateIn(issue)));
}

internal sealed class UrgingTable() : KeyedTable<UrgingRow>("urging_ledger", "park", "project", "number", "notice")
{
    public static readonly UrgingTable Table = new();

    protected override IReadOnlyList<LedgerColumn<UrgingRow>> Columns { get; } =
    [
        LedgerColumn<UrgingRow>.Text("park", row => row.Park.Value),
        LedgerColumn<UrgingRow>.Text("project", row => row.Project.Value),
        LedgerColumn<UrgingRow>.Text("number", row => row.Number.Value),
        LedgerColumn<UrgingRow>.Integer("notice", row => row.Notice.No),
        LedgerColumn<UrgingRow>.Text("level", row => row.Notice.Level.ToString()),
        LedgerColumn<UrgingRow>.Text("cause", row => row.Notice.Condition.Trigger.ToString()),
        LedgerColumn<UrgingRow>.Text("unit", row => row.Notice.To.Unit.Value),
        LedgerColumn<UrgingRow>.Text("state", row => row.State.ToString()),
        LedgerColumn<UrgingRow>.Day("issued_on", row => row.Notice.On),
        LedgerColumn<UrgingRow>.Day("reply_by", row => row.Notice.ReplyBy),
        LedgerColumn<UrgingRow>.Text("said", row => LedgerJson.Of(row.Notice)),
    ];

    /// <summary>What <see cref="Row"/> reads; <c>u</c> is the notice.</summary>
    public const string RowColumns = "u.park, u.project, u.number, u.said, u.state";

    protected override string KeyOf(UrgingRow row) => $"{row.Park}/{row.Project}/{row.Number}/{row.Notice.No:D9}";

    public static UrgingRow Row(LedgerCells cells) =>
        new(cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Id<IssueNumber>(), cells.Json<UrgingNotice>(), cells.Word<UrgingState>());
}

/// <summary>Which notices of a park; every field given must fit, one left alone fits all.</summary>
/// <param name="Number">Of this issue; only with a project.</param>
/// <param name="ReplyOverdueOn">Only those whose reply is awaited and was due before this day.</param>
public sealed record UrgingFilter(
    ProjectCode? Project = null,
    IssueNumber? Number = null,
    UnitCode? Unit = null,
    ImmutableArray<UrgingLevel> Levels = default,
    ImmutableArray<UrgingTrigger> Triggers = default,
    ImmutableArray<UrgingState> States = default,
    DateOnly? ReplyOverdueOn = null)
{
    /// <summary>Only of these projects: those the reader may see. Empty for all.</summary>
    public ImmutableArray<ProjectCode> Within { get; init; } = [];

    public ImmutableArray<UrgingLevel> Levels { get; init; } = Levels.IsDefault ? [] : Levels;
    public ImmutableArray<UrgingTrigger> Triggers { get; init; } = Triggers.IsDefault ? [] : Triggers;
    public ImmutableArray<UrgingState> States { get; init; } = States.IsDefault ? [] : States;
}

/// <summary>The last notice of a page, by its own keys.</summary>
public sealed record UrgingPlace(DateOnly ReplyBy, ProjectCode Project, IssueNumber Number, int Notice)
{
    internal static UrgingPlace Of(UrgingRow row) => new(row.Notice.ReplyBy, row.Project, row.Number, row.Notice.No);

    /// <summary>For a page token: reply day, project, number and notice.</summary>
    public override string ToString() => $"{SqliteText.Of(ReplyBy)}/{Project}/{Number}/{Notice}";

    public static bool TryParse(string? text, out UrgingPlace? place)
    {
        place = null;
        if (text?.Split('/') is not [var day, { Length: > 0 } project, { Length: > 0 } number, var notice]) return false;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var replyBy) || !int.TryParse(notice, out var no)) return false;
        place = new(replyBy, ProjectCode.Of(project), IssueNumber.Of(number), no);
        return true;
    }
}

/// <summary>A page of notices.</summary>
/// <param name="Next">Null on the last page.</param>
public sealed record UrgingPage(ImmutableArray<UrgingRow> Rows, UrgingPlace? Next);

/// <summary>An issue that is to be urged, and the notice whose turn it is.</summary>
public sealed record DueUrging(IssueRow Issue, UrgingTurn Turn);
