using Told = Projects.Domain.Tests.Issues.Story;

namespace Projects.Storage.Tests;

/// <summary>Random lives as the journal and its ledger keep them: each command's events appended with their rows, as the grain appends them.</summary>
internal static class Lived
{
    /// <summary>Lives through the steps in a project of this database.</summary>
    public static async Task<Told> LiveAsync(this TestDatabase database, ProjectId project, List<(int, int, int, bool)> steps)
    {
        var told = Life.Begin(project);
        var head = await AppendAsync(database.Journal, Project.Unknown(project), told.Project, [.. told.Journal.Select(recorded => recorded with { RequestId = "begin" })], EventChain.Start);
        foreach (var step in steps)
        {
            var next = told.Step(step);
            if (next.Project.Version > told.Project.Version)
                head = await AppendAsync(database.Journal, told.Project, next.Project, [.. next.Journal.Skip(told.Journal.Length)], head);
            told = next;
        }
        return told;
    }

    public static async Task<byte[]> AppendAsync(Journal journal, Project before, Project after, IReadOnlyList<Recorded> events, byte[] head)
    {
        var append = new Append(StreamName.Of(before.Id), before.Version, head, events, LedgerChanges.Of(before, after, events));
        return Assert.IsType<AppendResult.Committed>(await journal.AppendAsync(append, CancellationToken.None)).Head;
    }
}
