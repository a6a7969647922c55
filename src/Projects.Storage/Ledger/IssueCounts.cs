using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>Issues counted for a board, as they stand on a day.</summary>
/// <param name="States">Every issue once, drafts and void ones too; a state without any is absent.</param>
/// <param name="Red">Of the open ones, those past their current due date: overdue.</param>
/// <param name="Yellow">Of the open ones, those near it.</param>
public sealed record IssueCounts(ImmutableSortedDictionary<IssueState, int> States, int Red, int Yellow)
{
    public static IssueCounts None { get; } = new(ImmutableSortedDictionary<IssueState, int>.Empty, 0, 0);

    public int Open => In(state => state.IsOpen());

    /// <summary>Closed or filed.</summary>
    public int Closed => In(state => state.IsClosed());

    /// <summary>Standing issues under watch.</summary>
    public int Watched => In(state => state is IssueState.StandingWatch);

    public int In(Func<IssueState, bool> which) => States.Where(count => which(count.Key)).Sum(count => count.Value);

    public static IssueCounts Sum(IEnumerable<IssueCounts> parts) =>
        Of(parts.SelectMany(part => part.States.Select(count => new IssueTally(count.Key, count.Value, 0, 0)).Append(new(null, 0, part.Red, part.Yellow))));

    internal static IssueCounts Of(IEnumerable<IssueTally> tallies)
    {
        var states = ImmutableSortedDictionary.CreateBuilder<IssueState, int>();
        var (red, yellow) = (0, 0);
        foreach (var tally in tallies)
        {
            if (tally.State is { } state) states[state] = states.GetValueOrDefault(state) + tally.Issues;
            red += tally.Red;
            yellow += tally.Yellow;
        }
        return new(states.ToImmutable(), red, yellow);
    }
}

/// <param name="Key">What the issues counted have in common.</param>
public sealed record CountGroup<TKey>(TKey Key, IssueCounts Counts);

/// <summary>Open issues of a project past their due date, and near it.</summary>
public readonly record struct DueIssues(int Overdue, int Near);

/// <param name="Overdue">Of the open ones, those past their current due date.</param>
public readonly record struct OpenIssues(int Open, int Overdue);

/// <summary>Seven days of a park.</summary>
/// <param name="Through">The last day, inclusive.</param>
/// <param name="Registered">立账 within them, whatever became of the issue since.</param>
/// <param name="Closed">销号 within them, each issue on the day of its last closing, also when reopened since.</param>
public sealed record IssueWeek(DateOnly From, DateOnly Through, int Registered, int Closed)
{
    public DaySpan Days => new(From, Through);
}

/// <summary>A part of some counts: issues of one state, or, without a state, how many of the open ones are lit.</summary>
internal readonly record struct IssueTally(IssueState? State, int Issues, int Red, int Yellow)
{
    public static IssueTally Read(LedgerCells cells) => new(cells.WordOrNull<IssueState>(), cells.Count(), cells.Count(), cells.Count());
}
