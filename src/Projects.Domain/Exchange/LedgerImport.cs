using System.Collections.Immutable;

namespace Projects;

/// <summary>接管: an existing ledger, each row one issue taken over (DOMAIN 10.3).</summary>
public sealed class LedgerImport : ImportKind
{
    private static readonly Text TakeOver = new("接管", "take over");

    private LedgerImport() { }

    public static LedgerImport Kind { get; } = new();

    public override string Code => "ledger";

    public override Text Title { get; } = new("既有台账（接管）", "An existing ledger (take-over)");

    public override Text Hint { get; } = new(
        "每行一个问题。状态、日期、人员以原台账所载为准。没有立账日期的，以发现日期代替。",
        "A row is an issue. State, days and people are as the ledger states them; where it does not say when an issue was registered, the day it was found stands for it.");

    public override ImmutableArray<ImportColumn> Columns => LedgerImportColumns.All;

    public override ImmutableArray<Role> Givers { get; } = [Role.LedgerOffice];

    public override bool IsIntoList => true;

    public override ReturnedSheet Read(ImportSheet sheet, ImportGround ground, ImportTarget? target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var rows = ImmutableArray.CreateBuilder<ReturnedRow>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var untouched = 0;
        Dictionary<IssueNumber, int> seen = [];
        foreach (var row in sheet.Rows)
        {
            var reader = new LedgerRowReader(row, sheet, ground);
            if (reader.IsEmpty)
            {
                untouched++;
                continue;
            }
            var command = reader.Read(target);
            if (command.Number is { } number && !seen.TryAdd(number, row.No))
                reader.Fault(LedgerImportColumns.Number, new($"与第{seen[number]}行编号相同", $"is the number of row {seen[number]} too"));
            if (reader.Faults.Count == 0)
                rows.Add(new(row.No, target.Project, command.Number!.Value, Version: null, On: null, [new("take-over", TakeOver, command.Particulars.Description, command)]));
            faults.AddRange(reader.Faults);
        }
        return new(rows.ToImmutable(), faults.ToImmutable(), untouched + sheet.PassedOver, sheet.Unknown) { Sheet = sheet };
    }
}
