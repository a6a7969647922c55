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
}
