using System.Globalization;

namespace Projects.Storage;

/// <summary>What the installation remembers of itself (table <c>setting</c>): shared by all its processes, and no business of any park.</summary>
public sealed class InstallationSettings(AccountsDatabase database)
{
    /// <summary>Every value whose key begins so, in the order of the keys.</summary>
    public Task<List<string>> ListAsync(string prefix, CancellationToken cancellation) => database.ListAsync(
        "select value from setting where substr(key, 1, length(@prefix)) = @prefix order by key",
        row => row.GetString(0), cancellation, ("prefix", prefix));

    /// <summary>Keeps a value; one kept before under the same key is replaced.</summary>
    public Task SetAsync(string key, string value, CancellationToken cancellation) => database.ExecuteAsync(
        "insert into setting (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
        cancellation, ("key", key), ("value", value));

    /// <summary>Takes what only one process at a time may do, for a while; who dies holding it holds it no longer than that.</summary>
    /// <returns>False while another holds it.</returns>
    public async Task<bool> TryHoldAsync(string key, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) => await database.ExecuteAsync(
        "insert into setting (key, value) values (@key, @until) on conflict (key) do update set value = excluded.value where setting.value <= @now",
        cancellation, ("key", key), ("until", Instant(until)), ("now", Instant(now))) == 1;

    /// <summary>Keeps what is held from everybody until then, as between two tries.</summary>
    public Task HoldAsync(string key, DateTimeOffset until, CancellationToken cancellation) => SetAsync(key, Instant(until), cancellation);

    // In UTC and of one length, so that texts compare as the instants they name.
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
