using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Samples;

/// <summary>Tells the stories at the desk, each command in the name of its person.</summary>
internal sealed class DeskDoor(ProjectDesk desk, EvidenceStores evidence) : ISampleDoor
{
    public async Task<Refusal?> OrderAsync(ParkCode park, SampleEntry entry, ParkCommand command, CancellationToken cancellation) =>
        RefusalIn(entry.By == SampleEntry.Installation
            ? await desk.InstallAsync(park, command, RequestOf(entry))
            : await desk.ExecuteAsync(CallerOf(park, entry), park, command, RequestOf(entry)));

    public async Task<Refusal?> OrderAsync(ProjectId project, SampleEntry entry, ProjectCommand command, CancellationToken cancellation) =>
        RefusalIn(await desk.ExecuteAsync(CallerOf(project.Park, entry), project.Park, project.Code, command, RequestOf(entry)));

    public async Task<EvidenceFile> KeepAsync(ParkCode park, string name, byte[] content, CancellationToken cancellation)
    {
        using var paper = new MemoryStream(content, writable: false);
        var kept = await evidence.Of(park).PutAsync(paper, cancellation);
        return new EvidenceFile(kept.Digest.Value, name, kept.SizeBytes, kept.MediaType);
    }

    private static Caller CallerOf(ParkCode park, SampleEntry entry) => new(park, PersonId.Of(entry.By), ActorKind.Person);

    private static Request RequestOf(SampleEntry entry) => new(entry.Request, entry.Effective);

    private static Refusal? RefusalIn(Outcome outcome) => (outcome as Outcome.Refused)?.Refusal;
}
