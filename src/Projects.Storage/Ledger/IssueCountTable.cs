namespace Projects.Storage;

/// <summary>What issues of a project that are counted together have in common.</summary>
/// <param name="DueOrder">That of the ledger's row while the issue is open; once it is not, no light follows from it and it stands after all others.</param>
internal readonly record struct IssueCountKey(
    ParkCode Park, ProjectCode Project, ListCode List, Tier Tier, UnitCode? Unit, Grade Grade, IssueState State, DateOnly DueOrder);

/// <summary>
/// The table <c>issue_count</c>: the issues of a project counted as finely as its boards ask. Its columns are named as those of
/// <c>issue_ledger</c>, so that one filter serves both; overdue is a range of due dates, and midnight changes nothing.
/// </summary>
internal sealed class IssueCountTable()
    : CountTable<IssueCountKey>("issue_count", "park", "project", "list", "tier", "unit", "grade", "state", "due_order")
{
    public static readonly IssueCountTable Table = new();

    protected override IReadOnlyList<LedgerColumn<Counted<IssueCountKey>>> Columns { get; } =
    [
        LedgerColumn<Counted<IssueCountKey>>.Text("park", row => row.Key.Park.Value),
        LedgerColumn<Counted<IssueCountKey>>.Text("project", row => row.Key.Project.Value),
        LedgerColumn<Counted<IssueCountKey>>.Text("list", row => row.Key.List.Value),
        LedgerColumn<Counted<IssueCountKey>>.Text("tier", row => row.Key.Tier.ToString()),
        LedgerColumn<Counted<IssueCountKey>>.Text("unit", row => row.Key.Unit?.Value ?? ""),
        LedgerColumn<Counted<IssueCountKey>>.Text("grade", row => row.Key.Grade.ToString()),
        LedgerColumn<Counted<IssueCountKey>>.Text("state", row => row.Key.State.ToString()),
        LedgerColumn<Counted<IssueCountKey>>.Day("due_order", row => row.Key.DueOrder),
        LedgerColumn<Counted<IssueCountKey>>.Flag("in_books", row => row.Key.State.IsInBooks()),
        LedgerColumn<Counted<IssueCountKey>>.Flag("is_open", row => row.Key.State.IsOpen()),
        LedgerColumn<Counted<IssueCountKey>>.Integer("issues", row => row.Issues),
    ];

    protected override IEnumerable<IssueCountKey> KeysOf(IssueRow issue)
    {
        var facts = issue.Facts;
        yield return new(issue.Park, facts.Project, facts.List, facts.Tier, facts.Unit, facts.Grade, facts.State, facts.IsOpen ? issue.DueOrder : DateOnly.MaxValue);
    }

    protected override string KeyOf(Counted<IssueCountKey> row) =>
        $"{row.Key.Park}/{row.Key.Project}/{row.Key.List}/{row.Key.Tier}/{row.Key.Unit}/{row.Key.Grade}/{row.Key.State}/{SqliteText.Of(row.Key.DueOrder)}";
}
