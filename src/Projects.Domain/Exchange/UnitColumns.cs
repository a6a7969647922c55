using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

public enum UnitColumnUse
{
    /// <summary>To be read; locked.</summary>
    Shown,

    /// <summary>To be filled in, in words.</summary>
    Words,

    /// <summary>To be filled in with a day.</summary>
    Day,

    /// <summary>To be chosen from its <see cref="UnitColumn.Choices"/>.</summary>
    Choice,

    /// <summary>By which the row is known when it comes back; hidden.</summary>
    Key,
}

/// <summary>A column of a unit's workbook.</summary>
/// <param name="Title">By which it is found again, in either language, wherever it stands.</param>
/// <param name="Width">In letters.</param>
/// <param name="Shows">Null for what is filled in.</param>
public sealed record UnitColumn(Text Title, UnitColumnUse Use, int Width, Func<UnitLine, Text>? Shows = null)
{
    public ImmutableArray<Text> Choices { get; init; } = [];

    /// <summary>Words a person may have written for its title: spaces and full width do not matter.</summary>
    public bool IsCalled(string words) => Plain(words) is var said && (said == Plain(Title.Zh) || said == Plain(Title.En));

    internal static string Plain(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();
}

public static class UnitColumns
{
    internal static readonly Text Empty = new("", "");

    public static UnitColumn Number { get; } = new(new("问题编号", "Number"), UnitColumnUse.Shown, 14, line => Same(line.Issue.Number.Value));
    public static UnitColumn Accept { get; } = new(new("签收", "Accept"), UnitColumnUse.Choice, 8) { Choices = [new("签收", "accept")] };
    public static UnitColumn Progress { get; } = new(new("本期进展", "Progress"), UnitColumnUse.Words, 36);
    public static UnitColumn Difficulty { get; } = new(new("存在困难", "Difficulty"), UnitColumnUse.Words, 24);
    public static UnitColumn Measures { get; } = new(new("完成措施（序号）", "Measures done (by number)"), UnitColumnUse.Words, 14);
    public static UnitColumn HappenedOn { get; } = new(new("发生日期", "Happened on"), UnitColumnUse.Day, 12);
    public static UnitColumn NewDue { get; } = new(new("申请延期至", "Extension asked until"), UnitColumnUse.Day, 12);
    public static UnitColumn WhyExtend { get; } = new(new("延期理由", "Reason for the extension"), UnitColumnUse.Words, 24);
    public static UnitColumn Project { get; } = new(new("项目编码", "Project code"), UnitColumnUse.Key, 12, line => Same(line.Project.Value));
    public static UnitColumn Version { get; } = new(new("版本", "Version"), UnitColumnUse.Key, 8, line => Same(line.Issue.Version.ToString(CultureInfo.InvariantCulture)));

    public static ImmutableArray<UnitColumn> All { get; } =
    [
        Number,
        new(new("项目", "Project"), UnitColumnUse.Shown, 20, line => Same(line.Particulars?.Name)),
        new(new("清单", "List"), UnitColumnUse.Shown, 16, line => Same(line.List.Particulars.Name)),
        new(new("问题描述", "Issue"), UnitColumnUse.Shown, 36, line => Same(line.Issue.Particulars.Description)),
        new(new("销号标准", "Criteria"), UnitColumnUse.Shown, 28, line => Same(string.Join('\n', line.Issue.Particulars.Criteria.Select((criterion, at) => $"{at + 1}. {criterion}")))),
        new(new("整改措施", "Measures"), UnitColumnUse.Shown, 28, MeasuresOf),
        new(new("责任人", "Responsible"), UnitColumnUse.Shown, 10, line => Same(line.Issue.Particulars.Responsible is { } person ? line.Park.NameOf(person) : null)),
        new(new("整改时限（现）", "Current due"), UnitColumnUse.Shown, 12, line => Same(line.Issue.CurrentDue is { } due ? Words.Day(due) : null)),
        new(new("销号状态", "State"), UnitColumnUse.Shown, 10, line => IssueWords.Of(line.Issue.State)),
        new(new("亮灯", "Light"), UnitColumnUse.Shown, 6, line => line.Light is { } light ? Words.Of(light) : Empty),
        new(new("上次进展", "Last progress"), UnitColumnUse.Shown, 28, line => Same(line.Issue.Round?.Progress is [.., var last] ? $"{Words.Day(last.On)} {last.Progress}" : null)),
        Accept, Progress, Difficulty, Measures, HappenedOn, NewDue, WhyExtend,
        Project, Version,
    ];

    private static Text MeasuresOf(UnitLine line) => line.Issue.Round is not { } round ? Empty : new(
        string.Join('\n', round.Measures.Select(measure => $"{measure.No}. {measure.Text}{(measure.DoneOn is { } day ? $"（{Words.Day(day)} 完成）" : "")}")),
        string.Join('\n', round.Measures.Select(measure => $"{measure.No}. {measure.Text}{(measure.DoneOn is { } day ? $" (done {Words.Day(day)})" : "")}")));

    private static Text Same(string? words) => new(words ?? "", words ?? "");
}
