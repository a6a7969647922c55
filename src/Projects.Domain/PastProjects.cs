using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// One project as it stood at several times, replayed once: it is one project for all of them as long as every time covers what happened, and each has its
/// own from the first event that some do not.
/// </summary>
public sealed class PastProjects(ProjectId id, ImmutableArray<AsOf> times)
{
    private ImmutableArray<PastProject> stood = [new(id, times[0])];

    /// <summary>In the order of the times.</summary>
    public ImmutableArray<Project> Projects => [.. times.Select((_, at) => stood[stood.Length == 1 ? 0 : at].Project)];

    /// <summary>Takes the next event of the journal into account.</summary>
    public void Take(Recorded recorded)
    {
        if (stood.Length < times.Length && times.Any(at => !at.Covers(AsOf.Of(recorded))))
        {
            var shared = stood[0];
            stood = [shared, .. times.Skip(1).Select(shared.At)];
        }
        foreach (var past in stood)
            past.Take(recorded);
    }
}
