using System.Collections.Immutable;

namespace Projects;

/// <summary>The park's policy within bounds that leave the rules a meaning. It reaches only what begins later (SECURITY 2).</summary>
internal static class PolicyRules
{
    public const int VerifiersAtMost = 9;
    public const int HighestLevel = 3;
    public const int LongestReplyWorkingDays = 60;
    public const int WarningsAtMost = 10;

    public static Decision Set(ParkMatter matter, SetPolicy command, Capacity administrator)
    {
        if (Fault(command.Policy) is { } fault)
            return Matter.No(fault);
        return matter.Park.Policy.SaysTheSameAs(command.Policy) ? Matter.Already : matter.Yes(administrator, new PolicySet(command.Policy));
    }

    private static Refusal? Fault(Policy policy)
    {
        var check = new FieldCheck();
        CheckClosing(check, policy);
        CheckUrging(check, policy.Urging);
        check.Known("approval_order", policy.Approval);
        Within("notice_working_days", policy.NoticeWorkingDays, 0, 60);
        Within("extension_lead_working_days", policy.ExtensionLeadWorkingDays, 0, 60);
        Within("max_extensions", policy.ExtensionsAtMost, 0, 10);
        Within("acceptance_working_days", policy.AcceptanceWorkingDays, 0, 60);
        Within("suspension_calendar_days", policy.SuspensionCalendarDays, 1, 366);
        Within("late_entry_working_days", policy.LateEntryWorkingDays, 0, 250);
        Within("warning_working_days", policy.WarningWorkingDays, 0, 60);
        Within("start_missed_red_months", policy.StartMissedRedMonths, 1, 36);
        Within("rebound_calendar_days", policy.ReboundCalendarDays, 0, 1096);
        Within("progress_yellow_points", policy.ProgressYellowPoints, 0, 100);
        Within("progress_red_points", policy.ProgressRedPoints, policy.ProgressYellowPoints, 100);
        return check.Refusal;

        void Within(string field, decimal value, decimal least, decimal most) =>
            check.Require(value >= least && value <= most, field, $"应在{least}与{most}之间", $"must lie between {least} and {most}");
    }

    private static void CheckUrging(FieldCheck check, UrgingPolicy urging)
    {
        check.Require(urging.Ladder.Keys.Order().SequenceEqual(Enum.GetValues<UrgingLevel>()), "urging.ladder",
            "每一级须有且只有一条", "must hold one rung for each level");
        foreach (var (level, rung) in urging.Ladder)
            check.Require(rung.ReplyWorkingDays is >= 1 and <= LongestReplyWorkingDays, $"urging.ladder[{level}].reply_working_days",
                $"应在1与{LongestReplyWorkingDays}之间", $"must lie between 1 and {LongestReplyWorkingDays}");
        var warnings = urging.WarnAtWorkingDays;
        check.Require(warnings.Length <= WarningsAtMost && warnings.Distinct().Count() == warnings.Length && warnings.All(days => days is >= 0 and <= 60),
            "urging.warn_at_working_days", $"至多{WarningsAtMost}个，各不相同，应在0与60之间", $"must be at most {WarningsAtMost} different numbers between 0 and 60");
    }

    private static void CheckClosing(FieldCheck check, Policy policy)
    {
        var closing = policy.Closing ?? ImmutableSortedDictionary<Grade, ClosingRule>.Empty;
        check.Require(closing.Keys.Order().SequenceEqual(Enum.GetValues<Grade>()), "closing",
            "每个等级须有且只有一条销号规则", "must hold one rule for each grade");
        foreach (var (grade, rule) in closing)
        {
            check.Require(rule.Verifiers is >= 1 and <= VerifiersAtMost, $"closing[{grade}].verifiers",
                $"核查人数应在1与{VerifiersAtMost}之间", $"must lie between 1 and {VerifiersAtMost}");
            check.Require(rule.ApproverLevel is >= 1 and <= HighestLevel, $"closing[{grade}].approver_level",
                $"审批层级应在1与{HighestLevel}之间", $"must lie between 1 and {HighestLevel}");
        }
    }
}
