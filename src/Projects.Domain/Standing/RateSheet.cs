using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// Every rate of DOMAIN 6 over one set of issues. It keeps counts, so sheets of disjoint sets add up to the sheet of their
/// union: lists to a park, parks to a city, a city to its province. A sum is an interval as soon as one part is inexact.
/// </summary>
public sealed class RateSheet
{
    // By place in RateRule.All, over issues known one by one.
    private ImmutableArray<Rate> Items { get; init; } = [.. RateRule.All.Select(_ => Rate.Empty)];

    private ImmutableSortedDictionary<Measure, Rate> Quoted { get; init; } = ImmutableSortedDictionary<Measure, Rate>.Empty;

    /// <summary>What the lists behind it count as done; with more than one there is no total.</summary>
    public ImmutableSortedSet<Measure> Measures { get; private init; } = [];

    /// <summary>Issues in the books by state, standing ones included; a state without any is absent.</summary>
    public ImmutableSortedDictionary<IssueState, int> States { get; private init; } = ImmutableSortedDictionary<IssueState, int>.Empty;

    /// <summary>长期坚持, reported apart.</summary>
    public StandingIssues Standing { get; private init; } = new(0, 0);

    // Made when it is asked for: it is most of the work of a sum, and few groups show it.
    private Lazy<HandlingTime> Handled { get; init; } = new(HandlingTime.None);

    public HandlingTime HandlingTime => Handled.Value;

    public static RateSheet Empty { get; } = new();

    /// <summary>In the order of DOMAIN 6.</summary>
    public ImmutableArray<NamedRate> Rates => [.. RateRule.All.Select(Named)];

    /// <exception cref="KeyNotFoundException">No rate has this code.</exception>
    public NamedRate this[string code] =>
        Rates.FirstOrDefault(rate => rate.Code == code) ?? throw new KeyNotFoundException($"No rate is called '{code}'.");

    /// <summary>What a list of this measure counts as done, out of all: 销号率 or 整改完成率.</summary>
    public NamedRate HeadlineOf(Measure measure) => this[measure is Measure.Closed ? "closure_rate" : "rectification_rate"];

    /// <summary>A list known by quoted totals: they enter the rate of its own measure and no other.</summary>
    internal static RateSheet Of(QuotedList list) => new()
    {
        Quoted = Empty.Quoted.Add(list.Measure, Rate.Of(list.Done, list.Found)),
        Measures = [list.Measure],
    };

    /// <param name="issues">Issues in the books.</param>
    /// <param name="isQuoted">Their list quotes its totals, which stand in the place of these issues where something is completed.</param>
    internal static RateSheet Of(IReadOnlyCollection<IssueFacts> issues, bool isQuoted, CutOff at) => new()
    {
        Items = [.. RateRule.All.Select(rule => isQuoted && rule.Completes is not null ? Rate.Empty : Count(rule, issues, at))],
        Measures = [.. issues.Where(issue => issue.IsCounted).Select(issue => issue.Measure)],
        States = issues.CountBy(issue => issue.State).ToImmutableSortedDictionary(),
        Standing = new(issues.Count(issue => issue.IsStanding), issues.Count(issue => issue.State is IssueState.StandingWatch)),
        Handled = new(Handling(issues, at)),
    };

    public static RateSheet Sum(IEnumerable<RateSheet> parts)
    {
        var sheets = parts.ToList();
        if (sheets is [var only])
            return only;
        return new()
        {
            Items = [.. RateRule.All.Select((_, place) => Rate.RollUp(sheets.Select(sheet => sheet.Items[place])))],
            Quoted = sheets.SelectMany(sheet => sheet.Quoted).GroupBy(pair => pair.Key, pair => pair.Value)
                .ToImmutableSortedDictionary(group => group.Key, Rate.RollUp),
            Measures = [.. sheets.SelectMany(sheet => sheet.Measures)],
            States = sheets.SelectMany(sheet => sheet.States).GroupBy(pair => pair.Key, pair => pair.Value)
                .ToImmutableSortedDictionary(group => group.Key, group => group.Sum()),
            Standing = new(sheets.Sum(sheet => sheet.Standing.Total), sheets.Sum(sheet => sheet.Standing.UnderWatch)),
            Handled = new(() => HandlingTime.Sum(sheets.Select(sheet => sheet.HandlingTime))),
        };
    }

    private NamedRate Named(RateRule rule, int place)
    {
        var barred = rule.Completes is { } measure ? WhyNoTotal(measure) : null;
        return new(rule.Code, rule.Name, rule.Definition, barred is null ? WithQuoted(rule, Items[place]) : null, barred);
    }

    // The measure is what a list counts as done, so it bars these rates only: an overdue issue is overdue in any list.
    private Text? WhyNoTotal(Measure wanted)
    {
        if (Measures.Count > 1)
            return new("各清单口径不同，不合计", "the lists count different things as done, so there is no total");
        return Quoted.Keys.Any(measure => measure != wanted)
            ? new("清单只有另一口径的引用总数，无法计算", "a list is known only by quoted totals of the other measure")
            : null;
    }

    private Rate WithQuoted(RateRule rule, Rate items) =>
        rule.Completes is { } measure && Quoted.TryGetValue(measure, out var quoted) ? Rate.RollUp([items, quoted]) : items;

    private static Rate Count(RateRule rule, IReadOnlyCollection<IssueFacts> issues, CutOff at)
    {
        var (counted, among) = (0, 0);
        foreach (var issue in issues)
        {
            if (!rule.Among(issue, at)) continue;
            among++;
            if (rule.Counts(issue, at)) counted++;
        }
        return Rate.Of(counted, among);
    }

    private static HandlingTime Handling(IReadOnlyCollection<IssueFacts> issues, CutOff at)
    {
        var spans = new Dictionary<int, HandlingSpan>();
        foreach (var issue in issues)
        {
            if (!issue.IsCounted || issue.RegisteredOn is not { } start || (issue.IsClosed ? issue.ClosedOn : at.Day) is not { } end) continue;
            // A take-over may state a closing before the registration in its book; it took no time that we know of.
            var days = Math.Max(0, at.Calendar.WorkingDaysBetween(start, end));
            var before = spans.GetValueOrDefault(days);
            spans[days] = issue.IsClosed ? before with { Closed = before.Closed + 1 } : before with { StillOpen = before.StillOpen + 1 };
        }
        return new(spans.ToImmutableSortedDictionary());
    }
}

/// <summary>长期坚持 issues in the books.</summary>
/// <param name="UnderWatch">Of them, those whose stage is done and which are now watched.</param>
public sealed record StandingIssues(int Total, int UnderWatch);
