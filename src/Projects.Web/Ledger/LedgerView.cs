using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Projects.Web.Layout;
using Projects.Web.Seats;

namespace Projects.Web.Ledger;

/// <summary>
/// What a person looks at in the ledger, as its address says: <c>/ledger?unit=planning&amp;overdue=true&amp;state=Rectifying,Verifying&amp;order=due-desc</c>.
/// A word the ledger does not know is passed over, so that an old address still shows something.
/// </summary>
public sealed record LedgerView
{
    public const string Path = "/ledger";
    private const string Backwards = "-desc";

    public IssueFilter Filter { get; init; } = new();

    /// <summary>Only the issues behind one number of a rate; null for all.</summary>
    public (string Code, bool Counted)? Rate { get; init; }

    /// <summary>Only what waits for whoever looks.</summary>
    public bool Mine { get; init; }

    /// <summary>The days that are looked back to; none for the present.</summary>
    public PastDays Past { get; init; }

    public IssueOrder Order { get; init; }
    public bool Descending { get; init; }

    /// <summary>Null for rows.</summary>
    public IssueGrouping? Group { get; init; }

    public ImmutableArray<string> Columns { get; init; } = LedgerColumns.Usual;

    /// <summary>Where the page begins; null for the first.</summary>
    public IssuePlace? After { get; init; }

    public static LedgerView Of(Uri address)
    {
        var said = QueryHelpers.ParseQuery(address.Query);
        var order = Word(said, "order") ?? "";
        IssuePlace? after = null;
        return new()
        {
            Filter = FilterOf(said),
            Rate = Word(said, "rate") is { } rate && RateRows.IsKnown(rate) ? (rate, Flag(said, "counted") is true) : null,
            Mine = Flag(said, "mine") is true,
            Past = PastDays.Of(Word(said, PastDays.EffectiveName), Word(said, PastDays.KnownName)),
            Order = Member<IssueOrder>(order.Replace(Backwards, "", StringComparison.OrdinalIgnoreCase)) ?? IssueOrder.Due,
            Descending = order.EndsWith(Backwards, StringComparison.OrdinalIgnoreCase),
            Group = Member<IssueGrouping>(Word(said, "group")),
            Columns = LedgerColumns.Known(Words(said, "columns")),
            After = IssuePlace.TryParse(Word(said, "after"), out after) ? after : null,
        };
    }

    /// <summary>The address that shows it.</summary>
    public string Address()
    {
        var said = Said().Where(pair => !string.IsNullOrEmpty(pair.Value)).ToList();
        return said.Count == 0 ? Path : QueryHelpers.AddQueryString(Path, said!);
    }

    /// <summary>The filter, with what a rate's rule takes from the park's policy.</summary>
    public IssueFilter FilterUnder(Policy policy) => Rate is { } rate ? Filter with { Rate = new RateRows(rate.Code, rate.Counted, policy.ReboundCalendarDays) } : Filter;

    /// <summary>The same rows in another order; asked for the order it has, the reverse.</summary>
    public LedgerView OrderedBy(IssueOrder order) => this with { Order = order, Descending = order == Order && !Descending, After = null };

    /// <summary>The rows of one group.</summary>
    public LedgerView Within(IssueGroup group) => Group switch
    {
        IssueGrouping.Unit when group.Key is { } unit => Rows(Filter with { Unit = UnitCode.Of(unit) }),
        IssueGrouping.List => Rows(Filter with { Project = group.Project, List = ListCode.Of(group.Key!) }),
        IssueGrouping.Project => Rows(Filter with { Project = ProjectCode.Of(group.Key!) }),
        IssueGrouping.State when Member<IssueState>(group.Key) is { } state => Rows(Filter with { States = [state] }),
        IssueGrouping.Cause when Member<RootCause>(group.Key) is { } cause => Rows(Filter with { Causes = [cause] }),
        IssueGrouping.Light when Member<Light>(group.Key) is { } light => Rows(Filter with { Lights = [light] }),
        _ => Rows(Filter),
    };

    public LedgerView Rows(IssueFilter filter) => this with { Filter = filter, Group = null, After = null };

    private static IssueFilter FilterOf(Dictionary<string, StringValues> said) => new(
        Project: ListOf(said)?.Project ?? Id<ProjectCode>(said, "project"),
        List: ListOf(said)?.List,
        Tiers: Members<Tier>(said, "tier"),
        States: Members<IssueState>(said, "state"),
        Lights: Members<Light>(said, "light"),
        Grades: Members<Grade>(said, "grade"),
        Unit: Id<UnitCode>(said, "unit"),
        Leader: Id<PersonId>(said, "leader"),
        Open: Flag(said, "open"),
        Overdue: Flag(said, "overdue"),
        Text: Word(said, "text"))
    {
        Causes = Members<RootCause>(said, "cause"),
        Registered = Days(said, "registered"),
        Closed = Days(said, "closed"),
    };

    // A list's code is its project's own: both are said together.
    private static (ProjectCode Project, ListCode List)? ListOf(Dictionary<string, StringValues> said) =>
        Word(said, "list")?.Split('/') is [{ Length: > 0 } project, { Length: > 0 } list] ? (ProjectCode.Of(project), ListCode.Of(list)) : null;

    private IEnumerable<KeyValuePair<string, string?>> Said()
    {
        yield return new("project", Filter.List is null ? Filter.Project?.Value : null);
        yield return new("list", Filter.List is { } list ? $"{Filter.Project}/{list}" : null);
        yield return new("tier", string.Join(',', Filter.Tiers));
        yield return new("state", string.Join(',', Filter.States));
        yield return new("light", string.Join(',', Filter.Lights));
        yield return new("grade", string.Join(',', Filter.Grades));
        yield return new("cause", string.Join(',', Filter.Causes));
        yield return new("unit", Filter.Unit?.Value);
        yield return new("leader", Filter.Leader?.Value);
        yield return new("open", Said(Filter.Open));
        yield return new("overdue", Said(Filter.Overdue));
        yield return new("registered", Filter.Registered?.ToString());
        yield return new("closed", Filter.Closed?.ToString());
        yield return new("rate", Rate?.Code);
        yield return new("counted", Said(Rate?.Counted));
        yield return new("mine", Mine ? Said(true) : null);
        yield return new("text", Filter.Text);
        foreach (var day in Past.Said())
            yield return day;
        yield return new("order", (Order, Descending) is (IssueOrder.Due, false) ? null : $"{Order}{(Descending ? Backwards : "")}".ToLowerInvariant());
        yield return new("group", Group?.ToString().ToLowerInvariant());
        yield return new("columns", Columns.SequenceEqual(LedgerColumns.Usual) ? null : string.Join(',', Columns));
        yield return new("after", After?.ToString());
    }

    private static string? Said(bool? flag) => flag?.ToString().ToLowerInvariant();

    private static IEnumerable<string> Words(Dictionary<string, StringValues> said, string name) =>
        said.TryGetValue(name, out var values) ? values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : [];

    private static string? Word(Dictionary<string, StringValues> said, string name) =>
        said.TryGetValue(name, out var values) && values is [{ } first, ..] && !string.IsNullOrWhiteSpace(first) ? first.Trim() : null;

    private static DaySpan? Days(Dictionary<string, StringValues> said, string name) => DaySpan.TryParse(Word(said, name), out var days) ? days : null;

    private static bool? Flag(Dictionary<string, StringValues> said, string name) => bool.TryParse(Word(said, name), out var flag) ? flag : null;

    private static TId? Id<TId>(Dictionary<string, StringValues> said, string name) where TId : struct, IIdentifier<TId> => Word(said, name) is { } id ? TId.Of(id) : null;

    private static ImmutableArray<TEnum> Members<TEnum>(Dictionary<string, StringValues> said, string name) where TEnum : struct, Enum =>
        [.. Words(said, name).Select(Member<TEnum>).OfType<TEnum>().Distinct()];

    // Names alone: a number is no member, even where the enumeration has one of that value.
    internal static TEnum? Member<TEnum>(string? word) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(member => string.Equals(member.ToString(), word, StringComparison.OrdinalIgnoreCase)).Select(member => (TEnum?)member).FirstOrDefault();
}
