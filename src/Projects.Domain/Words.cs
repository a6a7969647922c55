namespace Projects;

/// <summary>Where facts become words, in Chinese and English: one dispatch, each slice says its own.</summary>
public static partial class Words
{
    /// <summary>A refusal in the platform's own words, where no park is at hand.</summary>
    public static Text Of(Refusal refusal) => Of(refusal, Naming.Platform);

    /// <summary>A refusal in words: what stands in the way, and what to do next.</summary>
    /// <param name="names">What the reader knows the things by that it is about.</param>
    /// <exception cref="NotSupportedException">A slice has a refusal and no words for it; a test walks the whole family.</exception>
    public static Text Of(Refusal refusal, Naming names) => refusal switch
    {
        IssueRefusal r => IssueWords.Of(r, names),
        ParkRefusal r => ParkWords.Of(r, names),
        RegistrationRefusal r => RegistrationWords.Of(r, names),
        MilestoneRefusal r => MilestoneWords.Of(r, names),
        UrgingRefusal r => UrgingWords.Of(r),
        InvestmentRefusal r => InvestmentWords.Of(r, names.Labels),
        _ => Common(refusal, names) ?? throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    /// <summary>The commands a refusal says are possible now, by their labels: the same verb is called otherwise in another slice.</summary>
    public static IEnumerable<Text> PossibleBy(Refusal refusal) =>
        refusal is RegistrationRefusal or MilestoneRefusal ? refusal.Allowed.Select(ProjectVerbs.LabelOf) : refusal.Allowed.Select(IssueVerbs.LabelOf);
}
