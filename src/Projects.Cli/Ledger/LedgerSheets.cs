using Projects.Cli.Show;
using Projects.Cli.Wire;

namespace Projects.Cli.Ledger;

/// <summary>The ledger's rows, and its changes as they come.</summary>
internal static class LedgerSheets
{
    public static IEnumerable<Sheet> Of(ListLedgerResponse ledger, Wording wording)
    {
        // A look back has no place to watch on from.
        if (ledger.ResumeToken.Length == 0 && ledger.AsOf is not null)
            yield return Sheet.Line(new Said("所示为过去：截至 ", "This is the past: as of ").In(wording) + Cells.Of(ListLedgerResponse.Descriptor.FindFieldByName("as_of"), ledger, wording));
        yield return Rows(ledger.Rows, wording);
        if (ledger.NextPageToken.Length > 0)
            yield return Sheet.Line(new Said("还有下页：加 --all 取全部。", "There is more: --all shows every page.").In(wording));
    }

    public static IEnumerable<Sheet> Of(WatchLedgerResponse change, Wording wording)
    {
        foreach (var entry in change.Entries)
            yield return Sheet.Line($"{ResourceNames.Short(change.Project)}  {Cells.Signed(entry.By)}  {(entry.Summary.Length > 0 ? entry.Summary : entry.Event)}");
        foreach (var row in change.Rows)
            yield return Sheet.Line($"  {row.Number}  {Cells.Of(State, row, wording)}  {Cells.Of(Light, row, wording)}  {row.Description}");
    }

    private static FieldDescriptor State => LedgerRow.Descriptor.FindFieldByName("state");

    private static FieldDescriptor Light => LedgerRow.Descriptor.FindFieldByName("light");

    private static Sheet Rows(IEnumerable<LedgerRow> rows, Wording wording) => new("",
        [.. Columns.Select(column => column.In(wording))],
        [.. rows.Select(row => (IReadOnlyList<string>)
            [row.Number, ProjectOf(row), Cells.Of(State, row, wording), Cells.Of(Light, row, wording),
                Cells.Date(row.CurrentDueDate), row.ListDisplayName, Cells.Holders(row.BallInCourt, wording), row.Description])]);

    private static string ProjectOf(LedgerRow row) => row.Issue.Split('/') is ["parks", _, "projects", var project, ..] ? project : row.ProjectDisplayName;

    private static readonly Said[] Columns =
    [
        new("编号", "number"), new("项目", "project"), new("状态", "state"), new("灯", "light"), new("期限", "due"), new("清单", "list"),
        new("球在谁手", "must act"), new("问题", "issue"),
    ];
}
