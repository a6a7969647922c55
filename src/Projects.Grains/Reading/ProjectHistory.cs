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

    /// <summary>Newest first: the events before a version that fit, as many as wanted or as there are.</summary>
    /// <param name="before">Not itself among them; the project's version and one for its whole history.</param>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    public async Task<List<JournalEntry>> BeforeAsync(ProjectId project, long before, int wanted, Predicate<Event> fits, CancellationToken cancellationToken)
    {
        var found = new List<JournalEntry>();
        while (before > 1 && found.Count < wanted)
        {
            var after = Math.Max(0, before - 1 - RowsARead);
            var read = await journal.PageAsync(StreamName.Of(project), after, (int)(before - 1 - after), cancellationToken);
            found.AddRange(read.Reverse().Where(entry => fits(entry.Recorded.Event)));
            before = after + 1;
        }
        return found.Count > wanted ? found[..wanted] : found;
    }
}
