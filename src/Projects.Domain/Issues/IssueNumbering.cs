using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

/// <summary>The numbers the platform gives: the list's code in capitals, then a sequence of at least three digits, as in <c>WZQD-007</c>.</summary>
internal static class IssueNumbering
{
    /// <summary>A list code longer than this would make a number longer than 40 characters.</summary>
    public const int LongestListCode = 30;

    /// <summary>The list's next number; numbers of the same form that people chose themselves are skipped.</summary>
    public static (IssueNumber Number, int Sequence) Next(Project project, IssueList list)
    {
        var sequence = list.LastSequence;
        IssueNumber number;
        do
        {
            sequence++;
            number = new(string.Create(CultureInfo.InvariantCulture, $"{list.Code.Value.ToUpperInvariant()}-{sequence:000}"));
        }
        while (project.Issues.ContainsKey(number));
        return (number, sequence);
    }
}

public sealed partial record Project
{
    // The list counts on when the number was the one the platform would have given.
    private ImmutableSortedDictionary<ListCode, IssueList> CountedOn(ListCode code, IssueNumber number)
    {
        if (!Lists.TryGetValue(code, out var list))
            return Lists;
        var (next, sequence) = IssueNumbering.Next(this, list);
        return next == number ? Lists.SetItem(code, list with { LastSequence = sequence }) : Lists;
    }
}
