namespace Projects.Storage;

/// <summary>
/// A search for the issues in whose words all words looked for stand. They are found by their bigrams; a word of two letters is one itself,
/// and any other is then looked at letter by letter.
/// </summary>
internal sealed class IssueTextSearch
{
    /// <summary>
    /// So many issues are found, put in order and shown in 20 ms. More of them lie so close together in a ledger of a million that walking it in
    /// the page's order soon has met enough.
    /// </summary>
    private const int Few = 5_000;

    private const string SqliteCheck = "not exists (select 1 from json_each(@words) w where instr(s.words, w.value) = 0)";
    private const string PostgresCheck = "not exists (select 1 from unnest(@words) w where strpos(s.words, w) = 0)";

    private readonly string[] _words;
    private readonly string[] _bigrams;
    private readonly string[] _beyondBigrams;

    private IssueTextSearch(string[] words)
    {
        _words = words;
        _bigrams = [.. words.SelectMany(Bigrams.Of).Distinct()];
        _beyondBigrams = [.. words.Except(_bigrams)];
    }

    /// <summary>Null when nothing is looked for.</summary>
    public static IssueTextSearch? Of(string? text) =>
        Bigrams.Plain(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? new(words) : null;

    /// <summary>Narrows a query over <c>i</c> to the issues found, to be read in the order of a page.</summary>
    public async Task<LedgerQuery> PageAsync(LedgerReader reader, ParkCode park, LedgerQuery query, CancellationToken cancellationToken)
    {
        var few = Bound(reader.Query(park)).With("few", Few);
        var isPairsAlone = _beyondBigrams.Length == 0;
        few.Sql = $"select count(*) from (select 1 from {(isPairsAlone ? few.Either("issue_bigram where issue_bigram match @match", Source(few)) : Source(few))} limit @few) f";
        var found = (await reader.ListAsync(few, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
        return found < Few ? All(query) : Walk(query);
    }

    /// <summary>Narrows a query over <c>i</c> to the issues found, to be read in any order.</summary>
    public LedgerQuery All(LedgerQuery query)
    {
        // Each database is told where to begin: neither knows beforehand how few are found.
        query.From = $"(select s.project, s.number from {Source(query)}{query.Either("", " offset 0")}) f cross join issue_ledger i";
        return Bound(query).And("i.project = f.project and i.number = f.number");
    }

    private LedgerQuery Walk(LedgerQuery query) => query.WithTexts("words", _words).And(
        $"(select {SqliteCheck} from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number)",
        $"(select {PostgresCheck} from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number)");

    private LedgerQuery Bound(LedgerQuery query) => query
        .WithTexts("words", _beyondBigrams)
        .WithTexts("bigrams", _bigrams)
        .With("match", string.Join(' ', _bigrams.Select(bigram => $"\"{bigram}\"")));

    // One letter alone has no bigram: every issue of the park is looked at.
    private string Source(LedgerQuery query)
    {
        var hasBigrams = _bigrams.Length > 0;
        var source = query.Either(
            hasBigrams ? "issue_bigram cross join issue_search s on s.id = issue_bigram.rowid where issue_bigram match @match and s.park = @park" : "issue_search s where s.park = @park",
            hasBigrams ? "issue_search s where s.park = @park and s.bigrams @> @bigrams" : "issue_search s where s.park = @park");
        return _beyondBigrams.Length == 0 ? source : $"{source} and {query.Either(SqliteCheck, PostgresCheck)}";
    }
}
