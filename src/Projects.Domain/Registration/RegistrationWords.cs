namespace Projects;

/// <summary>The refusals of registration in words, and the platform's own labels of kinds and stages, which a park's map onto (DOMAIN 5): <see cref="Labels"/>.</summary>
internal static class RegistrationWords
{
    public static Text Of(RegistrationRefusal refusal, Naming names) => refusal switch
    {
        CampaignHasNoPhases => new(
            $"{names.Labels.Of(ProjectKind.Campaign).Zh}没有建设内容，不分期。",
            $"A project of the kind “{names.Labels.Of(ProjectKind.Campaign).En}” builds nothing and has no phases."),
        WrongStage { Stage: Stage.Terminated } r => new($"分期“{names.Of(r.Phase)}”已终止，不能再变更阶段。", $"Phase “{names.Of(r.Phase)}” was terminated; its stage changes no more."),
        WrongStage r => new($"分期“{names.Of(r.Phase)}”正在停工。请先复工。", $"Phase “{names.Of(r.Phase)}” is suspended. Resume it first."),
        StageOffPath r => new(
            $"“{names.Labels.Of(r.Stage).Zh}”不是该类项目的阶段。可选：{string.Join("、", r.Path.Select(stage => names.Labels.Of(stage).Zh))}。",
            $"“{names.Labels.Of(r.Stage).En}” is no stage of this kind of project. Choose one of: {string.Join(", ", r.Path.Select(stage => names.Labels.Of(stage).En))}."),
        StageGoesBack r => new(
            $"分期“{names.Of(r.Phase)}”已到“{names.Labels.Of(r.From).Zh}”，不能推进到更早的“{names.Labels.Of(r.To).Zh}”。误报请用阶段更正并写明理由。",
            $"Phase “{names.Of(r.Phase)}” has reached “{names.Labels.Of(r.From).En}” and cannot advance to “{names.Labels.Of(r.To).En}”, which comes before. Correct the stage, with a reason, if it was entered by mistake."),
        StageGoesForward r => new(
            $"“{names.Labels.Of(r.To).Zh}”在“{names.Labels.Of(r.From).Zh}”之后，阶段更正只能退回。请用阶段推进。",
            $"“{names.Labels.Of(r.To).En}” comes after “{names.Labels.Of(r.From).En}”; a correction only takes back. Advance the stage instead."),
        StageTooEarly r => new(
            $"分期“{names.Of(r.Phase)}”于{r.Since:yyyy-MM-dd}进入“{names.Labels.Of(r.Stage).Zh}”，日期{r.On:yyyy-MM-dd}在此之前。请核对日期。",
            $"Phase “{names.Of(r.Phase)}” entered “{names.Labels.Of(r.Stage).En}” on {r.Since:yyyy-MM-dd}; {r.On:yyyy-MM-dd} lies before. Check the day."),
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    public static Text Of(ProjectKind kind) => kind switch
    {
        ProjectKind.New => new("新建", "new"),
        ProjectKind.Expansion => new("扩建", "expansion"),
        ProjectKind.Retrofit => new("技改", "retrofit"),
        ProjectKind.Restart => new("复产", "restart"),
        ProjectKind.Digital => new("数字化", "digital"),
        ProjectKind.Campaign => new("专项", "campaign"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Text Of(Stage stage) => stage switch
    {
        Stage.Idea => new("谋划储备", "idea"),
        Stage.Negotiating => new("洽谈", "negotiating"),
        Stage.Signed => new("签约", "signed"),
        Stage.Preliminary => new("前期", "preliminary work"),
        Stage.Started => new("开工", "started"),
        Stage.UnderConstruction => new("在建", "under construction"),
        Stage.Completed => new("竣工", "completed"),
        Stage.TrialProduction => new("试生产", "trial production"),
        Stage.InProduction => new("投产", "in production"),
        Stage.AtCapacity => new("达产", "at capacity"),
        Stage.AtBenefit => new("达效", "at benefit"),
        Stage.Insolvent => new("破产", "insolvent"),
        Stage.Restructured => new("重整", "restructured"),
        Stage.RestartPrep => new("复产准备", "preparing to restart"),
        Stage.Restarted => new("复产", "restarted"),
        Stage.Suspended => new("停工", "suspended"),
        Stage.Terminated => new("终止", "terminated"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
