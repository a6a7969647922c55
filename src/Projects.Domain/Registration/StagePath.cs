using System.Collections.Immutable;

namespace Projects;

/// <summary>The stages a phase goes through, in the order of work (DOMAIN 5). Suspended and terminated stand aside of every path.</summary>
public static class StagePath
{
    private static readonly ImmutableArray<Stage> Core =
    [
        Stage.Idea, Stage.Negotiating, Stage.Signed, Stage.Preliminary, Stage.Started, Stage.UnderConstruction, Stage.Completed,
        Stage.TrialProduction, Stage.InProduction, Stage.AtCapacity, Stage.AtBenefit,
    ];

    // A works that runs again goes on as every other: 投产, 达产, 达效.
    private static readonly ImmutableArray<Stage> Restart =
    [
        Stage.Insolvent, Stage.Restructured, Stage.RestartPrep, Stage.Restarted, Stage.InProduction, Stage.AtCapacity, Stage.AtBenefit,
    ];

    /// <summary>Empty for a campaign, which has no phases.</summary>
    public static ImmutableArray<Stage> Of(ProjectKind kind) => kind switch
    {
        ProjectKind.Restart => Restart,
        ProjectKind.Campaign => [],
        _ => Core,
    };

    /// <summary>Whether one stage of the kind's path comes after another. False when either is not on it.</summary>
    public static bool IsAhead(ProjectKind kind, Stage from, Stage to) => PlaceOf(kind, from) is >= 0 and var behind && PlaceOf(kind, to) > behind;

    /// <summary>How far along its path a stage is, from 0; −1 when it is not on it.</summary>
    public static int PlaceOf(ProjectKind kind, Stage stage) => Of(kind).IndexOf(stage);
}
