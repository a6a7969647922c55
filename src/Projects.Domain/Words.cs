namespace Projects;

/// <summary>Where facts become words, in Chinese and English: one dispatch, each slice says its own.</summary>
public static partial class Words
{
    /// <summary>A refusal in the platform's own words, where no park is at hand.</summary>
    public static Text Of(Refusal refusal) => Of(refusal, Labels.Platform);

    /// <summary>A refusal in words: what stands in the way, and what to do next.</summary>
    /// <param name="labels">What the reader's park calls the platform's words.</param>
    /// <exception cref="NotSupportedException">A slice has a refusal and no words for it; a test walks the whole family.</exception>
    public static Text Of(Refusal refusal, Labels labels) => refusal switch
    {
        IssueRefusal r => IssueWords.Of(r),
        ParkRefusal r => ParkWords.Of(r),
        RegistrationRefusal r => RegistrationWords.Of(r, labels),
        MilestoneRefusal r => MilestoneWords.Of(r),
        UrgingRefusal r => UrgingWords.Of(r),
        InvestmentRefusal r => InvestmentWords.Of(r, labels),
        _ => Common(refusal) ?? throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };
}
