namespace Projects.Storage;

/// <summary>A project's history as ledger rows, made by the code of the live path (<see cref="LedgerChanges"/>), one event at a time.</summary>
public static class ProjectReplay
{
    public static async IAsyncEnumerable<LedgerChange> RowsOf(StreamName stream, IAsyncEnumerable<JournalEntry> entries)
    {
        var project = stream.Project is { } code ? Project.Unknown(new ProjectId(stream.Park, code)) : null;
        await foreach (var entry in entries.ConfigureAwait(false))
        {
            if (project is null)
                continue;
            var after = project.Evolve(entry.Recorded);
            foreach (var change in LedgerChanges.Of(project, after, [entry.Recorded]))
                yield return change;
            project = after;
        }
    }
}
