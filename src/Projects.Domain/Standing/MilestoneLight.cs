namespace Projects;

/// <summary>
/// The light of a milestone on a day. Red: its baseline is past and it is not reported done. Yellow: it is forecast for later than
/// its baseline, or its baseline lies within the policy's warning days. Green: every other. Reported done is green however late:
/// how late is its <see cref="Slip"/>.
/// </summary>
public static class MilestoneLight
{
    public static Light Of(MilestoneState state, DateOnly baseline, DateOnly? forecast, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        if (state is not MilestoneState.Planned) return Light.Green;
        if (baseline < day) return Light.Red;
        return forecast > baseline || baseline <= IssueLight.YellowThrough(day, policy, calendar) ? Light.Yellow : Light.Green;
    }

    /// <inheritdoc cref="Of(MilestoneState, DateOnly, DateOnly?, DateOnly, Policy, WorkCalendar)"/>
    public static Light Of(Milestone milestone, DateOnly day, Policy policy, WorkCalendar calendar) =>
        Of(milestone.State, milestone.Baseline, milestone.Forecast, day, policy, calendar);
}
