namespace Projects.Storage;

/// <summary>What issues of a park that are totalled together have in common.</summary>
/// <param name="Mark">A state, or one of <see cref="IssueMark"/>.</param>
/// <param name="Day">The mark's day; the last of all days for a state, which has none.</param>
/// <param name="Tier">Null under a mark that is not told apart by it.</param>
internal readonly record struct IssueTotalKey(ParkCode Park, string Mark, DateOnly Day, UnitCode? Unit, Tier? Tier);

/// <summary>Under what an issue enters the totals of its park besides its state.</summary>
internal static class IssueMark
{
    /// <summary>Open and due on the day. Read for the present month alone.</summary>
    public const string DueOn = nameof(DueOn);

    /// <summary>Open and due in the month that begins with the day: whole months of overdue issues are few rows, however long they are overdue.</summary>
    public const string DueIn = nameof(DueIn);

    public const string RegisteredOn = nameof(RegisteredOn);

    /// <summary>Last closed on the day, also when reopened since.</summary>
    public const string ClosedOn = nameof(ClosedOn);
}

/// <summary>
/// The table <c>issue_total</c>: the issues of a whole park, over all its projects. A few thousand rows answer for a million issues. States and
/// due dates are counted side by side and not crossed, or there would be nearly as many rows as open issues.
/// </summary>
internal sealed class IssueTotalTable() : CountTable<IssueTotalKey>("issue_total", "park", "mark", "day", "unit", "tier")
{
    public static readonly IssueTotalTable Table = new();

    protected override IReadOnlyList<LedgerColumn<Counted<IssueTotalKey>>> Columns { get; } =
    [
        LedgerColumn<Counted<IssueTotalKey>>.Text("park", row => row.Key.Park.Value),
        LedgerColumn<Counted<IssueTotalKey>>.Text("mark", row => row.Key.Mark),
        LedgerColumn<Counted<IssueTotalKey>>.Day("day", row => row.Key.Day),
        LedgerColumn<Counted<IssueTotalKey>>.Text("unit", row => row.Key.Unit?.Value ?? ""),
        LedgerColumn<Counted<IssueTotalKey>>.Text("tier", row => row.Key.Tier?.ToString() ?? ""),
        LedgerColumn<Counted<IssueTotalKey>>.Integer("issues", row => row.Issues),
    ];

    protected override IEnumerable<IssueTotalKey> KeysOf(IssueRow issue)
    {
        var facts = issue.Facts;
        var standing = new IssueTotalKey(issue.Park, facts.State.ToString(), DateOnly.MaxValue, facts.Unit, facts.Tier);
        yield return standing;
        if (facts is { IsOpen: true, CurrentDue: { } due })
        {
            yield return standing with { Mark = IssueMark.DueOn, Day = due };
            yield return standing with { Mark = IssueMark.DueIn, Day = MonthOf(due) };
        }
        var flow = standing with { Tier = null };
        if (facts.RegisteredOn is { } registered) yield return flow with { Mark = IssueMark.RegisteredOn, Day = registered };
        if (issue.LastClosedOn is { } closed) yield return flow with { Mark = IssueMark.ClosedOn, Day = closed };
    }

    protected override string KeyOf(Counted<IssueTotalKey> row) =>
        $"{row.Key.Park}/{row.Key.Mark}/{SqliteText.Of(row.Key.Day)}/{row.Key.Unit}/{row.Key.Tier}";

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
