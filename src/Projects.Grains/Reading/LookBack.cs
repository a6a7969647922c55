using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// Looks back: what a caller sees of their park as it stood at a time, by the policy, calendar, labels and names of then. It depends on nothing
/// recorded after the known instant; who may see it is a question of now.
/// </summary>
public sealed class LookBack(PastParks past, ParkBook parks)
{
    /// <summary>The view of that time, with all the park's projects.</summary>
    public async Task<Insight> AsOfAsync(Insight insight, AsOf at, CancellationToken cancellationToken) =>
        await AsOfAsync(insight, await past.AsOfAsync(insight.Park.Code, at, cancellationToken));

    /// <summary>One project as it stood, replayed from its whole history; null when it was not there, or is not for this caller.</summary>
    public async Task<PastCard?> CardAsync(Insight insight, ProjectCode code, AsOf at, CancellationToken cancellationToken)
    {
        var (project, history) = await past.AsOfAsync(new ProjectId(insight.Park.Code, code), at, cancellationToken);
        if (!project.Exists || !insight.Reaches(project.Particulars))
            return null;
        var alone = new PastPark(at, ImmutableSortedDictionary<ProjectCode, Project>.Empty.Add(code, project.AsCard()));
        return new(await AsOfAsync(insight, alone), project, history);
    }

    private async Task<Insight> AsOfAsync(Insight insight, PastPark stood)
    {
        // Before its founding was known a park has nothing to show, in whatever words.
        var then = await parks.AsOfAsync(insight.Park.Code, stood.At) is { Exists: true } park ? park : insight.Park;
        return insight.LookingBack(then, ParkBook.CalendarOf(then), stood);
    }
}

/// <summary>A project as it stood at a time.</summary>
/// <param name="Insight">The view of that time, of this project alone.</param>
/// <param name="History">What it was replayed from, oldest first.</param>
public sealed record PastCard(Insight Insight, Project Project, ImmutableArray<JournalEntry> History)
{
    /// <summary>Without its issues and visits, as a card is shown.</summary>
    public Project Card { get; } = Project.AsCard();

    /// <summary>Null when there was none of this number.</summary>
    public IssueSight? Issue(IssueNumber number) =>
        Project.Issues.TryGetValue(number, out var issue) ? new(issue, Project.Lists[issue.List], Project.Particulars) : null;
}
