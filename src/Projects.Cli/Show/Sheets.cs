using System.Text.RegularExpressions;
using Projects.Cli.Issues;
using Projects.Cli.Ledger;
using Projects.Cli.Urging;
using Projects.Cli.Wire;

namespace Projects.Cli.Show;

/// <summary>An answer as sheets: those people look at most in a form of their own, the others field by field.</summary>
internal static partial class Sheets
{
    private static readonly HashSet<string> Unshown = ["etag", "next_page_token", "resume_token", "page_token", "digest", "content", "payload", "request_id", "allowed_actions"];

    /// <summary>Texts of whole sentences: shown of one project, not in a table of many.</summary>
    private static readonly HashSet<string> ProjectTexts = ["description", "source", "task_force"];

    public static IEnumerable<Sheet> Of(IMessage reply, Wording wording) => reply switch
    {
        ListLedgerResponse ledger => LedgerSheets.Of(ledger, wording),
        ListRatesResponse rates => RateSheets.Of(rates, wording),
        WatchLedgerResponse change => LedgerSheets.Of(change, wording),
        ListDueUrgingsResponse due => UrgingSheets.Of(due, wording),
        WeeklyReport report => Weekly.ReportSheets.Of(report, wording),
        Issue issue => IssueSheets.Of(issue, wording),
        _ => Plain(reply, wording),
    };

    /// <summary>Single values first, one a row, then a table for every repeated message.</summary>
    public static IEnumerable<Sheet> Plain(IMessage message, Wording wording)
    {
        var fields = message.Descriptor.Fields.InFieldNumberOrder().Where(field => !Unshown.Contains(field.Name) && !SaidBeside(field)).ToList();
        var rows = fields.Where(field => !IsTable(field)).Select(field => new[] { Labels.Of(field, wording.Language), Cells.Of(field, message, wording) })
            .Where(row => row[1].Length > 0).ToList();
        if (fields.All(field => IsTable(field) || field.Name is "total_size" or "as_of"))
            rows.Clear();
        if (rows.Count > 0)
            yield return new Sheet("", [new Said("项", "field").In(wording), new Said("内容", "value").In(wording)], rows);
        foreach (var field in fields.Where(IsTable))
        {
            if (((System.Collections.IList)field.Accessor.GetValue(message)).Cast<IMessage>().ToList() is { Count: > 0 } lines)
                yield return Table(Labels.Of(field, wording.Language), field.MessageType, lines, wording);
        }
        if (rows.Count == 0 && message.Descriptor.FindFieldByName("total_size") is { } total)
            yield return Sheet.Line(new Said($"共 {total.Accessor.GetValue(message)} 条。", $"{total.Accessor.GetValue(message)} in all.").In(wording));
        if (message.Descriptor.FindFieldByName("allowed_actions") is { } actions
            && actions.Accessor.GetValue(message) is IEnumerable<AllowedAction> allowed && allowed.Any())
            yield return ActionSheet.Of(allowed, wording);
    }

    /// <summary>A row a message; columns nobody filled are left out.</summary>
    public static Sheet Table(string title, MessageDescriptor type, IReadOnlyList<IMessage> lines, Wording wording)
    {
        var columns = type.Fields.InFieldNumberOrder()
            .Where(field => !Unshown.Contains(field.Name) && !SaidBeside(field) && !IsTable(field) && !(type == Project.Descriptor && ProjectTexts.Contains(field.Name))
                && lines.Any(line => Cells.Of(field, line, wording).Length > 0)).ToList();
        return new(title, [.. columns.Select(field => Labels.Of(field, wording.Language))],
            [.. lines.Select(line => (IReadOnlyList<string>)[.. columns.Select(field => Brief(field, Cells.Of(field, line, wording)))])]);
    }

    /// <summary>Evidence is named by its digest: among many its beginning is enough, and alone it stands in full.</summary>
    private static string Brief(FieldDescriptor field, string cell) =>
        ResourceNames.TypeOf(field) == "projects.v1/Evidence" ? Digest().Replace(cell, digest => digest.Value[..12] + "…") : cell;

    /// <summary>What a field beside it says better: an issue's name ends in its number, an office's role stands as its name.</summary>
    private static bool SaidBeside(FieldDescriptor field) => (field.ContainingType.Name, field.Name) is ("Issue", "name") || (field.Name == "role" && field.ContainingType.FindFieldByName("role_name") is not null);

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    private static bool IsTable(FieldDescriptor field) => field.IsRepeated && field.FieldType == FieldType.Message;
}
