using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Evidence files 佐证 over gRPC: up and down in chunks.</summary>
internal sealed class EvidenceService(ProjectDesk desk, EvidenceStores stores, EvidenceFinder finder, EvidenceHandout handout) : V1.EvidenceService.EvidenceServiceBase
{
    private const int ChunkBytes = 256 << 10;

    public override async Task<V1.Evidence> UploadEvidence(IAsyncStreamReader<V1.UploadEvidenceRequest> requests, ServerCallContext call)
    {
        var fields = call.Fields();
        var metadata = await requests.MoveNext(call.CancellationToken) ? requests.Current.Metadata : null;
        var said = fields.Given(metadata, "metadata");
        var park = fields.ParkName(said.Parent, "metadata.parent");
        fields.EvidenceUpload(said.FileName, said.Digest, "metadata.");
        fields.Check();
        if (EvidenceRights.ObstacleToBringing(await desk.InsightAsync(call, park)) is { } obstacle)
            throw call.Refuse(obstacle);
        try
        {
            await using var content = new ChunkStream(requests);
            var kept = await stores.Of(park).PutAsync(content, call.CancellationToken);
            return EvidenceMessages.AnswerTo(park, kept, said.FileName, said.Digest, fields);
        }
        catch (EvidenceRefusedException refused)
        {
            throw call.Refuse(EvidenceRights.RefusalOf(refused.Obstacle));
        }
    }

    public override async Task<V1.Evidence> GetEvidence(V1.GetEvidenceRequest request, ServerCallContext call)
    {
        var (park, file) = await FindAsync(request.Name, call);
        return EvidenceMessages.Of(park, file, "");
    }

    public override async Task DownloadEvidence(V1.DownloadEvidenceRequest request, IServerStreamWriter<V1.DownloadEvidenceResponse> responses, ServerCallContext call)
    {
        var (park, file) = await FindAsync(request.Name, call);
        await handout.NoteAsync(call.GetHttpContext(), park, file.Digest);
        await responses.WriteAsync(new V1.DownloadEvidenceResponse { Evidence = EvidenceMessages.Of(park, file, "") }, call.CancellationToken);
        await using var content = stores.Of(park).Open(file.Digest) ?? throw call.Refuse(new NotFound("evidence", file.Digest.Value));
        var buffer = new byte[ChunkBytes];
        while (await content.ReadAsync(buffer, call.CancellationToken) is > 0 and var read)
            await responses.WriteAsync(new V1.DownloadEvidenceResponse { Chunk = ByteString.CopyFrom(buffer, 0, read) }, call.CancellationToken);
    }

    private async Task<(ParkCode Park, Storage.EvidenceFile File)> FindAsync(string name, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, digest) = fields.EvidenceName(name, "name");
        fields.Check();
        var insight = await desk.InsightAsync(call, park);
        var file = EvidenceRights.MayFetch(insight) ? finder.Find(park, digest) : null;
        return (park, file ?? throw call.Refuse(new NotFound("evidence", digest)));
    }
}
