using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>How one project stands on a day: what lights, rates, summaries and boards are put together from.</summary>
/// <param name="Reasons">Why its light is yellow or red, the worst first; empty when it is green.</param>
/// <param name="Investment">One a basis that has a plan of the year or an entry.</param>
/// <param name="Due">Open issues past their due date or near it, by cause.</param>
public sealed record ProjectStanding(
    ProjectRow Project,
    ImmutableArray<ListRow> Lists,
    IssueRates Rates,
    ImmutableArray<LightReason> Reasons,
    ImmutableArray<MilestoneCount> Milestones,
    ImmutableArray<InvestmentFigures> Investment,
    ImmutableArray<CauseDue> Due)
{
    public Light Light => ProjectLight.Worst(Reasons) ?? Light.Green;
}

/// <summary>How many milestones of a project stand in a state.</summary>
/// <param name="Late">Of them, not verified though their baseline is past.</param>
public sealed record MilestoneCount(ProjectCode Project, MilestoneState State, int Milestones, int Late);

/// <summary>What a standing is judged by.</summary>
internal sealed record StandingTerms(DateOnly Day, Policy Policy, WorkCalendar Calendar)
{
    /// <summary>Equal in all they say; a policy read once more is another object and says the same.</summary>
    public bool SaysTheSameAs(StandingTerms other) => Day == other.Day && Calendar == other.Calendar && Policy.SaysTheSameAs(other.Policy);
}
