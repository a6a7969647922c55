using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

/// <summary>Reads a unit's workbook that came back. Pure: what the rules say to its orders is asked afterwards.</summary>
public static class UnitReading
{
    private static readonly UnitColumn[] Needed = [UnitColumns.Number, UnitColumns.Project, UnitColumns.Version];

    public static ReturnedSheet Of(ReadTable table)
    {
        if (table.Below(UnitColumns.Number.IsCalled) is not var (header, below))
            return ReturnedSheet.Whole(new("没有“问题编号”一栏，不是本系统发出的收发表", "There is no column 'Number': this is no workbook this platform sent"));
        var columns = new Dictionary<int, UnitColumn>();
        List<string> unknown = [];
        foreach (var (at, cell) in header.Cells)
        {
            if (UnitColumns.All.FirstOrDefault(column => column.IsCalled(cell.Words)) is not { } column)
                unknown.Add(cell.Words);
            else if (!columns.ContainsValue(column))
                columns.Add(at, column);
            else
                return ReturnedSheet.Whole(new($"“{column.Title.Zh}”一栏出现了两次", $"The column '{column.Title.En}' stands there twice"));
        }
        if (Needed.FirstOrDefault(column => !columns.ContainsValue(column)) is { } missing)
            return ReturnedSheet.Whole(new($"缺少“{missing.Title.Zh}”一栏，请用发出的表填报，不要删除隐藏的栏", $"The column '{missing.Title.En}' is missing: fill in the workbook as it was sent, its hidden columns too"));

        var rows = ImmutableArray.CreateBuilder<ReturnedRow>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var untouched = 0;
        Dictionary<(ProjectCode, IssueNumber?), int> seen = [];
        foreach (var row in below)
        {
            var reader = new UnitRowReader(row, columns);
            if (!reader.IsTouched)
            {
                untouched += reader.IsEmpty ? 0 : 1;
                continue;
            }
            var read = reader.Read();
            if (read is not null && !seen.TryAdd((read.Project, read.Number), row.No))
                reader.Fault(UnitColumns.Number, new($"与第{seen[(read.Project, read.Number)]}行是同一事项", $"is the issue of row {seen[(read.Project, read.Number)]} again"));
            if (read is not null && reader.Faults.Count == 0)
                rows.Add(read);
            faults.AddRange(reader.Faults);
        }
        return new(rows.ToImmutable(), faults.ToImmutable(), untouched, [.. unknown]);
    }
}

/// <summary>One row on its way to orders; gathers everything that is wrong with it.</summary>
internal sealed class UnitRowReader(ReadRow row, Dictionary<int, UnitColumn> columns) : RowReader<UnitColumn>(row, columns, column => column.Title.Zh)
{
    private static readonly char[] BetweenNumbers = ['、', ',', '，', ';', '；', ' ', '/', '\n'];

    public bool IsTouched => Cells.Keys.Any(IsFilledIn);

    /// <returns>Null when it is not known which issue is meant.</returns>
    public ReturnedRow? Read()
    {
        foreach (var (column, cell) in Cells.Where(cell => IsFilledIn(cell.Key)))
            Trust(column, cell);
        var on = Day(UnitColumns.HappenedOn);
        var number = Key(UnitColumns.Number);
        var (project, version) = (Key(UnitColumns.Project), Key(UnitColumns.Version));
        var seen = 0L;
        if (version is not null && !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out seen))
            Fault(UnitColumns.Version, new("不是版本号，请用发出的表填报", "is no version: fill in the workbook as it was sent"));
        if (number is null || project is null || version is null)
            return null;
        var issue = IssueNumber.Of(number);
        return new(No, ProjectCode.Of(project), issue, seen, on, [.. Orders(issue)]);
    }

    private IEnumerable<ReturnedOrder> Orders(IssueNumber number)
    {
        if (Words(UnitColumns.Accept) is { } accepted)
        {
            if (UnitColumns.Accept.Choices.Any(choice => accepted == choice.Zh || accepted == choice.En))
                yield return new("accept", UnitColumns.Accept.Title, accepted, new AcceptIssue(number));
            else
                Fault(UnitColumns.Accept, new("只能填“签收”", "can only be 'accept'"));
        }
        if (Words(UnitColumns.Progress) is { } progress)
            yield return new("progress", UnitColumns.Progress.Title, progress, new ReportProgress(number, progress, Words(UnitColumns.Difficulty)));
        else if (Words(UnitColumns.Difficulty) is not null)
            Fault(UnitColumns.Difficulty, new("写了困难，还须写明本期进展", "says a difficulty; say the progress beside it"));
        foreach (var order in Measures(number))
            yield return order;
        var (due, why) = (Day(UnitColumns.NewDue), Words(UnitColumns.WhyExtend));
        if (due is { } until)
            yield return new("extension", UnitColumns.NewDue.Title, Words(UnitColumns.NewDue)!, new RequestExtension(number, until, why ?? ""));
        else if (why is not null && Words(UnitColumns.NewDue) is null)
            Fault(UnitColumns.WhyExtend, new("写了延期理由，还须写明申请延期至哪一天", "says why to extend; say until when beside it"));
    }

    private IEnumerable<ReturnedOrder> Measures(IssueNumber number)
    {
        if (Words(UnitColumns.Measures) is not { } said)
            yield break;
        List<int> numbers = [];
        foreach (var word in said.Split(BetweenNumbers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word.TrimEnd('.', '。'), NumberStyles.None, CultureInfo.InvariantCulture, out var measure) && measure > 0)
                numbers.Add(measure);
            else
                Fault(UnitColumns.Measures, new("应为措施的序号，如 1、3", "must be numbers of measures, as 1, 3"));
        }
        foreach (var measure in numbers.Distinct())
            yield return new($"measure-{measure}", UnitColumns.Measures.Title, said, new CompleteMeasure(number, measure));
    }

    /// <summary>What is filled in is to be somebody's own words.</summary>
    private void Trust(UnitColumn column, ReadCell cell)
    {
        if (cell.IsMerged)
            Fault(column, new("是合并单元格，请拆分后逐行填写", "is part of a merged area: split it and fill in each row"));
        else if (cell.Kind is CellKind.Formula)
            Fault(column, new("是公式，请填写文字", "is a formula: write the words themselves"));
        else if (cell.Kind is CellKind.Broken)
            Fault(column, new("是出错的单元格，请重新填写", "is a broken cell: fill it in again"));
    }

    private string? Key(UnitColumn column)
    {
        if (Words(column) is { } said)
            return said;
        Fault(column, new("不能为空，请用发出的表填报", "is empty: fill in the workbook as it was sent"));
        return null;
    }

    private static bool IsFilledIn(UnitColumn column) => column.Use is UnitColumnUse.Words or UnitColumnUse.Day or UnitColumnUse.Choice;
}
