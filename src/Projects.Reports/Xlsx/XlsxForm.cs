using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Projects.Reports.Xlsx;

/// <summary>Which columns of a sheet are filled in, chosen or hidden; all others are locked.</summary>
internal sealed record XlsxForm(ImmutableArray<XlsxField> Fields)
{
    /// <summary>Rows that are not there yet and will be filled in by somebody, who is then free everywhere: nothing is locked.</summary>
    public int RowsToCome { get; init; }

    /// <summary>Against a slip of the hand, without a password: what comes back is checked by what is in it.</summary>
    public static SheetProtection Protection() => new()
    {
        Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false, Sort = false, SelectLockedCells = false, SelectUnlockedCells = false,
    };

    /// <summary>The drop-downs; null when there are none, or no rows.</summary>
    public DataValidations? DropDowns(int present)
    {
        var rows = Math.Max(present, RowsToCome);
        if (rows == 0)
            return null;
        ImmutableArray<DataValidation> all = [.. Fields.Select((field, at) => (field, at)).Where(column => !column.field.Choices.IsEmpty).Select(column => new DataValidation
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new() { InnerText = $"{XlsxSheet.ColumnName(column.at)}2:{XlsxSheet.ColumnName(column.at)}{rows + 1}" },
            Formula1 = new Formula1($"\"{string.Join(',', column.field.Choices)}\""),
        })];
        return all.IsEmpty ? null : new DataValidations(all) { Count = (uint)all.Length };
    }
}

/// <param name="IsEntry">Filled in by whoever gets the sheet.</param>
/// <param name="IsHidden">Not shown.</param>
internal sealed record XlsxField(bool IsEntry = false, bool IsHidden = false)
{
    /// <summary>What is chosen from, none of them with a comma; empty for anything.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}
