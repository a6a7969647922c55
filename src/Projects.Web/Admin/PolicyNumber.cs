using System.Collections.Immutable;

namespace Projects.Web.Admin;

/// <summary>One number of the park's policy, as a form shows it.</summary>
/// <param name="Field">Its name in the contract.</param>
/// <param name="IsWhole">Days, months and times are; percentage points need not be.</param>
public sealed record PolicyNumber(string Field, Text Label, Text Measure, Func<Policy, decimal> Of, Func<Policy, decimal, Policy> Set, bool IsWhole = true)
{
    private static readonly Text WorkingDays = new("个工作日", "working days");
    private static readonly Text CalendarDays = new("天", "calendar days");
    private static readonly Text Points = new("个百分点", "percentage points");

    public static ImmutableArray<PolicyNumber> All { get; } =
    [
        new("notice_working_days", new("公示期", "Notice"), WorkingDays, policy => policy.NoticeWorkingDays, (policy, value) => policy with { NoticeWorkingDays = (int)value }),
        new("acceptance_working_days", new("签收期限", "Acceptance within"), WorkingDays, policy => policy.AcceptanceWorkingDays, (policy, value) => policy with { AcceptanceWorkingDays = (int)value }),
        new("extension_lead_working_days", new("延期须提前申请", "Extensions asked for ahead"), WorkingDays, policy => policy.ExtensionLeadWorkingDays, (policy, value) => policy with { ExtensionLeadWorkingDays = (int)value }),
        new("max_extensions", new("最多延期", "Extensions at most"), new("次", "times"), policy => policy.ExtensionsAtMost, (policy, value) => policy with { ExtensionsAtMost = (int)value }),
        new("suspension_calendar_days", new("中止后最迟复核", "Suspension reviewed within"), CalendarDays, policy => policy.SuspensionCalendarDays, (policy, value) => policy with { SuspensionCalendarDays = (int)value }),
        new("late_entry_working_days", new("补录可追溯", "Late entries reach back"), WorkingDays, policy => policy.LateEntryWorkingDays, (policy, value) => policy with { LateEntryWorkingDays = (int)value }),
        new("warning_working_days", new("到期前亮黄灯", "Yellow before the due date"), WorkingDays, policy => policy.WarningWorkingDays, (policy, value) => policy with { WarningWorkingDays = (int)value }),
        new("progress_yellow_points", new("投资进度落后亮黄灯，不少于", "Investment behind is yellow from"), Points, policy => policy.ProgressYellowPoints, (policy, value) => policy with { ProgressYellowPoints = value }, IsWhole: false),
        new("progress_red_points", new("投资进度落后亮红灯，超过", "Investment behind is red above"), Points, policy => policy.ProgressRedPoints, (policy, value) => policy with { ProgressRedPoints = value }, IsWhole: false),
        new("start_missed_red_months", new("未按期开工亮红灯，满", "A missed start is red after"), new("个月", "months"), policy => policy.StartMissedRedMonths, (policy, value) => policy with { StartMissedRedMonths = (int)value }),
        new("rebound_calendar_days", new("反弹认定期", "Rebound counted within"), CalendarDays, policy => policy.ReboundCalendarDays, (policy, value) => policy with { ReboundCalendarDays = (int)value }),
    ];
}
