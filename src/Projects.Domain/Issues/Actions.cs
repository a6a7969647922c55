using System.Collections.Immutable;

namespace Projects;

/// <summary>One command on an issue, and whether this actor may give it now.</summary>
/// <param name="Command">The command's name, such as <c>RequestClosure</c>; stable, for programs.</param>
/// <param name="WhyNot">The obstacle they would meet; null when the way is free as far as can be told before its fields are known.</param>
public sealed record IssueAction(string Command, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}

/// <summary>What an actor may do with an issue now. The rules themselves are asked, so the answer cannot differ from theirs.</summary>
public static class Actions
{
    /// <summary>Every command on an issue by name, in the order of DOMAIN 4.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Lifecycle.Steps.Select(step => step.Name)];

    /// <summary>All commands with their answer, in the order of DOMAIN 4; empty when there is no such issue.</summary>
    public static ImmutableArray<IssueAction> For(Matter matter, IssueNumber number) =>
        matter.Project.Issues.TryGetValue(number, out var issue)
            ? [.. Lifecycle.Steps.Select(step => new IssueAction(step.Name, step.May(new IssueMatter(matter, issue)).Refusal))]
            : [];
}
