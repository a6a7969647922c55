namespace Projects.Domain.Tests.Registration;

public sealed class LabelTests
{
    [Fact]
    public void Every_stage_kind_state_basis_and_category_has_its_label_in_both_languages()
    {
        IEnumerable<Text> labels =
        [
            .. Enum.GetValues<Stage>().Select(Labels.Platform.Of), .. Enum.GetValues<ProjectKind>().Select(Labels.Platform.Of),
            .. Enum.GetValues<MilestoneState>().Select(MilestoneWords.Of), .. Enum.GetValues<InvestmentBasis>().Select(InvestmentWords.Of),
            .. Enum.GetValues<InvestmentCategory>().Select(InvestmentWords.Of), .. Enum.GetValues<Role>().Select(Words.Of),
        ];
        Assert.All(labels, label => Assert.True(label is { Zh.Length: > 0, En.Length: > 0 }));
    }

    [Fact]
    public void The_platforms_words_that_a_park_may_label_are_told_apart()
    {
        ToldApart<Stage>(Labels.Platform.Of);
        ToldApart<ProjectKind>(Labels.Platform.Of);
        ToldApart<Tier>(Labels.Platform.Of);
        ToldApart<Grade>(Labels.Platform.Of);
        ToldApart<IssueKind>(Labels.Platform.Of);
        ToldApart<Measure>(Labels.Platform.Of);
    }

    private static void ToldApart<T>(Func<T, Text> label) where T : struct, Enum
    {
        Assert.Distinct(Enum.GetValues<T>().Select(member => label(member).Zh));
        Assert.Distinct(Enum.GetValues<T>().Select(member => label(member).En));
    }
}
