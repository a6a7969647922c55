using System.Security.Cryptography;
using Projects.Host.Samples;

namespace Projects.Domain.Tests.Samples;

/// <summary>The door without grains and journal: the rules alone decide, and what they say is kept in memory.</summary>
internal sealed class RulesDoor(TimeProvider clock) : ISampleDoor
{
    private readonly Dictionary<ParkCode, Park> parks = [];
    private readonly Dictionary<ProjectId, Project> projects = [];

    public IReadOnlyDictionary<ParkCode, Park> Parks => parks;

    public IReadOnlyDictionary<ProjectId, Project> Projects => projects;

    /// <summary>Every event recorded, with the project it belongs to; a park's own are not among them.</summary>
    public List<(ProjectId Project, Recorded Recorded)> History { get; } = [];

    public HashSet<EvidenceFile> Kept { get; } = [];

    public Task<Refusal?> OrderAsync(ParkCode park, SampleEntry entry, ParkCommand command, CancellationToken cancellation)
    {
        var known = ParkOf(park);
        var stamp = StampOf(known, entry);
        return Task.FromResult(Told(known.Decide(command, stamp), stamp, known.Version, parkVersion: 0, recorded => parks[park] = ParkOf(park).Evolve(recorded)));
    }

    public Task<Refusal?> OrderAsync(ProjectId project, SampleEntry entry, ProjectCommand command, CancellationToken cancellation)
    {
        var park = ParkOf(project.Park);
        var known = ProjectOf(project);
        var stamp = StampOf(park, entry);
        return Task.FromResult(Told(known.Decide(command, stamp, park, WorkCalendar.China), stamp, known.Version, park.Version, recorded =>
        {
            projects[project] = ProjectOf(project).Evolve(recorded);
            History.Add((project, recorded));
        }));
    }

    public Task<EvidenceFile> KeepAsync(ParkCode park, string name, byte[] content, CancellationToken cancellation)
    {
        var file = new EvidenceFile(Convert.ToHexStringLower(SHA256.HashData(content)), name, content.Length, "application/pdf");
        Kept.Add(file);
        return Task.FromResult(file);
    }

    private Park ParkOf(ParkCode code) => parks.GetValueOrDefault(code) ?? Park.Unknown(code);

    private Project ProjectOf(ProjectId id) => projects.GetValueOrDefault(id) ?? Project.Unknown(id);

    private Stamp StampOf(Park park, SampleEntry entry)
    {
        var day = BusinessDay.Of(clock.GetUtcNow());
        var actor = entry.By == SampleEntry.Installation
            ? Actor.Installation
            : park.ActorOn(PersonId.Of(entry.By), ActorKind.Person, day) ?? throw new InvalidOperationException($"{entry.Request}: {park.Code} knows nobody called {entry.By}.");
        return new Stamp(actor, clock.GetUtcNow(), day, entry.Effective ?? day, entry.Request);
    }

    private static Refusal? Told(Decision decision, Stamp stamp, long version, long parkVersion, Action<Recorded> record)
    {
        if (decision is Decision.Accepted accepted)
        {
            foreach (var happened in accepted.Events)
                record(new Recorded(++version, happened, accepted.By, stamp.Effective, stamp.At, stamp.RequestId, parkVersion));
        }
        return (decision as Decision.Refused)?.Refusal;
    }
}
