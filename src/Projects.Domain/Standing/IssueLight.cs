namespace Projects;

/// <summary>
/// The light of an issue on a day. Red: open and past its current due. Yellow: open and due within the policy's warning days.
/// Green: every other issue in the books. A draft or void issue shows none.
/// </summary>
public static class IssueLight
{
    /// <summary>Null when the issue is not in the books: a draft, or void.</summary>
    public static Light? Of(IssueState state, DateOnly? currentDue, DateOnly day, Policy policy, WorkCalendar calendar)
    {
        if (!state.IsInBooks()) return null;
        if (!state.IsOpen() || currentDue is not { } due) return Light.Green;
        if (due < day) return Light.Red;
        return due <= YellowThrough(day, policy, calendar) ? Light.Yellow : Light.Green;
    }

    /// <inheritdoc cref="Of(IssueState, DateOnly?, DateOnly, Policy, WorkCalendar)"/>
    public static Light? Of(in IssueFacts issue, DateOnly day, Policy policy, WorkCalendar calendar) =>
        Of(issue.State, issue.CurrentDue, day, policy, calendar);

    /// <inheritdoc cref="Of(IssueState, DateOnly?, DateOnly, Policy, WorkCalendar)"/>
    public static Light? Of(Issue issue, DateOnly day, Policy policy, WorkCalendar calendar) =>
        Of(issue.State, issue.CurrentDue, day, policy, calendar);

    /// <summary>
    /// The last due date that is yellow on this day: at most the policy's warning days of work are left after today. A query
    /// over many issues compares due dates with this one day, and so agrees with <c>Of</c> to the day.
    /// </summary>
    public static DateOnly YellowThrough(DateOnly day, Policy policy, WorkCalendar calendar) =>
        calendar.AddWorkingDays(day, policy.WarningWorkingDays + 1).AddDays(-1);
}
