namespace Projects;

/// <summary>What happened to a project's registration, phases and benefits, in words.</summary>
internal static class RegistrationEventWords
{
    public static Text Of(ProjectEvent happened, Labels labels) => happened switch
    {
        ProjectRegistered e => new($"登记{labels.Of(e.Kind).Zh}“{e.Particulars.Name}”", $"Registered “{e.Particulars.Name}” ({labels.Of(e.Kind).En})"),
        ProjectAmended => new("修改项目信息", "Amended the particulars"),
        PhaseAdded e => new($"增加分期 {e.Phase}“{e.Name}”，处于{labels.Of(e.Stage).Zh}", $"Added phase {e.Phase} “{e.Name}”, {labels.Of(e.Stage).En}"),
        PhaseAdvanced e => new($"分期 {e.Phase} 由{labels.Of(e.From).Zh}进入{labels.Of(e.To).Zh}", $"Phase {e.Phase} went from {labels.Of(e.From).En} to {labels.Of(e.To).En}"),
        PhaseStageCorrected e => new($"更正分期 {e.Phase} 的阶段为{labels.Of(e.To).Zh}：{e.Reason}", $"Corrected phase {e.Phase} to {labels.Of(e.To).En}: {e.Reason}"),
        PhaseSuspended e => new($"分期 {e.Phase} {labels.Of(Stage.Suspended).Zh}：{e.Reason}", $"Suspended phase {e.Phase}: {e.Reason}"),
        PhaseResumed e => new($"分期 {e.Phase} 恢复至{labels.Of(e.To).Zh}", $"Resumed phase {e.Phase} in {labels.Of(e.To).En}"),
        PhaseTerminated e => new($"分期 {e.Phase} {labels.Of(Stage.Terminated).Zh}：{e.Reason}", $"Terminated phase {e.Phase}: {e.Reason}"),
        BenefitStated { Phase: { } phase } e => new($"分期 {phase} 填报达产目标“{e.Benefit.Name}”", $"Stated benefit “{e.Benefit.Name}” of phase {phase}"),
        BenefitStated e => new($"填报达产目标“{e.Benefit.Name}”", $"Stated benefit “{e.Benefit.Name}”"),
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no words."),
    };
}
