using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace Projects.Grains;

/// <summary>The one live copy of a project; its key is <c>park/project</c>.</summary>
[Alias("projects.project")]
public interface IProjectGrain : IGrainWithStringKey
{
    /// <summary>Judges a command and, when the rules agree, records it. Returns after it is durable.</summary>
    /// <exception cref="Storage.AppendInDoubtException">Whether it was recorded is not known; the same request id may be sent again.</exception>
    /// <exception cref="Storage.JournalUnavailableException">It was not recorded.</exception>
    [Alias("execute")]
    Task<Outcome> ExecuteAsync(Order<ProjectCommand> order);

    /// <summary>The project without its issues, as last committed; never waits for a write in progress.</summary>
    [Alias("card"), ReadOnly, AlwaysInterleave]
    Task<Sight<Project>> CardAsync();

    /// <summary>One issue with the list it lives in, as last committed; null when there is none of this number.</summary>
    [Alias("issue"), ReadOnly, AlwaysInterleave]
    Task<IssueSight?> IssueAsync(IssueNumber number);

    /// <summary>The project with those of these issues there are and no other, as last committed.</summary>
    [Alias("sheet"), ReadOnly, AlwaysInterleave]
    Task<Sight<Project>> SheetAsync([Immutable] ImmutableArray<IssueNumber> issues);
}

/// <summary>A park's one live copy; its key is the park's code.</summary>
[Alias("projects.park")]
public interface IParkGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IProjectGrain.ExecuteAsync"/>
    [Alias("execute")]
    Task<Outcome> ExecuteAsync(Order<ParkCommand> order);
}

/// <summary>Something seen in a grain. Immutable all through, so inside a process it is handed over, not copied.</summary>
[GenerateSerializer, Immutable, Alias("projects.sight`1")]
public sealed record Sight<T>([property: Id(0)] T Seen);

/// <summary>An issue seen with its list and the project it belongs to (without its other issues).</summary>
[GenerateSerializer, Immutable, Alias("projects.issue-sight")]
public sealed record IssueSight([property: Id(0)] Issue Issue, [property: Id(1)] IssueList List, [property: Id(2)] Particulars? Project);
