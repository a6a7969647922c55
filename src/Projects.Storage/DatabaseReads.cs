using System.Data.Common;

namespace Projects.Storage;

/// <summary>Reads fail as one kind of fault, whichever driver they fail in.</summary>
internal static class DatabaseReads
{
    /// <param name="what">What is read, to begin a sentence: <c>The ledger</c>.</param>
    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    public static async Task<T> Guarded<T>(string what, Func<Task<T>> use)
    {
        try
        {
            return await use().ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"{what} could not be read: {e.Message}");
        }
    }
}
