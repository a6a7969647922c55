using System.Collections.Immutable;

namespace Projects;

/// <summary>One command on an issue, and whether this actor may give it now.</summary>
/// <param name="Verb">Its name in <see cref="IssueVerbs"/>.</param>
/// <param name="WhyNot">The obstacle they would meet; null when the way is free as far as can be told before its fields are known.</param>
public sealed record IssueAction(string Verb, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}

/// <summary>What an actor may do with an issue now. The rules themselves are asked, so the answer cannot differ from theirs.</summary>
public static class Actions
{
    /// <summary>All commands with their answer, in the order of DOMAIN 4; empty when there is no such issue.</summary>
    public static ImmutableArray<IssueAction> For(Matter matter, IssueNumber number)
    {
        if (!matter.Project.Issues.TryGetValue(number, out var issue))
            return [];
        var asked = new IssueMatter(matter, issue);
        return [.. Lifecycle.Steps.Select(step => new IssueAction(step.Verb, step.May(asked).Refusal))];
    }

    /// <summary>The verbs the issue's state allows, whoever may give them.</summary>
    public static ImmutableArray<string> InState(Issue issue) => Lifecycle.PossibleOn(issue);
}
