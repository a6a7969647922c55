using Projects.Storage;

namespace Projects.Grains;

/// <summary>Which parks there are.</summary>
public sealed class KnownParks(Journal journal)
{
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<List<ParkCode>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<ParkCode>();
        await foreach (var stream in journal.StreamsAsync(cancellationToken))
        {
            // Parks come before projects in the order of names.
            if (stream.Project is not null)
                break;
            found.Add(stream.Park);
        }
        return found;
    }
}
