namespace Projects.Storage;

/// <summary>The table <c>issue_ledger</c>. It also keeps whether the issue counts and is open, so that indexes can be of open issues alone.</summary>
internal sealed class IssueTable() : KeyedTable<IssueRow>("issue_ledger", "park", "project", "number")
{
    public static readonly IssueTable Table = new();

    protected override IReadOnlyList<LedgerColumn<IssueRow>> Columns { get; } =
    [
        LedgerColumn<IssueRow>.Text("park", row => row.Park.Value),
        LedgerColumn<IssueRow>.Text("project", row => row.Facts.Project.Value),
        LedgerColumn<IssueRow>.Text("number", row => row.Number.Value),
        LedgerColumn<IssueRow>.Text("list", row => row.Facts.List.Value),
        LedgerColumn<IssueRow>.Text("tier", row => row.Facts.Tier.ToString()),
        LedgerColumn<IssueRow>.Text("measure", row => row.Facts.Measure.ToString()),
        LedgerColumn<IssueRow>.Text("unit", row => row.Facts.Unit?.Value),
        LedgerColumn<IssueRow>.Text("state", row => row.Facts.State.ToString()),
        LedgerColumn<IssueRow>.Text("kind", row => row.Facts.Kind.ToString()),
        LedgerColumn<IssueRow>.Text("grade", row => row.Facts.Grade.ToString()),
        LedgerColumn<IssueRow>.Day("registered_on", row => row.Facts.RegisteredOn),
        LedgerColumn<IssueRow>.Day("accepted_on", row => row.Facts.AcceptedOn),
        LedgerColumn<IssueRow>.Day("original_due", row => row.Facts.OriginalDue),
        LedgerColumn<IssueRow>.Day("current_due", row => row.Facts.CurrentDue),
        LedgerColumn<IssueRow>.Integer("round", row => row.Facts.Round),
        LedgerColumn<IssueRow>.Flag("rectified", row => row.Facts.Rectified),
        LedgerColumn<IssueRow>.Day("requested_on", row => row.Facts.RequestedOn),
        LedgerColumn<IssueRow>.Day("closed_on", row => row.Facts.ClosedOn),
        LedgerColumn<IssueRow>.Day("reopened_on", row => row.Facts.ReopenedOn),
        LedgerColumn<IssueRow>.Flag("ever_closed", row => row.Facts.EverClosed),
        LedgerColumn<IssueRow>.Integer("reopened_after_days", row => row.Facts.ReopenedAfterDays),
        LedgerColumn<IssueRow>.Integer("times_returned", row => row.Facts.TimesReturned),
        LedgerColumn<IssueRow>.Integer("extensions_granted", row => row.Facts.ExtensionsGranted),
        LedgerColumn<IssueRow>.Text("description", row => row.Description),
        LedgerColumn<IssueRow>.Text("root_cause", row => row.RootCause.ToString()),
        LedgerColumn<IssueRow>.Text("category", row => row.Category),
        LedgerColumn<IssueRow>.Text("source", row => row.Source),
        LedgerColumn<IssueRow>.Text("supporting_units", row => string.Join(' ', row.SupportingUnits)),
        LedgerColumn<IssueRow>.Text("leader", row => row.Leader?.Value),
        LedgerColumn<IssueRow>.Text("responsible", row => row.Responsible?.Value),
        LedgerColumn<IssueRow>.Text("acceptance_unit", row => row.AcceptanceUnit?.Value),
        LedgerColumn<IssueRow>.Day("found_on", row => row.FoundOn),
        LedgerColumn<IssueRow>.Day("last_closed_on", row => row.LastClosedOn),
        LedgerColumn<IssueRow>.Flag("extension_pending", row => row.ExtensionPending),
        LedgerColumn<IssueRow>.Text("ball", row => LedgerJson.Of(row.Ball)),
        LedgerColumn<IssueRow>.Text("urged_level", row => row.UrgedLevel?.ToString()),
        LedgerColumn<IssueRow>.Day("urged_on", row => row.UrgedOn),
        LedgerColumn<IssueRow>.Text("filing_number", row => row.FilingNumber),
        LedgerColumn<IssueRow>.Day("next_review", row => row.NextReview),
        LedgerColumn<IssueRow>.Text("merged_into", row => row.MergedInto?.Value),
        LedgerColumn<IssueRow>.Day("last_step_on", row => row.LastStepOn),
        LedgerColumn<IssueRow>.Integer("version", row => row.Version),
        LedgerColumn<IssueRow>.Day("due_order", row => row.DueOrder),
        LedgerColumn<IssueRow>.Flag("in_books", row => row.Facts.State.IsInBooks()),
        LedgerColumn<IssueRow>.Flag("is_open", row => row.Facts.IsOpen),
        LedgerColumn<IssueRow>.Day("effective_on", row => row.Since.Effective),
        LedgerColumn<IssueRow>.Instant("recorded_at", row => row.Since.Known),
    ];

    /// <summary>What <see cref="Facts"/> reads.</summary>
    public const string FactColumns = """
        i.project, i.list, i.tier, i.measure, i.unit, i.state, i.kind, i.grade, i.registered_on, i.accepted_on, i.original_due,
        i.current_due, i.round, i.rectified, i.requested_on, i.closed_on, i.reopened_on, i.ever_closed, i.reopened_after_days,
        i.times_returned, i.extensions_granted
        """;

    /// <summary>What <see cref="Row"/> reads; <c>i</c> is the issue, <c>l</c> its list and <c>p</c> its project.</summary>
    public const string RowColumns = $"""
        i.park, i.number, {FactColumns}, i.description, i.root_cause, i.category, i.source, i.supporting_units, i.leader, i.responsible,
        i.acceptance_unit, i.found_on, i.last_closed_on, i.extension_pending, i.ball, i.urged_level, i.urged_on, i.filing_number, i.next_review, i.merged_into, i.last_step_on,
        i.version, l.name, p.name
        """;

    protected override string KeyOf(IssueRow row) => $"{row.Park}/{row.Facts.Project}/{row.Number}";

    public static IssueFacts Facts(LedgerCells cells) => new()
    {
        Project = cells.Id<ProjectCode>(),
        List = cells.Id<ListCode>(),
        Tier = cells.Word<Tier>(),
        Measure = cells.Word<Measure>(),
        Unit = cells.IdOrNull<UnitCode>(),
        State = cells.Word<IssueState>(),
        Kind = cells.Word<IssueKind>(),
        Grade = cells.Word<Grade>(),
        RegisteredOn = cells.DayOrNull(),
        AcceptedOn = cells.DayOrNull(),
        OriginalDue = cells.DayOrNull(),
        CurrentDue = cells.DayOrNull(),
        Round = cells.Count(),
        Rectified = cells.Flag(),
        RequestedOn = cells.DayOrNull(),
        ClosedOn = cells.DayOrNull(),
        ReopenedOn = cells.DayOrNull(),
        EverClosed = cells.Flag(),
        ReopenedAfterDays = cells.CountOrNull(),
        TimesReturned = cells.Count(),
        ExtensionsGranted = cells.Count(),
    };

    public static IssueRow Row(LedgerCells cells) => new()
    {
        Park = cells.Id<ParkCode>(),
        Number = cells.Id<IssueNumber>(),
        Facts = Facts(cells),
        Description = cells.Text(),
        RootCause = cells.Word<RootCause>(),
        Category = cells.TextOrNull(),
        Source = cells.TextOrNull(),
        SupportingUnits = [.. cells.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(UnitCode.Of)],
        Leader = cells.IdOrNull<PersonId>(),
        Responsible = cells.IdOrNull<PersonId>(),
        AcceptanceUnit = cells.IdOrNull<UnitCode>(),
        FoundOn = cells.DayOrNull(),
        LastClosedOn = cells.DayOrNull(),
        ExtensionPending = cells.Flag(),
        Ball = cells.Json<BallInCourt>(),
        UrgedLevel = cells.WordOrNull<UrgingLevel>(),
        UrgedOn = cells.DayOrNull(),
        FilingNumber = cells.TextOrNull(),
        NextReview = cells.DayOrNull(),
        MergedInto = cells.IdOrNull<IssueNumber>(),
        LastStepOn = cells.Day(),
        Version = cells.Number(),
        ListName = cells.Text(),
        ProjectName = cells.Text(),
    };
}
