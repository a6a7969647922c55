using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>The plan of one year on one basis.</summary>
public sealed record InvestmentPlanRow(ParkCode Park, ProjectCode Project, int Year, InvestmentBasis Basis, Money Total, ImmutableArray<Money> Months, long Version)
{
    internal static InvestmentPlanRow Of(ProjectId project, InvestmentPlan plan) =>
        new(project.Park, project.Code, plan.Year, plan.Basis, plan.Total, plan.Months, plan.Version);
}

/// <summary>One entry, reversing entries included.</summary>
/// <param name="Amount">Negative in a reversing entry.</param>
/// <param name="Person">Who entered it.</param>
public sealed record InvestmentEntryRow(
    ParkCode Park,
    ProjectCode Project,
    EntryCode Entry,
    Month Month,
    InvestmentBasis Basis,
    InvestmentCategory Category,
    Money Amount,
    string? Voucher,
    string? Note,
    EntryCode? Reverses,
    EntryCode? ReversedBy,
    PersonId Person,
    DateOnly EnteredOn,
    long Version)
{
    internal static InvestmentEntryRow Of(ProjectId project, InvestmentEntry entry) => new(
        project.Park, project.Code, entry.Code, entry.Month, entry.Basis, entry.Category, entry.Amount, entry.Voucher, entry.Note,
        entry.Reverses, entry.ReversedBy, entry.By.Person, entry.On, entry.Version);
}

internal sealed class InvestmentPlanTable() : KeyedTable<InvestmentPlanRow>("investment_plan_ledger", "park", "project", "year", "basis")
{
    public static readonly InvestmentPlanTable Table = new();

    protected override IReadOnlyList<LedgerColumn<InvestmentPlanRow>> Columns { get; } =
    [
        LedgerColumn<InvestmentPlanRow>.Text("park", row => row.Park.Value),
        LedgerColumn<InvestmentPlanRow>.Text("project", row => row.Project.Value),
        LedgerColumn<InvestmentPlanRow>.Integer("year", row => row.Year),
        LedgerColumn<InvestmentPlanRow>.Text("basis", row => row.Basis.ToString()),
        LedgerColumn<InvestmentPlanRow>.Integer("total_fen", row => row.Total.ToFen()),
        LedgerColumn<InvestmentPlanRow>.Text("months_fen", row => string.Join(' ', row.Months.Select(month => month.ToFen()))),
        LedgerColumn<InvestmentPlanRow>.Integer("version", row => row.Version),
    ];

    protected override string KeyOf(InvestmentPlanRow row) => $"{row.Park}/{row.Project}/{row.Year}/{row.Basis}";

    public static InvestmentPlanRow Row(LedgerCells cells) => new(
        cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Count(), cells.Word<InvestmentBasis>(), Money.FromFen(cells.Number()),
        [.. cells.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fen => Money.FromFen(long.Parse(fen, System.Globalization.CultureInfo.InvariantCulture)))],
        cells.Number());
}

internal sealed class InvestmentEntryTable() : KeyedTable<InvestmentEntryRow>("investment_entry_ledger", "park", "project", "entry")
{
    public static readonly InvestmentEntryTable Table = new();

    protected override IReadOnlyList<LedgerColumn<InvestmentEntryRow>> Columns { get; } =
    [
        LedgerColumn<InvestmentEntryRow>.Text("park", row => row.Park.Value),
        LedgerColumn<InvestmentEntryRow>.Text("project", row => row.Project.Value),
        LedgerColumn<InvestmentEntryRow>.Text("entry", row => row.Entry.Value),
        LedgerColumn<InvestmentEntryRow>.Text("month", row => row.Month.ToString()),
        LedgerColumn<InvestmentEntryRow>.Text("basis", row => row.Basis.ToString()),
        LedgerColumn<InvestmentEntryRow>.Text("category", row => row.Category.ToString()),
        LedgerColumn<InvestmentEntryRow>.Integer("amount_fen", row => row.Amount.ToFen()),
        LedgerColumn<InvestmentEntryRow>.Text("voucher", row => row.Voucher),
        LedgerColumn<InvestmentEntryRow>.Text("note", row => row.Note),
        LedgerColumn<InvestmentEntryRow>.Text("reverses", row => row.Reverses?.Value),
        LedgerColumn<InvestmentEntryRow>.Text("reversed_by", row => row.ReversedBy?.Value),
        LedgerColumn<InvestmentEntryRow>.Text("person", row => row.Person.Value),
        LedgerColumn<InvestmentEntryRow>.Day("entered_on", row => row.EnteredOn),
        LedgerColumn<InvestmentEntryRow>.Integer("version", row => row.Version),
    ];

    protected override string KeyOf(InvestmentEntryRow row) => $"{row.Park}/{row.Project}/{row.Entry}";

    public static InvestmentEntryRow Row(LedgerCells cells) => new(
        cells.Id<ParkCode>(), cells.Id<ProjectCode>(), cells.Id<EntryCode>(), Month(cells), cells.Word<InvestmentBasis>(), cells.Word<InvestmentCategory>(),
        Money.FromFen(cells.Number()), cells.TextOrNull(), cells.TextOrNull(), cells.IdOrNull<EntryCode>(), cells.IdOrNull<EntryCode>(),
        cells.Id<PersonId>(), cells.Day(), cells.Number());

    public static Month Month(LedgerCells cells) =>
        Projects.Month.TryParse(cells.Text(), out var month) ? month : throw new JournalCorruptException("The ledger holds a month that is none; `rebuild` makes it again.");
}

/// <summary>What was invested in one month by one project, reversals taken off.</summary>
public sealed record InvestmentMonth(ProjectCode Project, InvestmentBasis Basis, Month Month, Money Amount);

/// <summary>The investment of a park. Every figure is of one basis: the two are never summed (DOMAIN 5).</summary>
/// <param name="past">The park as it stood at the time the ledger is read as of; null for now.</param>
public sealed class InvestmentLedger(LedgerReader reader, PastPark? past = null)
{
    /// <summary>The same ledger as it stood with the park; null for as it is now.</summary>
    public InvestmentLedger At(PastPark? park) => park is null ? this : new(reader, park);

    /// <summary>Entries of one project in the order they were made.</summary>
    public Task<List<InvestmentEntryRow>> EntriesAsync(ProjectId project, InvestmentBasis basis, CancellationToken cancellationToken)
    {
        if (past is not null)
            return Task.FromResult(past.Of(project.Code).SelectMany(its => its.Investment.Entries.Where(entry => entry.Basis == basis).Select(entry => InvestmentEntryRow.Of(its.Id, entry)))
                .OrderBy(row => row.Version).ThenBy(row => row.Entry).ToList());
        var query = reader.Query(project.Park).And("park = @park").And("project = @project").With("project", project.Code.Value).And("basis = @basis").With("basis", basis.ToString());
        query.Sql = $"select {InvestmentEntryTable.Table.ColumnNames} from investment_entry_ledger where {{where}} order by version, entry";
        return reader.ListAsync(query, InvestmentEntryTable.Row, cancellationToken);
    }

    /// <summary>The plans of one year of these projects, on either basis.</summary>
    public Task<List<InvestmentPlanRow>> PlansAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, int year, CancellationToken cancellationToken)
    {
        if (past is not null)
            return Task.FromResult(
                (from its in past.Of(projects)
                 from plan in its.Investment.Plans
                 where plan.Year == year
                 select InvestmentPlanRow.Of(its.Id, plan)).ToList());
        if (projects.Count == 0) return Task.FromResult(new List<InvestmentPlanRow>());
        var query = reader.Query(park).And("park = @park").AndOneOf(projects).And("year = @year").With("year", year);
        query.Sql = $"select {InvestmentPlanTable.Table.ColumnNames} from investment_plan_ledger where {{where}} order by project, basis desc";
        return reader.ListAsync(query, InvestmentPlanTable.Row, cancellationToken);
    }

    /// <summary>The months of these projects, on either basis; a month without entries is left out.</summary>
    /// <param name="until">Last month, inclusive.</param>
    public Task<List<InvestmentMonth>> MonthsAsync(ParkCode park, IReadOnlyCollection<ProjectCode> projects, Month until, CancellationToken cancellationToken)
    {
        if (past is not null)
            return Task.FromResult(
                (from its in past.Of(projects)
                 from entry in its.Investment.Entries
                 where entry.Month.CompareTo(until) <= 0
                 group entry.Amount by (its.Id.Code, entry.Basis, entry.Month) into month
                 orderby month.Key.Code, month.Key.Basis, month.Key.Month
                 select new InvestmentMonth(month.Key.Code, month.Key.Basis, month.Key.Month, Money.Sum(month))).ToList());
        if (projects.Count == 0) return Task.FromResult(new List<InvestmentMonth>());
        var query = reader.Query(park).And("park = @park").AndOneOf(projects).And("month <= @until").With("until", until.ToString());
        query.Sql = "select project, basis, month, cast(sum(amount_fen) as bigint) from investment_entry_ledger where {where} group by project, basis, month order by project, basis desc, month";
        return reader.ListAsync(query,
            cells => new InvestmentMonth(cells.Id<ProjectCode>(), cells.Word<InvestmentBasis>(), InvestmentEntryTable.Month(cells), Money.FromFen(cells.Number())), cancellationToken);
    }
}
