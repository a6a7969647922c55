using System.Collections.Concurrent;

namespace Projects.Storage;

/// <summary>
/// The evidence of every park, each in a folder of its own: what lies in another park's is not found here, even by its digest (DOMAIN 10.6).
/// </summary>
/// <param name="root">A folder outside anything served as files; made when missing.</param>
/// <param name="limits">Of each park.</param>
public sealed class EvidenceStores(string root, EvidenceLimits limits)
{
    private readonly ConcurrentDictionary<ParkCode, EvidenceStore> _stores = new();

    /// <exception cref="ArgumentException">The park's code could not have been founded; it names no folder.</exception>
    public EvidenceStore Of(ParkCode park) => _stores.GetOrAdd(park, code => Identifier.IsResourceId(code.Value)
        ? new EvidenceStore(Path.Combine(root, code.Value), limits)
        : throw new ArgumentException($"'{code}' is not the code of a park."));
}
