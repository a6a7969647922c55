using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// The standings of one park. Each look asks the database first where each project stands and reads the projects that moved since the last one,
/// whichever process moved them: never behind, and a board costs what has changed and not what there is. On another day, policy or calendar all are
/// read anew. It holds one standing a project and nothing of the past.
/// </summary>
internal sealed class StandingShelf(ParkCode park, ProjectLedger projects, StandingReads reads)
{
    private const int ProjectsARead = 50;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<ProjectCode, LedgerMark> marks = [];
    private ImmutableSortedDictionary<ProjectCode, ProjectStanding> kept = ImmutableSortedDictionary<ProjectCode, ProjectStanding>.Empty;
    private StandingTerms? terms;

    public async Task<ImmutableSortedDictionary<ProjectCode, ProjectStanding>> OfAsync(StandingTerms on, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (terms?.SaysTheSameAs(on) is not true)
            {
                (terms, kept) = (on, kept.Clear());
                marks.Clear();
            }
            // Asked for before the rest: what is read may be newer than its mark says, and is then read once more. It is never older.
            var now = await projects.MarksAsync(park, cancellationToken);
            Forget(marks.Keys.Where(project => !now.ContainsKey(project)).ToList());
            foreach (var moved in now.Where(project => !marks.TryGetValue(project.Key, out var mark) || mark != project.Value).Chunk(ProjectsARead))
            {
                var read = await reads.OfAsync(park, [.. moved.Select(project => project.Key)], on, cancellationToken);
                kept = kept.SetItems(read.Select(standing => KeyValuePair.Create(standing.Project.Project, standing)));
                foreach (var (project, mark) in moved)
                    marks[project] = mark;
            }
            return kept;
        }
        finally
        {
            turn.Release();
        }
    }

    // Only a ledger made anew lets a project go.
    private void Forget(List<ProjectCode> gone)
    {
        kept = kept.RemoveRange(gone);
        gone.ForEach(project => marks.Remove(project));
    }
}
