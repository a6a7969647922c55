using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>A file an event names that is not there, or not as it was.</summary>
/// <param name="Version">The first event that names it.</param>
public sealed record EvidenceFault(string Stream, long Version, string Digest, string What);

/// <param name="Files">Files named by events, each counted once a park.</param>
public sealed record EvidenceVerification(long Files, IReadOnlyList<EvidenceFault> Faults);

/// <summary>
/// Reads every evidence file an event names and compares it with its digest. It reads the files past <see cref="EvidenceStore"/>, which
/// makes its folder when it is opened: verifying changes nothing.
/// </summary>
public sealed class EvidenceVerifier(Database database, string evidenceRoot, ILogger<EvidenceVerifier> logger)
{
    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    public async Task<EvidenceVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var journal = new JournalReader(JournalDatabases.Open(database, logger));
        var seen = new HashSet<(ParkCode, string)>();
        var faults = new List<EvidenceFault>();
        await foreach (var stream in journal.StreamsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await foreach (var entry in journal.ReadAsync(stream, after: null, cancellationToken).ConfigureAwait(false))
                    foreach (var digest in NamedBy(entry.Recorded.Event))
                        if (seen.Add((stream.Park, digest)) && await FaultOfAsync(stream.Park, digest, cancellationToken).ConfigureAwait(false) is { } what)
                            faults.Add(new EvidenceFault(stream.ToString(), entry.Recorded.Version, digest, what));
            }
            catch (JournalCorruptException)
            {
                // The journal's own verification tells of it; what a broken history names proves nothing.
            }
        }
        return new EvidenceVerification(seen.Count, faults);
    }

    private static IEnumerable<string> NamedBy(Event happened) => happened switch
    {
        EvidenceAdded added => [added.File.Digest],
        MilestoneReported reported => reported.Evidence,
        PhaseAdvanced { Evidence: { } paper } => [paper],
        ReportIssued issued => issued.Files.Select(file => file.Digest),
        _ => [],
    };

    private async Task<string?> FaultOfAsync(ParkCode park, string named, CancellationToken cancellationToken)
    {
        if (!EvidenceDigest.TryParse(named, out var digest))
            return $"'{named}' is not a digest.";
        var path = EvidenceStore.PathIn(Path.Combine(evidenceRoot, park.Value), digest);
        if (!File.Exists(path))
            return $"Evidence file {digest} is missing.";
        await using var file = File.OpenRead(path);
        var content = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        return content == digest.Value ? null : $"Evidence file {digest} was changed; its content is now {content}.";
    }
}
