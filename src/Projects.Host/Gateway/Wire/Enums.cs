namespace Projects.Host.Gateway;

/// <summary>
/// The contract's enumerations hold the domain's members in the domain's order, after UNSPECIFIED = 0; a test holds both to it. The way back
/// is <see cref="WireFields.Member"/>, since a caller may send any number.
/// </summary>
internal static class Enums
{
    public static V1.Qualifier ToWire(this Qualifier value) => (V1.Qualifier)(value + 1);
    public static V1.DayBasis ToWire(this DayBasis value) => (V1.DayBasis)(value + 1);
    public static V1.Role ToWire(this Role value) => (V1.Role)(value + 1);
    public static V1.ApprovalOrder ToWire(this ApprovalOrder value) => (V1.ApprovalOrder)(value + 1);
    public static V1.ProjectKind ToWire(this ProjectKind value) => (V1.ProjectKind)(value + 1);
    public static V1.Stage ToWire(this Stage value) => (V1.Stage)(value + 1);
    public static V1.MilestoneState ToWire(this MilestoneState value) => (V1.MilestoneState)(value + 1);
    public static V1.InvestmentBasis ToWire(this InvestmentBasis value) => (V1.InvestmentBasis)(value + 1);
    public static V1.InvestmentCategory ToWire(this InvestmentCategory value) => (V1.InvestmentCategory)(value + 1);
    public static V1.Tier ToWire(this Tier value) => (V1.Tier)(value + 1);
    public static V1.Measure ToWire(this Measure value) => (V1.Measure)(value + 1);
    public static V1.ListStatus ToWire(this ListStatus value) => (V1.ListStatus)(value + 1);
    public static V1.Grade ToWire(this Grade value) => (V1.Grade)(value + 1);
    public static V1.IssueKind ToWire(this IssueKind value) => (V1.IssueKind)(value + 1);
    public static V1.IssueState ToWire(this IssueState value) => (V1.IssueState)(value + 1);
    public static V1.ReopenCause ToWire(this ReopenCause value) => (V1.ReopenCause)(value + 1);
    public static V1.ClosureOutcome ToWire(this ClosureOutcome value) => (V1.ClosureOutcome)(value + 1);

    public static V1.UrgingLevel ToWire(this UrgingLevel value) => (V1.UrgingLevel)(value + 1);
    public static V1.UrgingTrigger ToWire(this UrgingTrigger value) => (V1.UrgingTrigger)(value + 1);
    public static V1.UrgingState ToWire(this UrgingState value) => (V1.UrgingState)(value + 1);

    public static V1.WeeklyReportState ToWire(this ReportState value) => (V1.WeeklyReportState)(value + 1);

    /// <summary>未定 is the contract's "not given".</summary>
    public static V1.RootCause ToWire(this RootCause value) => (V1.RootCause)value;

    /// <summary>No light is a light of the contract: off.</summary>
    public static V1.Light ToWire(this Light? value) => value is { } lit ? (V1.Light)(lit + 2) : V1.Light.Off;
}
