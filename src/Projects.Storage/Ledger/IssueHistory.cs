namespace Projects.Storage;

/// <summary>A row of the issue ledger that another took the place of.</summary>
/// <param name="Until">Since when the other stands: this one is as it was wherever the day lies before its day, or the instant before its instant.</param>
/// <param name="Words">What the search looked through, where this step changed it; else null, and what the next row says holds for this one too.</param>
internal sealed record PastIssue(IssueRow Row, AsOf Until, string? Words)
{
    /// <summary>Null where there is nothing to keep: the issue is new, or what it was held at no time.</summary>
    public static PastIssue? Of(IssueRow? was, IssueRow now, string? words) => was is null || was.Since == now.Since ? null : new(was, now.Since, words);
}

/// <summary>The table <c>issue_history</c>: with <c>issue_ledger</c> it holds every row the ledger ever showed, each with the clocks it held from and until.</summary>
internal sealed class IssueHistory : LedgerTable<PastIssue>
{
    public static readonly IssueHistory Table = new();

    private readonly string names;
    private readonly string parameters;

    private IssueHistory()
    {
        Columns =
        [
            .. IssueTable.Table.Within<PastIssue>(past => past.Row),
            LedgerColumn<PastIssue>.Day("until_effective", past => past.Until.Effective),
            LedgerColumn<PastIssue>.Instant("until_recorded", past => past.Until.Known),
            LedgerColumn<PastIssue>.Text("words", past => past.Words),
        ];
        names = string.Join(", ", Columns.Select(column => column.Name));
        parameters = string.Join(", ", Columns.Select(column => $"@{column.Name}"));
    }

    public override string Name => "issue_history";

    public override string SqliteUpsert => field ??= $"insert into issue_history ({names}) values ({parameters})";

    public override string PostgresUpsert => field ??= $"insert into issue_history ({names}) select * from unnest({parameters})";

    public override string Clear => "delete from issue_history";

    public override string SelectAll => field ??= $"select {names} from issue_history order by park, project, number, version";

    protected override IReadOnlyList<LedgerColumn<PastIssue>> Columns { get; }

    protected override string KeyOf(PastIssue past) => $"{past.Row.Park}/{past.Row.Facts.Project}/{past.Row.Number}/{past.Row.Version:D19}";

    /// <summary>
    /// Every issue of the park <c>@park</c> as it stood at the time <c>@at_effective</c>, <c>@at_recorded</c>: of all its rows, past and present, the one that
    /// had begun by then on both clocks and had not ended on both. Said as three ranges, each of which an index serves and no row is in twice.
    /// </summary>
    public static string RowsAsOf { get; } = $"""
        (select {IssueTable.Table.ColumnNames} from issue_ledger
         where park = @park and effective_on <= @at_effective and recorded_at <= @at_recorded
         union all
         select {IssueTable.Table.ColumnNames} from issue_history
         where park = @park and until_effective > @at_effective and effective_on <= @at_effective and recorded_at <= @at_recorded
         union all
         select {IssueTable.Table.ColumnNames} from issue_history
         where park = @park and until_recorded > @at_recorded and until_effective <= @at_effective and recorded_at <= @at_recorded)
        """;

    /// <summary>The words of the issue <c>i</c> as they were then; <c>s</c> is its row of the search.</summary>
    public const string WordsAsOf = """
        coalesce((select h.words from issue_history h
                  where h.park = i.park and h.project = i.project and h.number = i.number and h.version >= i.version and h.words is not null
                  order by h.version limit 1), s.words)
        """;
}
