using System.Globalization;

namespace Projects.Reports;

/// <summary>What a file says around a report, in the language it is read in.</summary>
internal sealed class FileWords(Language language)
{
    public string Draft => Say("草稿", "DRAFT");
    public string NotIssued => Say("未签发", "not issued");
    public string Annex => Say("附件", "Annex");
    public string Continued => Say("续", "continued");
    public string None => Say("（无）", "(none)");
    public string Sources => Say("数据来源", "Sources");
    public string About => Say("说明", "About");
    public string FigureId => Say("编号", "Figure");
    public string FigureName => Say("名称", "Name");
    public string Value => Say("数值", "Value");
    public string Shown => Say("文中表述", "As shown");
    public string RowCount => Say("行数", "Rows");
    public string Row => Say("数据行", "Row");
    public string Unit => Say("编发单位", "Unit");
    public string NumberTitle => Say("编号", "Number");
    public string IssueTitle => Say("期数", "Issue");
    public string Period => Say("统计周期", "Week");
    public string IssuedOn => Say("签发日期", "Issued on");
    public string SignedBy => Say("签发人", "Signed by");
    public string InputDigest => Say("输入摘要（SHA-256）", "Input digest (SHA-256)");
    public string ChainHead => Say("历史链头", "Head of the history chain");
    public string Template => Say("模板版本", "Template");
    public string Calendar => Say("工作日历版本", "Work calendar");
    public string CutShort => Say("……（过长，未全部列出）", " … (too long, cut short)");

    /// <summary>What a chart's values are of, behind its title.</summary>
    public string In(Text measure) => Say($"（单位：{measure.Zh}）", $" ({measure.En})");

    public string Colon => Say("：", ": ");

    /// <summary>第1期.</summary>
    public string IssueNo(int number) => Say($"第{number}期", $"No. {number}");

    public string NumberOf(ReportHead head) => Say(head.Number, $"{head.Year}-{head.No}");

    /// <summary>2024年1月11日, without leading zeros (GB/T 9704).</summary>
    public string Day(DateOnly day) => Say($"{day.Year}年{day.Month}月{day.Day}日", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>2024年1月5日至2024年1月11日.</summary>
    public string Span(ReportWeek week) => Say($"{Day(week.First)}至{Day(week.Last)}", $"{Day(week.First)} to {Day(week.Last)}");

    /// <summary>The line under the red one: which week it tells of.</summary>
    public string WeekTitle(ReportWeek week) => Say($"{Day(week.First)}至{week.Last.Month}月{week.Last.Day}日情况", $"Week of {Span(week)}");

    public string PrintedOn(ReportHead head) => head.IssuedOn is { } day ? Say($"{Day(day)}印发", $"Issued {Day(day)}") : Say($"{Draft}，{NotIssued}", $"{Draft}, {NotIssued}");

    /// <summary>A plain number, as charts and their tables show it: digits and a point in any culture.</summary>
    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public string Say(string zh, string en) => language is Language.English ? en : zh;
}
