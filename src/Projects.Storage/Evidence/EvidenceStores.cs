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
    private readonly Lock _opening = new();

    /// <exception cref="ArgumentException">The park's code could not have been founded; it names no folder.</exception>
    public EvidenceStore Of(ParkCode park)
    {
        if (_stores.TryGetValue(park, out var open))
            return open;
        if (!Identifier.IsResourceId(park.Value))
            throw new ArgumentException($"'{park}' is not the code of a park.");
        // Two first uploads at once must not make two stores, each counting for itself.
        lock (_opening)
            return _stores.GetOrAdd(park, code => new EvidenceStore(Path.Combine(root, code.Value), limits));
    }

    /// <summary>Opens every store there is, so that what interrupted uploads left behind is gone before the first request.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(root))
            return;
        foreach (var folder in Directory.EnumerateDirectories(root))
            if (Identifier.IsResourceId(Path.GetFileName(folder)))
                Of(ParkCode.Of(Path.GetFileName(folder)));
    }
}
