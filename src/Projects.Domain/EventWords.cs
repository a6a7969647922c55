namespace Projects;

public static partial class Words
{
    /// <summary>What happened to a project, in one line of its history.</summary>
    /// <param name="labels">What the reader's park calls the platform's words.</param>
    /// <exception cref="NotSupportedException">A slice has an event and no words for it; a test walks the whole family.</exception>
    public static Text Of(ProjectEvent happened, Labels labels) => happened switch
    {
        IssueEvent e => IssueEventWords.Of(e),
        ListEvent e => ListEventWords.Of(e),
        MilestoneEvent e => MilestoneEventWords.Of(e),
        InvestmentPlanSet or InvestmentRecorded or InvestmentReversed => InvestmentEventWords.Of(happened),
        VisitRecorded e => VisitWords.Of(e),
        MeetingRecorded e => MeetingWords.Of(e),
        _ => RegistrationEventWords.Of(happened, labels),
    };
}
