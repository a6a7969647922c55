using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

/// <summary>Investment of projects of the park: a row is a month on one basis, with what was planned for it, what was invested, or both.</summary>
public sealed class InvestmentImport : ImportKind
{
    private InvestmentImport() { }

    public static InvestmentImport Kind { get; } = new();

    public override string Code => "investment";

    public override Text Title { get; } = new("投资", "Investment");

    public override Text Hint { get; } = new(
        "每行一个项目一个月一种口径，填计划金额、完成金额或两者；金额须有单位。一年的计划须列全12个月（没有的写0），替代原计划；完成金额逐笔记录，须有类别，更正用冲正。",
        "A row is a project, a month and a basis, with the amount planned, the amount invested, or both; amounts need their unit. The plan of a year needs all twelve months (0 where nothing is planned) and replaces the one before; each amount invested is an entry and needs its category; a mistake is reversed.");

    public override ImmutableArray<ImportColumn> Columns => InvestmentImportColumns.All;

    public override ImmutableArray<Role> Givers => RegistrationRules.Keepers;

    public override bool NamesProjects => true;

    public override IEnumerable<ProjectCode> About(ImportSheet sheet, ImportGround ground) => ProjectColumns.About(sheet, ground);

    public override ReturnedSheet Read(ImportSheet sheet, ImportGround ground, ImportTarget? target)
    {
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var untouched = 0;
        List<InvestmentRow> read = [];
        Dictionary<(ProjectCode, EntryCode), int> entries = [];
        Dictionary<(ProjectCode, Month, InvestmentBasis), int> planned = [];
        foreach (var row in sheet.Rows)
        {
            var reader = new InvestmentRowReader(row, sheet, ground);
            if (reader.IsEmpty)
            {
                untouched++;
                continue;
            }
            var line = reader.Read(row.No);
            if (line is { Entry: { } entry } && !entries.TryAdd((line.Project, entry.Entry), row.No))
                reader.Fault(InvestmentImportColumns.Amount, new(
                    $"与第{entries[(line.Project, entry.Entry)]}行相同；确是两笔的，请用凭证号、备注或记录编号分开", $"is row {entries[(line.Project, entry.Entry)]} again; if they are two, tell them apart by voucher, note or code"));
            if (line is { Plan: not null } && !planned.TryAdd((line.Project, line.Month, line.Basis), row.No))
                reader.Fault(InvestmentImportColumns.Plan, new(
                    $"与第{planned[(line.Project, line.Month, line.Basis)]}行是同一月的计划", $"is the plan of the month of row {planned[(line.Project, line.Month, line.Basis)]} again"));
            faults.AddRange(reader.Faults);
            if (line is not null && reader.Faults.Count == 0)
                read.Add(line);
        }
        return new([.. Rows(read, faults)], faults.ToImmutable(), untouched + sheet.PassedOver, sheet.Unknown) { Sheet = sheet };
    }

    /// <summary>The plan of a year is one order, given with the first of its rows; one that lacks a month, or whose month is faulty, is none.</summary>
    private static IEnumerable<ReturnedRow> Rows(List<InvestmentRow> read, ImmutableArray<RowFault>.Builder faults)
    {
        Dictionary<int, ReturnedOrder> plans = [];
        foreach (var year in read.Where(row => row.Plan is not null).GroupBy(row => (row.Project, row.Month.Year, row.Basis)))
        {
            var months = year.ToDictionary(row => row.Month.Number, row => row.Plan!.Value);
            var missing = Enumerable.Range(1, 12).Except(months.Keys).ToList();
            if (missing.Count == 0)
                plans.Add(year.First().Row, PlanOf(year.Key.Year, year.Key.Basis, [.. Enumerable.Range(1, 12).Select(month => months[month])]));
            else
                faults.Add(new(year.First().Row, InvestmentImportColumns.Plan.Title.Zh, months.Values.First().ToString(), new(
                    $"{year.Key.Year}年的计划缺{string.Join('、', missing)}月，没有计划的月份请写0", $"the plan of {year.Key.Year} lacks the months {string.Join(", ", missing)}: write 0 where nothing is planned")));
        }
        foreach (var row in read)
        {
            ImmutableArray<ReturnedOrder> orders =
            [
                .. plans.TryGetValue(row.Row, out var plan) ? [plan] : Array.Empty<ReturnedOrder>(),
                .. row.Entry is { } entry ? [new ReturnedOrder("entry", InvestmentImportColumns.Amount.Title, entry.Amount.ToString(), entry)] : Array.Empty<ReturnedOrder>(),
            ];
            if (orders.Length > 0)
                yield return new(row.Row, row.Project, null, null, null, orders);
        }
    }

    private static ReturnedOrder PlanOf(int year, InvestmentBasis basis, ImmutableArray<Money> months)
    {
        var total = Money.Sum(months);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"plan-{year}-{basis}"), new($"{year}年计划", $"plan of {year}"), total.ToString(), new SetInvestmentPlan(year, basis, total, months));
    }
}

/// <param name="Plan">What was planned for the month; null when the row does not say.</param>
/// <param name="Entry">What was invested in it; null when the row does not say.</param>
internal sealed record InvestmentRow(int Row, ProjectCode Project, Month Month, InvestmentBasis Basis, Money? Plan, RecordInvestment? Entry);
