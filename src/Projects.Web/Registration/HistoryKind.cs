namespace Projects.Web.Registration;

/// <summary>Which part of a project's history is shown.</summary>
/// <param name="Name">In the address; null for all.</param>
internal sealed record HistoryKind(string? Name, Text Label, Predicate<Event> Fits)
{
    private static readonly HistoryKind Everything = new(null, new("全部", "everything"), _ => true);

    public static IReadOnlyList<HistoryKind> All { get; } =
    [
        Everything,
        new("project", new("项目与阶段", "project and stages"), happened => happened is not (MilestoneEvent or InvestmentPlanSet or InvestmentRecorded or InvestmentReversed or ListEvent or IssueEvent or VisitRecorded or MeetingRecorded)),
        new("milestones", new("节点", "milestones"), happened => happened is MilestoneEvent),
        new("investment", new("投资", "investment"), happened => happened is InvestmentPlanSet or InvestmentRecorded or InvestmentReversed),
        new("lists", new("清单", "lists"), happened => happened is ListEvent),
        new("issues", new("问题", "issues"), happened => happened is IssueEvent),
        new("diary", new("走访与调度会", "visits and meetings"), happened => happened is VisitRecorded or MeetingRecorded),
    ];

    public static HistoryKind Of(string? name) => All.FirstOrDefault(kind => kind.Name == name) ?? Everything;
}
