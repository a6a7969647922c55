using System.Collections.Immutable;

namespace Projects;

/// <summary>One rate of DOMAIN 6: counted over counted among, as of a cut-off.</summary>
/// <param name="Completes">The measure whose quoted totals belong in it; null for a rate that needs single items.</param>
internal sealed record RateRule(string Code, Text Name, Text Definition, Func<IssueFacts, CutOff, bool> Among, Func<IssueFacts, CutOff, bool> Counts, Measure? Completes = null)
{
    public static ImmutableArray<RateRule> All { get; } =
    [
        new("rectification_rate", new("整改完成率", "Rectification rate"),
            new("措施全部完成并已自查（或已进入申请销号及以后环节）的事项 ÷ 立账且未作废的事项，长期坚持事项除外",
                "issues with all measures done and self-checked, or further, over issues registered and not void; standing issues are left out"),
            (issue, _) => issue.IsCounted,
            (issue, _) => issue.Rectified || issue.IsClosed,
            Measure.Rectified),

        new("closure_rate", new("销号率", "Closure rate"),
            new("已销号或已备案的事项 ÷ 立账且未作废的事项，长期坚持事项除外",
                "issues closed or filed over issues registered and not void; standing issues are left out"),
            (issue, _) => issue.IsCounted,
            (issue, _) => issue.IsClosed,
            Measure.Closed),

        new("on_time_closure_rate", new("按期销号率", "On-time closure rate"),
            new("在原整改时限内销号的事项 ÷ 原整改时限已到的事项；逾期未销号的留在分母，第二轮及以后的不算按期",
                "issues closed by their original due over issues whose original due has come; open ones stay in the denominator, round 2 and later is never on time"),
            (issue, at) => issue.IsCounted && issue.OriginalDue <= at.Day,
            (issue, _) => issue.Round == 1 && issue.IsClosed && issue.ClosedOn <= issue.OriginalDue),

        new("on_time_closure_rate_current_due", new("按期销号率（现时限）", "On-time closure rate, current due"),
            new("在现整改时限（含延期）内销号的事项 ÷ 现整改时限已到的事项；第二轮及以后的不算按期",
                "issues closed by their current due, extensions included, over issues whose current due has come; round 2 and later is never on time"),
            (issue, at) => issue.IsCounted && issue.CurrentDue <= at.Day,
            (issue, _) => issue.Round == 1 && issue.IsClosed && issue.ClosedOn <= issue.CurrentDue),

        new("on_time_request_rate", new("按期申请率", "On-time request rate"),
            new("在原整改时限内申请销号（未撤回、未退回）的事项 ÷ 原整改时限已到的事项；第二轮及以后的不算按期",
                "issues whose closing was asked for by the original due, neither withdrawn nor returned, over issues whose original due has come; round 2 and later is never on time"),
            (issue, at) => issue.IsCounted && issue.OriginalDue <= at.Day,
            (issue, _) => issue.Round == 1 && issue.RequestedOn <= issue.OriginalDue),

        new("overdue_rate", new("逾期率", "Overdue rate"),
            new("已过现整改时限的未销号事项 ÷ 未销号事项（含中止的，含尚在整改的长期坚持事项）",
                "open issues past their current due over open issues, suspended ones and standing ones still rectifying included"),
            (issue, _) => issue.IsOpen,
            (issue, at) => issue.IsOverdueOn(at.Day)),

        new("extension_rate", new("延期率", "Extension rate"),
            new("获准延期至少一次的事项 ÷ 立账且未作废的事项，长期坚持事项除外",
                "issues granted an extension at least once over issues registered and not void; standing issues are left out"),
            (issue, _) => issue.IsCounted,
            (issue, _) => issue.ExtensionsGranted > 0),

        new("first_pass_rate", new("一次通过率", "First-pass rate"),
            new("第一轮销号且从未退回的事项 ÷ 已销号或已备案的事项",
                "issues closed in round 1 and never returned for rework over issues closed or filed"),
            (issue, _) => issue.IsCounted && issue.IsClosed,
            (issue, _) => issue.Round == 1 && issue.TimesReturned == 0),

        new("rebound_rate", new("反弹率", "Rebound rate"),
            new("销号后在反弹期限（政策规定，默认180日）内被重新打开的事项 ÷ 曾经销号的事项",
                "issues reopened within the policy's days after a closing (by default 180) over issues ever closed"),
            (issue, _) => issue.IsCounted && issue.EverClosed,
            (issue, at) => issue.ReopenedAfterDays <= at.Policy.ReboundCalendarDays),
    ];
}

/// <summary>The day the issues are judged on, with the rules of the park on it.</summary>
internal sealed record CutOff(DateOnly Day, Policy Policy, WorkCalendar Calendar);
