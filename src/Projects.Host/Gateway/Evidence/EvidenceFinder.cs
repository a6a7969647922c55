using Grpc.Core;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Turns the name of a file into what the store knows of it; what it says of size and type is the store's word, never the caller's.</summary>
internal sealed class EvidenceFinder(EvidenceStores stores)
{
    /// <summary>The file for a command that names it. It is on disk before the event that says so (SECURITY 3).</summary>
    /// <param name="park">The park the command is about, the caller's own.</param>
    /// <param name="owner">The park the file's name says.</param>
    /// <param name="fileName">Its name to show; the digest when empty.</param>
    /// <exception cref="RpcException">NOT_FOUND when the park's store does not hold it.</exception>
    public EvidenceFile Find(ServerCallContext call, ParkCode park, ParkCode owner, string digest, string fileName)
    {
        var kept = owner == park && park == call.Caller().Park ? Find(park, digest) : null;
        return kept is null
            ? throw call.Refuse(new NotFound("evidence", digest))
            : new EvidenceFile(digest, EvidenceName.Of(fileName, kept), kept.SizeBytes, kept.MediaType);
    }

    /// <summary>Null when the park's store does not hold it.</summary>
    public Storage.EvidenceFile? Find(ParkCode park, string digest) =>
        EvidenceDigest.TryParse(digest, out var known) ? stores.Of(park).Find(known) : null;
}
