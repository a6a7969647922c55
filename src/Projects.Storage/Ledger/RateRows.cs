using System.Collections.Frozen;

namespace Projects.Storage;

/// <summary>The issues behind one number of a rate: those it counts, or those it counts among. The domain's rule says the same, and a test holds the two together.</summary>
/// <param name="Code">The rate's stable name, such as <c>closure_rate</c>; one that <see cref="IsKnown"/>.</param>
/// <param name="Counted">True for the numerator, false for the denominator.</param>
/// <param name="ReboundCalendarDays">The policy's days, which 反弹率 looks at.</param>
public sealed record RateRows(string Code, bool Counted, int ReboundCalendarDays)
{
    private const string InBooks = "i.in_books and i.kind <> 'Standing'";
    private const string IsClosed = "i.state in ('Closed', 'Filed')";

    // Quoted totals stand in the place of a list's single items where something is completed.
    private const string NotQuoted = """
        not exists (select 1 from list_ledger l where l.park = i.park and l.project = i.project and l.list = i.list and l.found is not null and l.done is not null)
        """;

    private static readonly (string Sqlite, string Postgres) NotQuotedThen =
        ("i.project || '/' || i.list not in (select value from json_each(@quoted_lists))", "i.project || '/' || i.list <> all(@quoted_lists)");

    private static readonly FrozenDictionary<string, (string Among, string Counts)> Conditions = new Dictionary<string, (string, string)>
    {
        ["rectification_rate"] = ($"{InBooks} and {NotQuoted}", $"(i.rectified or {IsClosed})"),
        ["closure_rate"] = ($"{InBooks} and {NotQuoted}", IsClosed),
        ["on_time_closure_rate"] = ($"{InBooks} and i.original_due <= @day", $"i.round = 1 and {IsClosed} and i.closed_on <= i.original_due"),
        ["on_time_closure_rate_current_due"] = ($"{InBooks} and i.current_due <= @day", $"i.round = 1 and {IsClosed} and i.closed_on <= i.current_due"),
        ["on_time_request_rate"] = ($"{InBooks} and i.original_due <= @day", "i.round = 1 and i.requested_on <= i.original_due"),
        ["overdue_rate"] = ("i.is_open", "i.due_order < @day"),
        ["extension_rate"] = (InBooks, "i.extensions_granted > 0"),
        ["first_pass_rate"] = ($"{InBooks} and {IsClosed}", "i.round = 1 and i.times_returned = 0"),
        ["rebound_rate"] = ($"{InBooks} and i.ever_closed", "i.reopened_after_days <= @rebound_days"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string? code) => code is not null && Conditions.ContainsKey(code);

    /// <param name="past">The park as it stood, whose lists are not in a table; null for now.</param>
    internal LedgerQuery Narrow(LedgerQuery query, PastPark? past)
    {
        var (among, counts) = Conditions[Code];
        if (past is not null && among.Contains(NotQuoted, StringComparison.Ordinal))
        {
            among = among.Replace(NotQuoted, query.Either(NotQuotedThen.Sqlite, NotQuotedThen.Postgres), StringComparison.Ordinal);
            query.WithTexts("quoted_lists", [.. past.Lists(project: null).Where(list => list.AsQuoted is not null).Select(list => $"{list.Project}/{list.List}")]);
        }
        if (Code == "rebound_rate" && Counted)
            query.With("rebound_days", ReboundCalendarDays);
        return Counted ? query.And(among).And(counts) : query.And(among);
    }
}
