namespace Projects.Storage;

/// <summary>
/// A search for the issues in whose words all words looked for stand. There are two ways: to find them by their bigrams and put them in order,
/// which is quick when they are few, or to walk the ledger in the page's order and look at each, which is quick when they are many.
/// </summary>
internal sealed class IssueTextSearch
{
    /// <summary>Issues looked at to learn how many are found among them.</summary>
    private const int LookedAt = 500;

    /// <summary>With so many among those looked at, a page of 50 is walked as soon as all that is found in a ledger of a million is put in order.</summary>
    private const int Many = 4;

    private const string SqliteCheck = "not exists (select 1 from json_each(@words) w where instr(s.words, w.value) = 0)";
    private const string PostgresCheck = "not exists (select 1 from unnest(@words) w where strpos(s.words, w) = 0)";

    private readonly string[] _words;
    private readonly string[] _bigrams;

    private IssueTextSearch(string[] words) => (_words, _bigrams) = (words, [.. words.SelectMany(Bigrams.Of).Distinct()]);

    /// <summary>Null when nothing is looked for.</summary>
    public static IssueTextSearch? Of(string? text) =>
        Bigrams.Plain(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? new(words) : null;

    /// <summary>Narrows a query over <c>i</c> to the issues found, to be read in the order of a page.</summary>
    /// <param name="past">The issues are read as they stood: the bigrams are of the present words, so each issue is looked at.</param>
    public async Task<LedgerQuery> PageAsync(LedgerReader reader, LedgerQuery query, bool past, CancellationToken cancellationToken)
    {
        if (past) return All(query, past);
        var look = query.Copy().WithTexts("words", _words).With("looked_at", LookedAt);
        look.Sql = $$"""
            select count(*)
            from (select i.park, i.project, i.number from issue_ledger i where {where} order by i.due_order, i.project, i.number limit @looked_at) i
            where {{Stands(look)}}
            """;
        var found = (await reader.ListAsync(look, cells => cells.Count(), cancellationToken).ConfigureAwait(false))[0];
        return found < Many ? All(query, past) : query.WithTexts("words", _words).And(Stands(query));
    }

    /// <summary>Narrows a query over <c>i</c> to the issues found, to be read in any order.</summary>
    /// <inheritdoc cref="PageAsync" path="/param"/>
    public LedgerQuery All(LedgerQuery query, bool past)
    {
        if (past) return query.WithTexts("words", _words).And(StoodThen(query));
        // A word of two letters is a bigram itself, any other is looked at letter by letter; one letter alone has none, and every issue is looked at.
        string[] rest = [.. _words.Except(_bigrams)];
        if (_bigrams.Length > 0)
            query.WithTexts("bigrams", _bigrams).With("match", string.Join(' ', _bigrams.Select(bigram => $"\"{bigram}\"")));
        var source = _bigrams.Length == 0 ? "issue_search s where s.park = @park" : query.Either(
            "issue_bigram cross join issue_search s on s.id = issue_bigram.rowid where issue_bigram match @match and s.park = @park",
            "issue_search s where s.park = @park and s.bigrams @> @bigrams");
        var check = rest.Length == 0 ? "" : $" and {query.WithTexts("words", rest).Either(SqliteCheck, PostgresCheck)}";
        // Each database is told where to begin, since it does not know how few are found; "offset 0" keeps PostgreSQL from turning it round.
        query.From = $"(select s.project, s.number from {source}{check}{query.Either("", " offset 0")}) f cross join issue_ledger i";
        return query.And("i.project = f.project and i.number = f.number");
    }

    /// <summary>Whether every word stood in the words <c>i</c> had.</summary>
    private static string StoodThen(LedgerQuery query) => query.Either(
        $"(select {SqliteCheck} from (select {IssueHistory.WordsAsOf} as words from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number) s)",
        $"(select {PostgresCheck} from (select {IssueHistory.WordsAsOf} as words from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number) s)");

    /// <summary>Whether every word stands in the words of <c>i</c>.</summary>
    private static string Stands(LedgerQuery query) => query.Either(
        $"(select {SqliteCheck} from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number)",
        $"(select {PostgresCheck} from issue_search s where s.park = i.park and s.project = i.project and s.number = i.number)");
}
