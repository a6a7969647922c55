using System.Collections.Immutable;

namespace Projects;

public sealed partial record Project
{
    /// <summary>The project without its issues, visits and meetings, to be shown: a page of a project is not a page of its ledgers.</summary>
    public Project AsCard() => this with { Issues = Issues.Clear(), Visits = Visits.Clear(), Meetings = Meetings.Clear() };

    /// <summary>The card with those of these issues there are.</summary>
    public Project AsSheet(IEnumerable<IssueNumber> issues) => AsCard() with
    {
        Issues = issues.Select(number => Issues.GetValueOrDefault(number)).OfType<Issue>().ToImmutableSortedDictionary(issue => issue.Number, issue => issue),
    };
}
