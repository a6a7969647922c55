using System.Collections.Immutable;
using System.Globalization;
using Projects.Web.Seats;

namespace Projects.Web.Ledger;

/// <summary>What a cell may look at beside its row.</summary>
public sealed record LedgerSight(Park Park, DateOnly Today, LightDays Days, Speech Say);

/// <summary>One column of the ledger 台账 (DOMAIN 8), as text; number, light and due date are shown in a form of their own.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Order">By which its head orders the rows; null when it does not.</param>
/// <param name="Class">How the cell is set: <c>text</c>, <c>day</c>, <c>number</c>, or nothing.</param>
public sealed record LedgerColumn(string Key, Text Label, Func<IssueRow, LedgerSight, string> Cell, IssueOrder? Order = null, string Class = "");

public static class LedgerColumns
{
    public const string Number = "number";
    public const string Lit = "light";
    public const string Due = "due";

    /// <summary>Every column the ledger's rows know, in the order of DOMAIN 8.</summary>
    public static ImmutableArray<LedgerColumn> All { get; } =
    [
        new(Number, new("问题编号", "Number"), (row, _) => row.Number.Value, IssueOrder.Number, "day"),
        new("project", new("项目", "Project"), (row, _) => row.ProjectName),
        new("list", new("清单", "List"), (row, _) => row.ListName),
        new("tier", new("层级", "Tier"), (row, sight) => sight.Say[row.Facts.Tier]),
        new("source", new("问题来源", "Source"), (row, _) => row.Source ?? ""),
        new("found", new("发现日期", "Found on"), (row, _) => Day(row.FoundOn), Class: "day"),
        new("category", new("问题类别", "Category"), (row, _) => row.Category ?? ""),
        new("cause", new("问题根因", "Root cause"), (row, sight) => sight.Say[IssueWords.Of(row.RootCause)]),
        new("grade", new("等级", "Grade"), (row, sight) => sight.Say[row.Facts.Grade], Class: "day"),
        new("description", new("问题描述", "Description"), (row, _) => row.Description, Class: "text"),
        new("kind", new("整改类型", "Kind"), (row, sight) => sight.Say[row.Facts.Kind], Class: "day"),
        new("leader", new("责任领导", "Leader"), (row, sight) => Name(row.Leader, sight)),
        new("unit", new("牵头单位", "Lead unit"), (row, sight) => row.Facts.Unit is { } unit ? sight.Park.NameOf(unit) : ""),
        new("supporting", new("配合单位", "Supporting units"), (row, sight) => string.Join(sight.Say["、", ", "], row.SupportingUnits.Select(sight.Park.NameOf))),
        new("responsible", new("责任人", "Responsible"), (row, sight) => Name(row.Responsible, sight)),
        new("acceptance", new("验收单位", "Acceptance unit"), (row, sight) => row.AcceptanceUnit is { } unit ? sight.Park.NameOf(unit) : ""),
        new("original", new("整改时限（原）", "Due (original)"), (row, _) => Day(row.Facts.OriginalDue), Class: "day"),
        new(Due, new("整改时限（现）", "Due (current)"), (row, _) => Day(row.Facts.CurrentDue), IssueOrder.Due, "day"),
        new("rectified", new("整改完成", "Rectified"), (row, sight) => row.Facts.Rectified ? sight.Say["✓ 完成", "✓ yes"] : sight.Say["未完成", "no"], Class: "day"),
        new(Lit, new("亮灯", "Light"), (_, _) => "", IssueOrder.Light, "day"),
        new("ball", new("当前由谁办理", "Must act"), (row, sight) => string.Join(sight.Say["、", ", "], row.Ball.Holders().Select(holder => sight.Say[IssueWords.Of(holder, sight.Park)]))),
        new("urged", new("催办记录", "Urged"), (row, sight) => row.UrgedLevel is { } level ? $"{sight.Say[UrgingWords.Of(level)]} {Day(row.UrgedOn)}" : ""),
        new("extensions", new("延期次数", "Extensions"), (row, sight) => Count(row.Facts.ExtensionsGranted) + (row.ExtensionPending ? sight.Say["（待审定）", " (one waits)"] : ""), Class: "number"),
        new("requested", new("申请销号日期", "Closure asked on"), (row, _) => Day(row.Facts.RequestedOn), Class: "day"),
        new("returned", new("退回次数", "Returned"), (row, _) => Count(row.Facts.TimesReturned), Class: "number"),
        new("round", new("轮次", "Round"), (row, _) => Count(row.Facts.Round), Class: "number"),
        new("state", new("销号状态", "State"), (row, sight) => sight.Say[IssueWords.Of(row.Facts.State)], Class: "day"),
        new("closed", new("销号日期", "Closed on"), (row, _) => Day(row.LastClosedOn), Class: "day"),
        new("filing", new("备案号", "Filing number"), (row, _) => row.FilingNumber ?? ""),
        new("review", new("下次回头看", "Next review"), (row, _) => Day(row.NextReview), Class: "day"),
    ];

    /// <summary>What is shown before anybody chooses.</summary>
    public static ImmutableArray<string> Usual { get; } = [Number, Lit, "description", "project", "list", "grade", "unit", "leader", "responsible", Due, "state", "ball"];

    /// <summary>Those of the names that are columns, in the order asked for; the usual ones when none is. The number is always there: it leads to the issue.</summary>
    public static ImmutableArray<string> Known(IEnumerable<string> keys)
    {
        ImmutableArray<string> known = [.. keys.Where(key => All.Any(column => column.Key == key)).Distinct()];
        return known.IsEmpty ? Usual : known.Contains(Number) ? known : [Number, .. known];
    }

    public static ImmutableArray<LedgerColumn> Of(ImmutableArray<string> keys) => [.. keys.Select(key => All.First(column => column.Key == key))];

    private static string Day(DateOnly? day) => day is null ? "" : Speech.Day(day);

    private static string Count(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string Name(PersonId? person, LedgerSight sight) => person is { } known ? sight.Park.NameOf(known) : "";
}
