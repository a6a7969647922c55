using System.Collections.Immutable;

namespace Projects;

/// <summary>Why a row of a sheet cannot be taken: where, what stands there, and what is wrong with it.</summary>
/// <param name="Row">As the sheet numbers it; 0 for the sheet as a whole.</param>
/// <param name="Column">Its title.</param>
public sealed record RowFault(int Row, string Column, string Value, Text Reason);

/// <summary>A sheet is not taken because of some of its rows; nothing of it was.</summary>
public sealed record RowsFaulty(ImmutableArray<RowFault> Faults) : Refusal
{
    /// <summary>So many are said in words, and so many stand in the fields: an error travels in a header. All of them are in the answer to a look beforehand.</summary>
    internal const int Said = 5, Listed = 100;

    public override Reason Reason => Reason.ImportRow;

    public override ImmutableArray<FieldFault> Fields => [.. Faults.Take(Listed).Select(fault => fault.Row == 0
        ? new FieldFault("sheet", fault.Reason)
        : new FieldFault($"rows[{fault.Row}].{fault.Column}", new($"“{fault.Value}”：{fault.Reason.Zh}", $"'{fault.Value}': {fault.Reason.En}")))];
}
