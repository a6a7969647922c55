using System.Collections.Immutable;

namespace Projects;

/// <summary>选项表: a text that is free on the platform, and for which a park may keep a list of its own.</summary>
public enum Vocabulary
{
    /// <summary>问题类别 of an issue.</summary>
    IssueCategory,

    /// <summary>问题来源 of an issue.</summary>
    IssueSource,

    /// <summary>专班 of a project.</summary>
    TaskForce,
}

public sealed partial record Park
{
    /// <summary>What may be said, in the park's order; empty when the text is free.</summary>
    public ImmutableArray<string> TermsOf(Vocabulary vocabulary) => Vocabularies.GetValueOrDefault(vocabulary, []);
}
