namespace Projects.Domain.Tests.Golden;

/// <summary>A history reads as sentences: every event of a project has its words in both languages.</summary>
public sealed class EventWordsTests
{
    public static TheoryData<Type> ProjectEvents => [.. EventJson.All.Keys.Where(type => type.IsSubclassOf(typeof(ProjectEvent))).OrderBy(type => EventJson.All[type].Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ProjectEvents))]
    public void Every_event_of_a_project_is_said_in_both_languages(Type type)
    {
        var words = Words.Of((ProjectEvent)EventSamples.Of(type), Labels.Platform);

        Assert.Contains(words.Zh, letter => letter is >= '一' and <= '龥');
        Assert.Contains(words.En, char.IsAsciiLetter);
    }

    [Fact]
    public void A_line_of_history_says_what_happened_and_why()
    {
        var words = Words.Of(new InvestmentReversed(
            new("r-1"), new("e-1"), new(2024, 1), InvestmentBasis.Paid, InvestmentCategory.Land, Money.Wan(-12m), "录错月份"), Labels.Platform);

        Assert.Equal(new Text("冲正记录 e-1：录错月份", "Reversed entry e-1: 录错月份"), words);
    }
}
