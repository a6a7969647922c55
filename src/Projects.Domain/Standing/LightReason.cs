namespace Projects;

/// <summary>One thing that makes a project yellow or red. What is green gives no reason.</summary>
public abstract record LightReason(Light Light)
{
    /// <param name="Planned">The agreed day of the start.</param>
    public sealed record StartMissed(Light Light, string Milestone, DateOnly Planned) : LightReason(Light);

    /// <param name="Behind">How far investment (形象进度) is behind its time; positive.</param>
    public sealed record InvestmentBehind(Light Light, PercentPoints Behind) : LightReason(Light);

    /// <summary>Past its baseline, forecast for later than it, or near it.</summary>
    /// <param name="Forecast">Null when nobody has said.</param>
    public sealed record MilestoneDue(Light Light, string Milestone, DateOnly Baseline, DateOnly? Forecast) : LightReason(Light);

    /// <summary>Open issues past their due date (red), or near it (yellow).</summary>
    public sealed record IssuesDue(Light Light, int Issues) : LightReason(Light);
}
