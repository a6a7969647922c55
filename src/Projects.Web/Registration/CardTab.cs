namespace Projects.Web.Registration;

/// <summary>The sections of a project's card, as its address names them.</summary>
internal sealed record CardTab(string Name, Text Label)
{
    public static CardTab Overview { get; } = new("", new("概览", "Overview"));
    public static CardTab Milestones { get; } = new("milestones", new("节点", "Milestones"));
    public static CardTab Investment { get; } = new("investment", new("投资", "Investment"));
    public static CardTab Issues { get; } = new("issues", new("问题清单", "Issues"));
    public static CardTab Visits { get; } = new("visits", new("走访", "Visits"));
    public static CardTab Meetings { get; } = new("meetings", new("调度会", "Meetings"));
    public static CardTab History { get; } = new("history", new("历史", "History"));

    /// <summary>A campaign has no investment.</summary>
    public static IReadOnlyList<CardTab> Of(ProjectKind kind) =>
        kind is ProjectKind.Campaign ? [Overview, Milestones, Issues, Visits, Meetings, History] : [Overview, Milestones, Investment, Issues, Visits, Meetings, History];
}
