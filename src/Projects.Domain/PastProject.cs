namespace Projects;

/// <summary>
/// A project as it stood at a time, replayed from its history up to both clocks. A step is left out when it had not happened or was not known by
/// then, and so is what builds on a step left out: a later step of the same issue, list, milestone or phase, and an issue of a list that was not there.
/// </summary>
public sealed class PastProject(ProjectId id, AsOf at)
{
    private HashSet<object> leftOut = [];

    public Project Project { get; private set; } = Project.Unknown(id);

    /// <summary>The same at another time, to which everything so far looks as it does to this one.</summary>
    internal PastProject At(AsOf other) => new(Project.Id, other) { Project = Project, leftOut = [.. leftOut] };

    /// <summary>Takes the next event of the journal into account.</summary>
    /// <returns>False when it is left out.</returns>
    public bool Take(Recorded recorded)
    {
        var changed = ThingIn(recorded.Event);
        if (!at.Covers(AsOf.Of(recorded)) || leftOut.Contains(changed) || !HasGround(recorded.Event))
        {
            leftOut.Add(changed);
            return false;
        }
        Project = Project.Evolve(recorded);
        return true;
    }

    private bool HasGround(Event happened) => happened switch
    {
        ProjectRegistered => true,
        _ when Project.Particulars is null => false,
        IssueDrafted e => Project.Lists.ContainsKey(e.List),
        IssueTakenOver e => Project.Lists.ContainsKey(e.List),
        InvestmentReversed e => Project.Investment.Entries.Any(entry => entry.Code == e.Wrong),
        _ => true,
    };

    /// <summary>What has a history of its own, by a key that no other thing of the project has.</summary>
    private static object ThingIn(Event happened) => happened switch
    {
        IssueEvent e => e.Number,
        ListEvent e => e.List,
        MilestoneEvent e => e.Milestone,
        PhaseAdded e => e.Phase,
        PhaseAdvanced e => e.Phase,
        PhaseStageCorrected e => e.Phase,
        PhaseSuspended e => e.Phase,
        PhaseResumed e => e.Phase,
        PhaseTerminated e => e.Phase,
        BenefitStated { Phase: { } phase } => phase,
        InvestmentPlanSet e => (e.Year, e.Basis),
        InvestmentRecorded e => e.Entry,
        InvestmentReversed e => e.Entry,
        VisitRecorded e => e.Visit,
        MeetingRecorded e => e.Meeting,
        BenefitStated e => e.Benefit.Code,
        _ => typeof(Particulars),
    };
}
