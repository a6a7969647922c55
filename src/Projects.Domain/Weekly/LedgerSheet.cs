using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

/// <summary>The ledger 台账 as a table of words, by the columns of DOMAIN 8: the annex of a report.</summary>
public static class LedgerSheet
{
    private static readonly ImmutableArray<(Text Title, int Weight, Func<Line, ReportTerm> Cell)> Annex =
    [
        (new("序号", "#"), 1, line => Plain(line.No.ToString(CultureInfo.InvariantCulture))),
        (new("问题编号", "Number"), 2, line => Plain(line.Issue.Number.Value)),
        (new("问题来源", "Source"), 2, line => Plain(line.Issue.Particulars.Source ?? line.Of.List.Particulars.Source)),
        (new("发现日期", "Found on"), 2, line => ReportTerm.Of(line.Issue.Particulars.FoundOn)),
        (new("问题类别", "Category"), 2, line => Plain(line.Issue.Particulars.Category)),
        (new("等级", "Grade"), 1, line => ReportTerm.Of(line.Book.Park.Labels.Of(line.Issue.Particulars.Grade))),
        (new("问题描述", "Issue"), 5, line => Plain(line.Issue.Particulars.Description)),
        (new("整改类型", "Kind"), 2, line => ReportTerm.Of(line.Book.Park.Labels.Of(line.Issue.Particulars.Kind))),
        (new("责任领导", "Accountable leader"), 2, line => Plain(line.Book.NameOf(line.Issue.Particulars.Leader))),
        (new("牵头单位", "Lead unit"), 2, line => Plain(line.Book.NameOf(line.Issue.Particulars.LeadUnit))),
        (new("配合单位", "Supporting units"), 2, line => Plain(string.Join('、', line.Issue.Particulars.SupportingUnits.Select(unit => line.Book.NameOf(unit))))),
        (new("责任人", "Responsible"), 2, line => Plain(line.Book.NameOf(line.Issue.Particulars.Responsible))),
        (new("验收单位", "Acceptance unit"), 2, line => Plain(line.Book.NameOf(line.Issue.Particulars.AcceptanceUnit))),
        (new("整改目标", "Goal"), 3, line => Plain(line.Issue.Particulars.Goal)),
        (new("销号标准", "Criteria"), 4, line => Numbered(line.Issue.Particulars.Criteria)),
        (new("整改措施", "Measures"), 4, line => Numbered(line.Issue.Round is { } round ? [.. round.Measures.Select(measure => measure.Text)] : line.Issue.Particulars.Measures)),
        (new("整改时限（原）", "Original due"), 2, line => ReportTerm.Of(line.Issue.OriginalDue?.Date)),
        (new("整改时限（现）", "Current due"), 2, line => ReportTerm.Of(line.Issue.CurrentDue)),
        (new("本期进展", "Progress this week"), 4, line => Plain(line.Of.ProgressIn(line.Book.Week)?.Progress)),
        (new("存在困难", "Difficulty"), 3, line => Plain(line.Of.Difficulty)),
        (new("完成情况", "Measures done"), 2, line => line.Issue.Round is { Measures.IsEmpty: false } round ? Plain($"{round.Measures.Count(measure => measure.DoneOn is not null)}/{round.Measures.Length}") : ReportTerm.Nothing),
        (new("佐证材料", "Evidence"), 3, line => Plain(string.Join('；', line.Issue.Round?.Evidence.Select(item => item.File.Name) ?? []))),
        (new("亮灯", "Light"), 1, line => line.Of.Light is { } light ? ReportTerm.Of(Words.Of(light)) : ReportTerm.Nothing),
        (new("催办记录", "Urging"), 3, line => Listed(line.Issue.Urgings.Select(notice => Dated(notice.On, UrgingWords.Of(notice.Level))))),
        (new("延期记录", "Extensions"), 3, line => Listed(line.Issue.Extensions.Where(extension => extension.Granted is true).Select(extension => new Text($"{extension.OldDue:yyyy-MM-dd}→{extension.NewDue:yyyy-MM-dd}", $"{extension.OldDue:yyyy-MM-dd}→{extension.NewDue:yyyy-MM-dd}")))),
        (new("申请销号日期", "Closure requested"), 2, line => ReportTerm.Of(line.Of.Facts.RequestedOn)),
        (new("核查意见", "Verification"), 4, line => Plain(string.Join('；', Last(line)?.Verifications.Select(done => $"{line.Book.NameOf(done.By.Person)}：{done.Opinion}") ?? []))),
        (new("审批意见", "Approval"), 3, line => Last(line)?.Approval is { } approval ? Plain($"{line.Book.NameOf(approval.By.Person)}：{approval.Opinion ?? "同意"}") : ReportTerm.Nothing),
        (new("公示起止", "Notice"), 2, line => Last(line)?.Notice is { } notice ? Plain($"{notice.From:yyyy-MM-dd}—{notice.EndedOn:yyyy-MM-dd}") : ReportTerm.Nothing),
        (new("销号状态", "State"), 2, line => ReportTerm.Of(IssueWords.Of(line.Of.Facts.State))),
        (new("销号日期", "Closed on"), 2, line => ReportTerm.Of(line.Of.Facts.ClosedOn)),
        (new("备案号", "Filing no."), 2, line => Plain(line.Issue.FilingNumber)),
        (new("回头看", "Reviews"), 3, line => Listed(line.Issue.Reviews.Select(review => new Text($"{review.On:yyyy-MM-dd} {review.Finding}", $"{review.On:yyyy-MM-dd} {review.Finding}")))),
        (new("备注", "Remark"), 3, line => Plain(line.Issue.Particulars.Remark)),
    ];

    /// <summary>In a file of the ledger, which is read without its report, behind those of DOMAIN 8.</summary>
    private static readonly ImmutableArray<(Text Title, int Weight, Func<Line, ReportTerm> Cell)> Places =
    [
        (new("项目", "Project"), 3, line => Plain(line.Of.Project.Particulars?.Name)),
        (new("清单", "List"), 3, line => Plain(line.Of.List.Particulars.Name)),
    ];

    private static readonly ImmutableArray<(Text Title, int Weight, Func<Line, ReportTerm> Cell)> File = [.. Annex, .. Places];

    public static Text Title { get; } = new("问题整改台账", "Ledger of issues");

    /// <summary>The columns of the ledger as a file.</summary>
    public static ImmutableArray<ReportColumn> Columns { get; } = Heads(File);

    /// <summary>A line of the ledger as a file.</summary>
    /// <param name="no">序号, from 1.</param>
    public static ImmutableArray<ReportTerm> Row(WeekBook book, WeekIssue issue, int no) => Cells(File, new Line(book, issue, no));

    /// <summary>Every issue in the books, by project and number.</summary>
    public static ReportTable Of(WeekBook book) => new("annex", Title, Heads(Annex), [.. book.InBooks.Select((issue, index) => Cells(Annex, new Line(book, issue, index + 1)))]);

    private static ImmutableArray<ReportColumn> Heads(ImmutableArray<(Text Title, int Weight, Func<Line, ReportTerm> Cell)> columns) => [.. columns.Select(column => new ReportColumn(column.Title, column.Weight))];

    private static ImmutableArray<ReportTerm> Cells(ImmutableArray<(Text Title, int Weight, Func<Line, ReportTerm> Cell)> columns, Line line) => [.. columns.Select(column => column.Cell(line))];

    private static ReportTerm Plain(string? words) => string.IsNullOrEmpty(words) ? ReportTerm.Nothing : ReportTerm.Plain(words);

    private static ReportTerm Numbered(ImmutableArray<string> texts) => Plain(string.Join('\n', texts.Select((text, index) => $"{index + 1}. {text}")));

    private static ReportTerm Listed(IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return all.Count == 0 ? ReportTerm.Nothing : ReportTerm.Of(new Text(string.Join('；', all.Select(text => text.Zh)), string.Join("; ", all.Select(text => text.En))));
    }

    private static Text Dated(DateOnly day, Text what) => new($"{day:yyyy-MM-dd} {what.Zh}", $"{day:yyyy-MM-dd} {what.En}");

    /// <summary>The last request of the present round; null when there is none.</summary>
    private static ClosureRequest? Last(Line line) => line.Issue.Round?.Requests.LastOrDefault();

    private sealed record Line(WeekBook Book, WeekIssue Of, int No)
    {
        public Issue Issue => Of.Issue;
    }
}
