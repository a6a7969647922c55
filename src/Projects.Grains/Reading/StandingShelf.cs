using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// The standings of one park. Each look asks first how far each project's stream has come and reads the projects that moved since the last one:
/// never behind, and a board costs what has changed and not what there is. On another day, policy or calendar all are read anew.
/// </summary>
internal sealed class StandingShelf(ParkCode park, ProjectLedger projects, StandingReads reads)
{
    private const int ProjectsARead = 50;

    private readonly SemaphoreSlim turn = new(1);
    private ImmutableSortedDictionary<ProjectCode, ProjectStanding> kept = ImmutableSortedDictionary<ProjectCode, ProjectStanding>.Empty;
    private Dictionary<ProjectCode, long> versions = [];
    private StandingTerms? terms;

    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(StandingTerms on, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (terms != on)
                (terms, kept, versions) = (on, kept.Clear(), []);
            // Asked for before the rest: what is read may be newer than its version says, and is then read once more. It is never older.
            var now = await projects.VersionsAsync(park, cancellationToken);
            foreach (var moved in now.Where(project => versions.GetValueOrDefault(project.Key, -1) != project.Value).Chunk(ProjectsARead))
            {
                var read = await reads.OfAsync(park, [.. moved.Select(project => project.Key)], on, cancellationToken);
                kept = kept.SetItems(read.Select(standing => KeyValuePair.Create(standing.Project.Project, standing)));
                foreach (var (project, version) in moved)
                    versions[project] = version;
            }
            return kept;
        }
        finally
        {
            turn.Release();
        }
    }
}
