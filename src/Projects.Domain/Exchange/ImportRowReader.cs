using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Projects;

/// <summary>One row of an imported sheet on its way to orders; gathers everything that is wrong with it.</summary>
internal abstract class ImportRowReader : RowReader<ImportColumn>
{
    protected static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '\n'];

    protected ImportRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : base(row, sheet.Columns, column => column.Title.Zh)
    {
        (Sheet, Ground) = (sheet, ground);
        foreach (var (column, cell) in Cells)
        {
            if (cell.Kind is CellKind.Broken)
                Fault(column, new("是出错的单元格", "is a broken cell"));
            else if (cell.IsMerged && column.IsOwn)
                Fault(column, new("是合并单元格，请拆分后逐行填写", "is part of a merged area: split it and fill in each row"));
        }
    }

    protected ImportSheet Sheet { get; }

    protected ImportGround Ground { get; }

    protected string? Needed(ImportColumn column)
    {
        if (Words(column) is { } said)
            return said;
        Fault(column, new("不能为空", "must not be empty"));
        return null;
    }

    /// <summary>A member by the park's own label or the platform's word for it, or by another word in use.</summary>
    /// <param name="words">Every member under every word it goes by; the first of each is shown in a fault.</param>
    protected TEnum? Member<TEnum>(ImportColumn column, IEnumerable<(string Word, TEnum Member)> words) where TEnum : struct, Enum
    {
        if (Words(column) is not { } said)
            return null;
        foreach (var (word, member) in words)
            if (string.Equals(word, said, StringComparison.OrdinalIgnoreCase))
                return member;
        var all = column.Choices!(Ground.Labels);
        Fault(column, new($"应为{string.Join('、', all.Select(name => name.Zh))}之一", $"must be one of {string.Join(", ", all.Select(name => name.En))}"));
        return null;
    }

    protected static IEnumerable<(string, TEnum)> Called<TEnum>(params Func<TEnum, Text>[] called) where TEnum : struct, Enum =>
        called.SelectMany(word => Enum.GetValues<TEnum>().SelectMany(member => new[] { (word(member).Zh, member), (word(member).En, member) }));

    protected UnitCode? Unit(ImportColumn column) => Named(column, Ground.Units);

    protected PersonId? Person(ImportColumn column) => Named(column, Ground.People);

    protected ImmutableArray<UnitCode> Units(ImportColumn column) =>
        [.. (Words(column) ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => Found(column, name, Ground.Units)).OfType<UnitCode>()];

    /// <summary>An amount of money, in 万元 with its qualifier; null where none is said, and where none can be read: that is a fault.</summary>
    protected Figure? Quoted(ImportColumn column)
    {
        if (!Cells.TryGetValue(column, out var cell))
            return null;
        if (CellMoney.TryRead(cell, Sheet.UnitOf(column), out var inWan, out var fault))
            return inWan;
        Fault(column, fault);
        return null;
    }

    protected TId? Named<TId>(ImportColumn column, Func<string, IEnumerable<TId>> find) where TId : struct => Words(column) is { } said ? Found(column, said, find) : null;

    private TId? Found<TId>(ImportColumn column, string name, Func<string, IEnumerable<TId>> find) where TId : struct
    {
        var found = find(name).Take(2).ToList();
        if (found.Count == 0)
            Fault(column, new($"园区没有“{name}”，请先登记或改为登记的名称", $"the park has no '{name}': enter it first, or write its name as entered"));
        else if (found.Count > 1)
            Fault(column, new($"园区有不止一个“{name}”，请改填其编码", $"the park has more than one '{name}': write its code instead"));
        return found.Count == 1 ? found[0] : null;
    }
}
