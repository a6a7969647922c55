namespace Projects.Storage;

/// <summary>How many issues are counted under a key; in an append, how many more from now on, or fewer.</summary>
internal sealed record Counted<TKey>(TKey Key, int Issues);

/// <summary>
/// A ledger table that counts issues. What is put is added to what stands there, so that any number of processes count the same issues together,
/// each append once and with its own commit. A count that comes down to nothing is forgotten, by a trigger of the table.
/// </summary>
internal abstract class CountTable<TKey>(string name, params string[] key) : KeyedTable<Counted<TKey>>(name, key)
{
    /// <summary>The keys an issue is counted under, each once.</summary>
    protected abstract IEnumerable<TKey> KeysOf(IssueRow issue);

    /// <summary>Takes an issue out of the counts it leaves and into those it enters; most steps of its life do neither.</summary>
    /// <param name="was">Null for an issue that was not there.</param>
    public IEnumerable<LedgerChange> Move(IssueRow? was, IssueRow now)
    {
        TKey[] left = was is null ? [] : [.. KeysOf(was)], entered = [.. KeysOf(now)];
        foreach (var key in left.Except(entered)) yield return Put(new(key, -1));
        foreach (var key in entered.Except(left)) yield return Put(new(key, 1));
    }

    protected sealed override Counted<TKey> Merge(Counted<TKey> earlier, Counted<TKey> later) => later with { Issues = earlier.Issues + later.Issues };

    protected sealed override bool IsNothing(Counted<TKey> row) => row.Issues == 0;

    protected sealed override string Update => $"issues = {Name}.issues + excluded.issues";
}
