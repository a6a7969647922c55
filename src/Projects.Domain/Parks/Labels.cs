using System.Collections.Immutable;

namespace Projects;

/// <summary>用语: what a park calls the platform's own words (DOMAIN 5). Where it has no label of its own, the platform's stands.</summary>
public sealed record Labels
{
    /// <summary>A park's labels before it sets any, and what is said where no park is known.</summary>
    public static Labels Platform { get; } = new();

    public ImmutableSortedDictionary<Stage, Label> Stages { get; init; } = ImmutableSortedDictionary<Stage, Label>.Empty;
    public ImmutableSortedDictionary<ProjectKind, Label> ProjectKinds { get; init; } = ImmutableSortedDictionary<ProjectKind, Label>.Empty;
    public ImmutableSortedDictionary<Tier, Label> Tiers { get; init; } = ImmutableSortedDictionary<Tier, Label>.Empty;
    public ImmutableSortedDictionary<Grade, Label> Grades { get; init; } = ImmutableSortedDictionary<Grade, Label>.Empty;
    public ImmutableSortedDictionary<IssueKind, Label> IssueKinds { get; init; } = ImmutableSortedDictionary<IssueKind, Label>.Empty;
    public ImmutableSortedDictionary<Measure, Label> Measures { get; init; } = ImmutableSortedDictionary<Measure, Label>.Empty;

    public Text Of(Stage stage) => Stages.Of(stage, RegistrationWords.Of(stage));
    public Text Of(ProjectKind kind) => ProjectKinds.Of(kind, RegistrationWords.Of(kind));
    public Text Of(Tier tier) => Tiers.Of(tier, IssueWords.Of(tier));
    public Text Of(Grade grade) => Grades.Of(grade, IssueWords.Of(grade));
    public Text Of(IssueKind kind) => IssueKinds.Of(kind, IssueWords.Of(kind));
    public Text Of(Measure measure) => Measures.Of(measure, IssueWords.Of(measure));

    /// <summary>Equal in all they say; <c>==</c> would ask whether the families are the same objects.</summary>
    public bool SaysTheSameAs(Labels other) =>
        Stages.SequenceEqual(other.Stages) && ProjectKinds.SequenceEqual(other.ProjectKinds) && Tiers.SequenceEqual(other.Tiers)
        && Grades.SequenceEqual(other.Grades) && IssueKinds.SequenceEqual(other.IssueKinds) && Measures.SequenceEqual(other.Measures);
}

/// <summary>A park's own word for one of the platform's.</summary>
/// <param name="En">Null where the platform's English stands.</param>
public sealed record Label(string Zh, string? En = null);

internal static class LabelFamilies
{
    /// <summary>The park's own label, completed by the platform's.</summary>
    public static Text Of<T>(this ImmutableSortedDictionary<T, Label> own, T member, Text platform) where T : struct, Enum =>
        own.TryGetValue(member, out var label) ? new Text(label.Zh, label.En ?? platform.En) : platform;
}
