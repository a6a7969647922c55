namespace Projects;

/// <summary>What a state means when issues are counted (DOMAIN 6).</summary>
public static class IssueStanding
{
    /// <summary>Registered and not void: it counts.</summary>
    public static bool IsInBooks(this IssueState state) => state is not (IssueState.Draft or IssueState.Void);

    /// <summary>销号 or 备案.</summary>
    public static bool IsClosed(this IssueState state) => state is IssueState.Closed or IssueState.Filed;

    /// <summary>In the books and somebody still has to act on it. Suspended is open: its overdue clock keeps running (DOMAIN 4, row 17).</summary>
    public static bool IsOpen(this IssueState state) => state.IsInBooks() && !state.IsClosed() && state is not IssueState.StandingWatch;

    /// <summary>The lead unit has it in hand, so that what is late is late with it: not yet accepted, being rectified, or suspended on the way.</summary>
    public static bool IsWithLeadUnit(this IssueState state) => state is IssueState.Registered or IssueState.Rectifying or IssueState.Suspended;

    /// <summary>Closing has been asked for and not been refused: the rectification itself is claimed complete.</summary>
    public static bool IsPastRectifying(this IssueState state) => state
        is IssueState.ClosureRequested or IssueState.Verifying or IssueState.AwaitingApproval or IssueState.OnNotice
        or IssueState.Closed or IssueState.Filed or IssueState.StandingWatch;
}
