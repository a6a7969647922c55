using System.Collections.Immutable;

namespace Projects;

/// <summary>Reads an existing ledger into take-overs 接管 (DOMAIN 10.3). Pure: what the rules say to them is asked afterwards.</summary>
public static class TakeInReading
{
    private static readonly Text TakeOver = new("接管", "take over");

    private static readonly TakeInColumn[] Needed = [TakeInColumns.Number, TakeInColumns.Description, TakeInColumns.State];

    /// <param name="project">The project whose list the issues come to stand in.</param>
    /// <param name="document">What the ledger is called, with its date or number.</param>
    public static ReturnedSheet Of(ReadTable table, ProjectCode project, ListCode list, string document, Park park)
    {
        if (table.Below(TakeInColumns.Number.IsCalled) is not var (header, below))
            return Whole(new("没有“问题编号”一栏，不知从哪一行读起", "There is no column 问题编号: where the ledger begins is not known"));
        var columns = new Dictionary<int, TakeInColumn>();
        List<string> unknown = [];
        foreach (var (at, cell) in header.Cells)
        {
            if (TakeInColumns.All.FirstOrDefault(column => column.IsCalled(cell.Words)) is not { } column)
                unknown.Add(cell.Words);
            else if (!columns.ContainsValue(column))
                columns.Add(at, column);
            else
                return Whole(new($"“{column.Title}”一栏出现了两次", $"The column {column.Title} stands there twice"));
        }
        if (Needed.FirstOrDefault(column => !columns.ContainsValue(column)) is { } missing)
            return Whole(new($"缺少“{missing.Title}”一栏", $"The column {missing.Title} is missing"));

        var names = new ParkNames(park);
        var rows = ImmutableArray.CreateBuilder<ReturnedRow>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        Dictionary<IssueNumber, int> seen = [];
        foreach (var row in below)
        {
            var reader = new TakeInRowReader(row, columns, names);
            if (reader.IsEmpty)
                continue;
            var command = reader.Read(list, document);
            if (command.Number is { } number && !seen.TryAdd(number, row.No))
                reader.Fault(TakeInColumns.Number, new($"与第{seen[number]}行编号相同", $"is the number of row {seen[number]} too"));
            if (reader.Faults.Count == 0)
                rows.Add(new(row.No, project, command.Number!.Value, Version: null, On: null, [new("take-over", TakeOver, command.Particulars.Description, command)]));
            faults.AddRange(reader.Faults);
        }
        return new(rows.ToImmutable(), faults.ToImmutable(), 0, [.. unknown]);
    }

    private static ReturnedSheet Whole(Text reason) => new([], [new RowFault(0, "", "", reason)], 0, []);
}

/// <summary>Units and people of a park by their names.</summary>
internal sealed class ParkNames(Park park)
{
    private readonly ILookup<string, UnitCode> units = park.Units.Values.ToLookup(unit => unit.Name, unit => unit.Code);
    private readonly ILookup<string, PersonId> people = park.People.Values.ToLookup(person => person.Name, person => person.Id);

    public IEnumerable<UnitCode> Units(string name) => units[name];

    public IEnumerable<PersonId> People(string name) => people[name];

    public Labels Labels => park.Labels;
}
