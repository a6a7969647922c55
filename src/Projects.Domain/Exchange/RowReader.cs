namespace Projects;

/// <summary>One row that came in, its cells by the columns they stand in; gathers everything that is wrong with it.</summary>
/// <param name="columns">Which column stands where; cells under none are passed over.</param>
/// <param name="title">What a column is called in a fault.</param>
internal abstract class RowReader<TColumn>(ReadRow row, IReadOnlyDictionary<int, TColumn> columns, Func<TColumn, string> title) where TColumn : notnull
{
    protected int No { get; } = row.No;

    protected Dictionary<TColumn, ReadCell> Cells { get; } =
        row.Cells.Where(cell => columns.ContainsKey(cell.Key) && cell.Value.Words.Length > 0).ToDictionary(cell => columns[cell.Key], cell => cell.Value);

    public List<RowFault> Faults { get; } = [];

    public bool IsEmpty => Cells.Count == 0;

    public void Fault(TColumn column, Text reason) => Faults.Add(new(No, title(column), Words(column) ?? "", reason));

    protected string? Words(TColumn column) => Cells.GetValueOrDefault(column)?.Words;

    /// <summary>Null where none is said, and where none can be read: that is a fault.</summary>
    protected DateOnly? Day(TColumn column)
    {
        if (!Cells.TryGetValue(column, out var cell))
            return null;
        if (CellDay.TryRead(cell, out var day, out var fault))
            return day;
        Fault(column, fault);
        return null;
    }
}
