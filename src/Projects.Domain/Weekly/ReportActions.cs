using System.Collections.Immutable;

namespace Projects;

/// <summary>One command on a weekly report, and whether this actor may give it now.</summary>
/// <param name="Verb">As the contract's path has it: <c>review</c> or <c>sign</c>.</param>
/// <param name="WhyNot">The obstacle they would meet; null when the way is free as far as can be told before its fields are known.</param>
public sealed record ReportAction(string Verb, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}

/// <summary>What an actor may do with the weekly reports now. The rules themselves are asked, so the answer cannot differ from theirs.</summary>
public static class ReportActions
{
    /// <summary>Whether the actor may begin the reports, or hand them to another unit; null when they may.</summary>
    public static Refusal? ObstacleToStarting(Actor actor) => ReportRules.MayStart(actor).Obstacle;

    /// <summary>Every verb with its answer; empty when there is no such report.</summary>
    public static ImmutableArray<ReportAction> For(Park park, Actor actor, ReportNumber number) => park.Weekly.Find(number) is null
        ? []
        : [new("review", ReportRules.MayReview(park, actor, number).Obstacle), new("sign", ReportRules.MaySign(park, actor, number).Obstacle)];
}
