namespace Projects.Storage;

/// <summary>How many issues of a park bear a mark; in an append, how many more from now on, or fewer.</summary>
/// <param name="Mark">A state, or one of <see cref="IssueMark"/>.</param>
/// <param name="Day">The mark's day; the last of all days for a state, which has none.</param>
/// <param name="Unit">Null for drafts that name none yet.</param>
/// <param name="Tier">Null, as <paramref name="Grade"/>, under a mark that is not told apart by it.</param>
internal sealed record IssueTotal(ParkCode Park, string Mark, DateOnly Day, UnitCode? Unit, Tier? Tier, Grade? Grade, int Issues);

/// <summary>What an issue is counted under besides its state.</summary>
internal static class IssueMark
{
    /// <summary>Open and due on the day.</summary>
    public const string DueOn = nameof(DueOn);

    /// <summary>Open and due in the month that begins with the day: what is overdue since an earlier month is few rows, however long it has been.</summary>
    public const string DueIn = nameof(DueIn);

    public const string RegisteredOn = nameof(RegisteredOn);

    /// <summary>Last closed on the day, also when reopened since.</summary>
    public const string ClosedOn = nameof(ClosedOn);
}

/// <summary>
/// The table <c>issue_total</c>: the issues of a park counted over all its projects, so that a board reads a few thousand rows for a million issues.
/// States and due dates are counted side by side and not crossed, or there would be nearly as many rows as open issues; overdue is a range of
/// due dates, and midnight changes nothing. What is put is added to what stands there, so that any number of processes count the same issues
/// together, each append once and with its own commit. A count that comes down to nothing is forgotten, by a trigger.
/// </summary>
internal sealed class IssueTotalTable() : KeyedTable<IssueTotal>("issue_total", "park", "mark", "day", "unit", "tier", "grade")
{
    public static readonly IssueTotalTable Table = new();

    protected override IReadOnlyList<LedgerColumn<IssueTotal>> Columns { get; } =
    [
        LedgerColumn<IssueTotal>.Text("park", row => row.Park.Value),
        LedgerColumn<IssueTotal>.Text("mark", row => row.Mark),
        LedgerColumn<IssueTotal>.Day("day", row => row.Day),
        LedgerColumn<IssueTotal>.Text("unit", row => row.Unit?.Value ?? ""),
        LedgerColumn<IssueTotal>.Text("tier", row => row.Tier?.ToString() ?? ""),
        LedgerColumn<IssueTotal>.Text("grade", row => row.Grade?.ToString() ?? ""),
        LedgerColumn<IssueTotal>.Integer("issues", row => row.Issues),
    ];

    /// <summary>Takes an issue out of the totals it leaves and into those it enters; many a step of its life does neither.</summary>
    /// <param name="was">Null for an issue that was not there.</param>
    public IEnumerable<LedgerChange> Move(IssueRow? was, IssueRow now)
    {
        IssueTotal[] left = was is null ? [] : [.. Of(was)], entered = [.. Of(now)];
        foreach (var total in left.Except(entered)) yield return Put(total with { Issues = -1 });
        foreach (var total in entered.Except(left)) yield return Put(total);
    }

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    protected override string Update => "issues = issue_total.issues + excluded.issues";

    protected override string KeyOf(IssueTotal row) => $"{row.Park}/{row.Mark}/{SqliteText.Of(row.Day)}/{row.Unit}/{row.Tier}/{row.Grade}";

    protected override IssueTotal Merge(IssueTotal earlier, IssueTotal later) => later with { Issues = earlier.Issues + later.Issues };

    protected override bool IsNothing(IssueTotal row) => row.Issues == 0;

    private static IEnumerable<IssueTotal> Of(IssueRow issue)
    {
        var facts = issue.Facts;
        var standing = new IssueTotal(issue.Park, facts.State.ToString(), DateOnly.MaxValue, facts.Unit, facts.Tier, facts.Grade, 1);
        yield return standing;
        if (facts is { IsOpen: true, CurrentDue: { } due })
        {
            yield return standing with { Mark = IssueMark.DueOn, Day = due };
            yield return standing with { Mark = IssueMark.DueIn, Day = MonthOf(due) };
        }
        var passing = standing with { Tier = null, Grade = null };
        if (facts.RegisteredOn is { } registered) yield return passing with { Mark = IssueMark.RegisteredOn, Day = registered };
        if (issue.LastClosedOn is { } closed) yield return passing with { Mark = IssueMark.ClosedOn, Day = closed };
    }
}
