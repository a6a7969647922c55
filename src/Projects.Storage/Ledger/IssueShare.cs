using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>What a filter takes of issues by their state and their light.</summary>
/// <param name="Unlit">Those not in the books, which show no light.</param>
internal sealed record IssueShare(ImmutableArray<IssueState> States, bool Red, bool Yellow, bool Green, bool Unlit)
{
    private static readonly ImmutableArray<IssueState> All = [.. Enum.GetValues<IssueState>()];

    public static IssueShare Of(IssueFilter filter)
    {
        return new(
            [.. All.Where(state =>
                (filter.States.IsEmpty || filter.States.Contains(state))
                && (filter.Drafts || state is not IssueState.Draft)
                && (filter.Open is null || filter.Open == state.IsOpen()))],
            Red: Shines(Light.Red) && filter.Overdue is not false,
            Yellow: Shines(Light.Yellow) && filter.Overdue is not true,
            Green: Shines(Light.Green) && filter.Overdue is not true,
            Unlit: filter.Lights.IsEmpty && filter.Overdue is not true);

        bool Shines(Light light) => filter.Lights.IsEmpty || filter.Lights.Contains(light);
    }

    /// <summary>Only open issues can be in it.</summary>
    public bool IsOpen => States.All(state => state.IsOpen()) || !(Green || Unlit);

    /// <summary>Whether counts can tell it: they know the lights of all open issues together, not of each state.</summary>
    public bool IsCountable => (Red == Green && Yellow == Green) || States.Count(state => state.IsOpen()) is var open && (open == 0 || open == All.Count(state => state.IsOpen()));

    /// <summary>How many of the issues counted are in it.</summary>
    public int Of(IssueCounts counts)
    {
        var open = In(state => state.IsOpen());
        var lit = open == 0 ? 0 : (Red ? counts.Red : 0) + (Yellow ? counts.Yellow : 0) + (Green ? open - counts.Red - counts.Yellow : 0);
        return lit + (Green ? In(state => state.IsInBooks() && !state.IsOpen()) : 0) + (Unlit ? In(state => !state.IsInBooks()) : 0);

        int In(Func<IssueState, bool> which) => counts.In(state => which(state) && States.Contains(state));
    }
}
