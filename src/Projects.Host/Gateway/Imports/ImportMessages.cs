using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>Kinds of imports and what became of one, to the wire.</summary>
internal static class ImportMessages
{
    public static V1.ImportKind Of(ImportKind kind, Labels labels, Language language) => new()
    {
        Kind = kind.Code,
        DisplayName = kind.Title.In(language),
        Description = kind.Hint.In(language),
        IntoList = kind.IsIntoList,
        Columns =
        {
            kind.Columns.Select(column => new V1.ImportColumn
            {
                Title = column.Title.In(language), Needed = column.IsNeeded, OtherTitles = { column.OtherNames },
                Choices = { column.Choices?.Invoke(labels).Select(choice => choice.In(language)) ?? [] },
            }),
        },
    };

    public static V1.ImportResult Of(RehearsedSheet sheet, Language language) => new()
    {
        Columns = { sheet.Returned.Sheet?.Mapped.Select(column => new V1.MappedColumn { Heading = column.Heading, Title = column.Column.Title.In(language) }) ?? [] },
        UnknownColumns = { sheet.Returned.Unknown },
        RowCount = sheet.Good.Length,
        OrderCount = sheet.Orders,
        AlreadyCount = sheet.Already,
        UntouchedCount = sheet.Returned.Untouched,
        Faults = { Faults(sheet, language) },
    };

    public static IEnumerable<V1.WorkbookFault> Faults(RehearsedSheet sheet, Language language) => sheet.Faults.Select(fault => new V1.WorkbookFault
    {
        Row = fault.Row, Column = fault.Column, Value = fault.Value, Explanation = fault.Reason.In(language),
    });
}
