using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>The projects of parks as they stood at a time, replayed from the journal: beside its issues a project has few events, and no table keeps their past.</summary>
public sealed class PastParks(Journal journal)
{
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<PastPark> AsOfAsync(ParkCode park, AsOf at, CancellationToken cancellationToken)
    {
        var projects = ImmutableSortedDictionary.CreateBuilder<ProjectCode, Project>();
        PastProject? present = null;
        await foreach (var (project, recorded) in journal.BesideIssuesAsync(park, project: null, cancellationToken).ConfigureAwait(false))
        {
            if (present?.Project.Id.Code != project)
            {
                Keep(present);
                present = new PastProject(new ProjectId(park, project), at);
            }
            present.Take(recorded);
        }
        Keep(present);
        return new PastPark(at, projects.ToImmutable());

        void Keep(PastProject? past)
        {
            if (past is { Project: { Exists: true } project })
                projects.Add(project.Id.Code, project);
        }
    }

    /// <summary>One project with its issues, and the events it was replayed from; a project that was not there is unknown.</summary>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<(Project Project, ImmutableArray<JournalEntry> History)> AsOfAsync(ProjectId id, AsOf at, CancellationToken cancellationToken)
    {
        var past = new PastProject(id, at);
        var history = ImmutableArray.CreateBuilder<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(StreamName.Of(id), after: null, cancellationToken).ConfigureAwait(false))
            if (past.Take(entry.Recorded))
                history.Add(entry);
        return (past.Project, history.ToImmutable());
    }

    /// <summary>One project with its issues as it stood at several times, its history read once; and where that ended by the first of them.</summary>
    /// <param name="times">The first has the latest known instant.</param>
    /// <exception cref="JournalCorruptException">An event does not follow the one before.</exception>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<(ImmutableArray<Project> Stood, Head Known)> AsOfAsync(ProjectId id, ImmutableArray<AsOf> times, CancellationToken cancellationToken)
    {
        var past = new PastProjects(id, times);
        var known = new Head(0, EventChain.Start);
        await foreach (var entry in journal.ReadAsync(StreamName.Of(id), after: null, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Recorded.At > times[0].Known)
                continue;
            known = new Head(entry.Recorded.Version, entry.Hash);
            past.Take(entry.Recorded);
        }
        return (past.Projects, known);
    }
}

/// <summary>A park as it stood at a time: its projects without their issues.</summary>
public sealed record PastPark(AsOf At, ImmutableSortedDictionary<ProjectCode, Project> Projects)
{
    /// <summary>Rows as the ledger would have shown them then, by code.</summary>
    public ImmutableArray<ProjectRow> Rows { get; } = [.. Projects.Values.Select(ProjectRow.Of).OfType<ProjectRow>()];

    /// <summary>The lists of one project or of all, by project and code.</summary>
    public List<ListRow> Lists(ProjectCode? project) =>
        [.. Of(project).SelectMany(its => its.Lists.Values.Select(list => ListRow.Of(its.Id, list)))];

    /// <summary>The milestones of one project or of all, by their baselines.</summary>
    public List<MilestoneRow> Milestones(ProjectCode? project) =>
    [
        .. Of(project).SelectMany(its => its.Milestones.Values.Select(milestone => MilestoneRow.Of(its.Id, milestone)))
            .OrderBy(row => row.Baseline).ThenBy(row => row.Project).ThenBy(row => row.Milestone),
    ];

    public string NameOf(ProjectCode project) => Projects.GetValueOrDefault(project)?.Particulars?.Name ?? project.Value;

    public string NameOf(ProjectCode project, ListCode list) =>
        Projects.GetValueOrDefault(project)?.Lists.GetValueOrDefault(list)?.Particulars.Name ?? list.Value;

    internal IEnumerable<Project> Of(IReadOnlyCollection<ProjectCode> projects) => Projects.Values.Where(its => projects.Contains(its.Id.Code));

    internal IEnumerable<Project> Of(ProjectCode? project) =>
        project is not { } code ? Projects.Values : Projects.TryGetValue(code, out var one) ? [one] : [];
}
