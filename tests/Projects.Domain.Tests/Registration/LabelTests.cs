namespace Projects.Domain.Tests.Registration;

public sealed class LabelTests
{
    [Fact]
    public void Every_stage_kind_state_basis_and_category_has_its_label_in_both_languages()
    {
        IEnumerable<Text> labels =
        [
            .. Enum.GetValues<Stage>().Select(RegistrationWords.Of), .. Enum.GetValues<ProjectKind>().Select(RegistrationWords.Of),
            .. Enum.GetValues<MilestoneState>().Select(MilestoneWords.Of), .. Enum.GetValues<InvestmentBasis>().Select(InvestmentWords.Of),
            .. Enum.GetValues<InvestmentCategory>().Select(InvestmentWords.Of), .. Enum.GetValues<Role>().Select(Words.Of),
        ];
        Assert.All(labels, label => Assert.True(label is { Zh.Length: > 0, En.Length: > 0 }));
    }
}
