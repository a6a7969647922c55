using System.Collections.Immutable;

namespace Projects;

/// <summary>One command on a milestone, and whether this actor may give it now.</summary>
/// <param name="Verb">As the contract's path has it, such as <c>verify</c>.</param>
/// <param name="WhyNot">The obstacle they would meet; null when the way is free as far as can be told before its fields are known.</param>
public sealed record MilestoneAction(string Verb, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}

/// <summary>What an actor may do with a milestone now. The rules themselves are asked, so the answer cannot differ from theirs.</summary>
public static class MilestoneActions
{
    /// <summary>Every verb with its answer; empty when there is no such milestone.</summary>
    public static ImmutableArray<MilestoneAction> For(Matter matter, MilestoneCode code) =>
        matter.Project.Milestones.TryGetValue(code, out var milestone)
            ?
            [
                new("forecast", MilestoneProgress.MayForecast(matter, milestone).Refusal),
                new("requestBaselineChange", BaselineRules.MayRequest(matter, milestone).Refusal),
                new("decideBaselineChange", BaselineRules.MayDecide(matter, milestone).Refusal),
                new("report", MilestoneProgress.MayReport(matter, milestone).Refusal),
                new("verify", MilestoneProgress.MayVerify(matter, milestone).Refusal),
                new("reject", MilestoneProgress.MayReject(matter, milestone).Refusal),
            ]
            : [];
}
