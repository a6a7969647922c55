using Projects.Storage;

namespace Projects.Grains;

/// <summary>A project's history from the journal itself.</summary>
public sealed class ProjectHistory(Journal journal)
{
    private const int RowsARead = 500;

    /// <summary>Oldest first: the events after a version that fit, as many as wanted or as there are.</summary>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    public async Task<List<JournalEntry>> AfterAsync(ProjectId project, long after, int wanted, Predicate<Event> fits, CancellationToken cancellationToken)
    {
        var found = new List<JournalEntry>();
        while (true)
        {
            var read = await journal.PageAsync(StreamName.Of(project), after, RowsARead, cancellationToken);
            found.AddRange(read.Where(entry => fits(entry.Recorded.Event)));
            if (found.Count >= wanted || read.Count < RowsARead)
                return found[..Math.Min(wanted, found.Count)];
            after = read[^1].Recorded.Version;
        }
    }
}
