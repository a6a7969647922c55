using Projects.Cli.Show;
using Projects.Cli.Wire;

namespace Projects.Cli.Ledger;

/// <summary>The ledger's rows, and its changes as they come.</summary>
internal static class LedgerSheets
{
    public static IEnumerable<Sheet> Of(ListLedgerResponse ledger, Language language)
    {
        yield return Rows(ledger.Rows, language);
        if (ledger.NextPageToken.Length > 0)
            yield return Sheet.Line(new Said("还有下页：加 --all 取全部。", "There is more: --all shows every page.").In(language));
    }

    public static IEnumerable<Sheet> Of(WatchLedgerResponse change, Language language)
    {
        foreach (var entry in change.Entries)
            yield return Sheet.Line($"{ResourceNames.Short(change.Project)}  {Cells.Signed(entry.By)}  {(entry.Summary.Length > 0 ? entry.Summary : entry.Event)}");
        foreach (var row in change.Rows)
            yield return Sheet.Line($"  {row.Number}  {Cells.Term(row.State, StateType, language)}  {Cells.Term(row.Light, LightType, language)}  {row.Description}");
    }

    private static EnumDescriptor StateType => LedgerRow.Descriptor.FindFieldByName("state").EnumType;

    private static EnumDescriptor LightType => LedgerRow.Descriptor.FindFieldByName("light").EnumType;

    private static Sheet Rows(IEnumerable<LedgerRow> rows, Language language) => new("",
        [.. Columns.Select(column => column.In(language))],
        [.. rows.Select(row => (IReadOnlyList<string>)
            [row.Number, ProjectOf(row), Cells.Term(row.State, StateType, language), Cells.Term(row.Light, LightType, language),
                Cells.Date(row.CurrentDueDate), row.ListDisplayName, Cells.Holders(row.BallInCourt, language), row.Description])]);

    private static string ProjectOf(LedgerRow row) => row.Issue.Split('/') is ["parks", _, "projects", var project, ..] ? project : row.ProjectDisplayName;

    private static readonly Said[] Columns =
    [
        new("编号", "number"), new("项目", "project"), new("状态", "state"), new("灯", "light"), new("期限", "due"), new("清单", "list"),
        new("球在谁手", "must act"), new("问题", "issue"),
    ];
}
