using System.Collections.Immutable;

namespace Projects.Domain.Tests.Parks;

/// <summary>A park calls the platform's words by labels of its own, and they are shown wherever the word is (DOMAIN 5).</summary>
public sealed class OwnLabelTests
{
    private static readonly Labels Own = new()
    {
        Stages = ImmutableSortedDictionary<Stage, Label>.Empty.Add(Stage.Signed, new("已签约", "contract signed")).Add(Stage.Suspended, new("停建")),
        ProjectKinds = ImmutableSortedDictionary<ProjectKind, Label>.Empty.Add(ProjectKind.Campaign, new("行动")),
        Tiers = ImmutableSortedDictionary<Tier, Label>.Empty.Add(Tier.Branch, new("各级基层党组织")),
    };

    private readonly Told told = Told.AProject();

    [Fact]
    public void Where_a_park_says_nothing_the_platforms_word_stands()
    {
        Assert.Equal(new Text("签约", "signed"), told.Park.Labels.Of(Stage.Signed));
        told.Did("system-admin", new SetLabels(Own));
        Assert.Equal(new Text("已签约", "contract signed"), told.Park.Labels.Of(Stage.Signed));
        Assert.Equal(new Text("各级基层党组织", "branch"), told.Park.Labels.Of(Tier.Branch));
        Assert.Equal(new Text("部门", "unit"), told.Park.Labels.Of(Tier.Unit));
    }

    [Fact]
    public void Labels_are_replaced_as_a_whole()
    {
        told.Did("system-admin", new SetLabels(Own)).Did("system-admin", new SetLabels(Own with { Tiers = Own.Tiers.Clear() }));
        Assert.Equal("基层党组织", told.Park.Labels.Of(Tier.Branch).Zh);
        told.Did("system-admin", new SetLabels(Labels.Platform));
        Assert.Equal("签约", told.Park.Labels.Of(Stage.Signed).Zh);
    }

    [Fact]
    public void Saying_them_again_changes_nothing()
    {
        told.AlreadySo("system-admin", new SetLabels(Labels.Platform));
        told.Did("system-admin", new SetLabels(Own));
        told.AlreadySo("system-admin", new SetLabels(Own with { Stages = Own.Stages.SetItem(Stage.Signed, new(" 已签约 ", "contract signed")) }));
    }

    [Fact]
    public void They_are_the_system_administrators_as_a_person()
    {
        foreach (var person in new[] { "officer", "ledger", "chief", "nobody" })
            told.Refused<RoleMissing>(person, new SetLabels(Own));
        told.Refused<PersonNeeded>("system-admin", new SetLabels(Own), kind: ActorKind.Program);
        told.Refused<ChangedMeanwhile>("system-admin", new SetLabels(Own) { Expected = told.Park.Version - 1 });
    }

    [Theory]
    [InlineData("labels[Branch].zh", " ", null)]
    [InlineData("labels[Branch].zh", "二十一个字的标签长得放不进任何一张台账的表头", null)]
    [InlineData("labels[Branch].en", "支部", "a label longer than forty characters in all")]
    public void A_label_is_there_and_short(string field, string zh, string? en) =>
        Assert.Equal([field], told.Refused<InvalidFields>("system-admin", Calling(Tier.Branch, new(zh, en))).Faults.Select(fault => fault.Field));

    [Theory]
    [InlineData("labels[Branch].zh", "部门", null)]
    [InlineData("labels[Branch].en", "支部", "Unit")]
    public void Two_of_a_family_never_look_alike_the_platforms_words_included(string field, string zh, string? en) =>
        Assert.Equal([field], told.Refused<InvalidFields>("system-admin", Calling(Tier.Branch, new(zh, en))).Faults.Select(fault => fault.Field));

    [Fact]
    public void Two_words_may_change_places()
    {
        var swapped = ImmutableSortedDictionary<Tier, Label>.Empty.Add(Tier.Branch, new("部门", "unit")).Add(Tier.Unit, new("基层党组织", "branch"));
        told.Did("system-admin", new SetLabels(new Labels { Tiers = swapped }));
    }

    [Fact]
    public void Only_words_of_the_platform_are_labelled() =>
        Assert.Equal("labels[99]", told.Refused<InvalidFields>("system-admin", Calling((Tier)99, new("别的"))).Faults[0].Field);

    [Fact]
    public void The_history_is_read_in_the_parks_words()
    {
        var advanced = new PhaseAdvanced(new("p1"), Stage.Negotiating, Stage.Signed, null, null);
        Assert.Equal(new("分期 p1 由洽谈进入已签约", "Phase p1 went from negotiating to contract signed"), Words.Of(advanced, Own));
        Assert.Equal("分期 p1 停建：资金", Words.Of(new PhaseSuspended(new("p1"), Stage.Started, "资金"), Own).Zh);
    }

    [Fact]
    public void A_refusal_names_stages_and_kinds_in_the_parks_words()
    {
        var refusal = new StageOffPath(new("p1"), Stage.Signed, [Stage.Idea, Stage.Suspended]);
        Assert.Equal("“已签约”不是该类项目的阶段。可选：谋划储备、停建。", Words.Of(refusal, Naming.Of(Own)).Zh);
        Assert.Equal("行动没有建设内容，不分期。", Words.Of(new CampaignHasNoPhases(), Naming.Of(Own)).Zh);
        Assert.Equal("专项没有建设内容，不记投资。", Words.Of(new CampaignHasNoInvestment(), Naming.Platform).Zh);
    }

    private static SetLabels Calling(Tier tier, Label label) => new(new Labels { Tiers = ImmutableSortedDictionary<Tier, Label>.Empty.Add(tier, label) });
}
