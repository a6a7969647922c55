using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>One row of an existing ledger on its way to a take-over.</summary>
internal sealed partial class LedgerRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : ImportRowReader(row, sheet, ground)
{
    public TakeOverIssue Read(ImportTarget target)
    {
        var number = Needed(LedgerImportColumns.Number);
        if (number is not null && !Identifier.IsIssueNumber(number))
            Fault(LedgerImportColumns.Number, new("编号限汉字、字母、数字和 - . _，最长40字", "must be letters, digits and - . _, at most 40"));
        var (found, registered) = (Day(LedgerImportColumns.FoundOn), Day(LedgerImportColumns.RegisteredOn));
        if (registered is null && found is null && !Cells.ContainsKey(LedgerImportColumns.RegisteredOn) && !Cells.ContainsKey(LedgerImportColumns.FoundOn))
            Fault(LedgerImportColumns.RegisteredOn, new("立账日期和发现日期至少要有一个", "or the day it was found must be there"));
        var particulars = new IssueParticulars(
            Needed(LedgerImportColumns.Description) ?? "", Words(LedgerImportColumns.Source), found, Words(LedgerImportColumns.Category),
            Member(LedgerImportColumns.Grade, Called<Grade>(Ground.Labels.Of, IssueWords.Of)) ?? Grade.Ordinary,
            Member(LedgerImportColumns.IssueKind, Called<IssueKind>(Ground.Labels.Of, IssueWords.Of)) ?? IssueKind.OneOff, RootCause.Unknown,
            Person(LedgerImportColumns.Leader), Unit(LedgerImportColumns.LeadUnit), Units(LedgerImportColumns.Supporting),
            Person(LedgerImportColumns.Responsible), Unit(LedgerImportColumns.Acceptance), Words(LedgerImportColumns.Goal),
            Items(LedgerImportColumns.Criteria), Items(LedgerImportColumns.Measures), Day(LedgerImportColumns.Due), null, Words(LedgerImportColumns.Remark));
        var stated = new TakeOver(
            target.Document, Member(LedgerImportColumns.State, Called<IssueState>(IssueWords.Of)) ?? IssueState.Registered, registered ?? found ?? default,
            Day(LedgerImportColumns.AcceptedOn), Day(LedgerImportColumns.RequestedOn), Day(LedgerImportColumns.ClosedOn), Words(LedgerImportColumns.FilingNumber),
            Day(LedgerImportColumns.CurrentDue), Day(LedgerImportColumns.NextReview), People: People());
        return new(target.List, number is null ? null : IssueNumber.Of(number), particulars, stated);
    }

    /// <summary>Who verified and approved, as the document says it.</summary>
    private string? People()
    {
        var said = new[] { LedgerImportColumns.Verified, LedgerImportColumns.Approved }.Where(Cells.ContainsKey).Select(column => $"{column.Title.Zh}：{Words(column)}").ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }

    /// <summary>A line each, or numbered on one line; their numbers are ours to give.</summary>
    private ImmutableArray<string> Items(ImportColumn column) =>
        [.. Numbered().Split(Words(column) ?? "").SelectMany(part => part.Split('\n')).Select(item => item.Trim(' ', '；', ';')).Where(item => item.Length > 0)];

    [GeneratedRegex(@"(?:^|(?<=[\s；;。]))(?:\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
