using CsCheck;
using static Projects.Domain.Tests.Standing.Books;

namespace Projects.Domain.Tests.Standing;

/// <summary>What holds of the rates whatever the ledger says.</summary>
public sealed class IssueRatesProperties
{
    private static readonly DateOnly CutOff = new(2024, 1, 12);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 120].Select(Opened.AddDays);

    private static readonly Gen<IssueFacts> Issues = Gen.Select(
        Gen.Select(Gen.Enum<IssueState>(), Gen.Enum<IssueKind>(), Gen.Bool),
        Gen.Select(Gen.OneOf("economy", "safety", "planning"), Gen.OneOf("committee", "branch"), Gen.Enum<Grade>()),
        Gen.Select(Days, Days, Days, Days),
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 400]))
        .Select((what, where, days, times) => Rectifying with
        {
            State = what.Item1,
            Kind = what.Item2,
            Rectified = what.Item3 || what.Item1.IsPastRectifying(),
            Unit = new(where.Item1),
            List = new(where.Item2),
            Tier = where.Item2 == "branch" ? Tier.Branch : Tier.Committee,
            Grade = where.Item3,
            OriginalDue = days.Item1,
            CurrentDue = days.Item2 > days.Item1 ? days.Item2 : days.Item1,
            RequestedOn = days.Item3,
            ClosedOn = what.Item1.IsClosed() ? days.Item4 : null,
            Round = times.Item1,
            EverClosed = times.Item1 > 1 || what.Item1.IsClosed(),
            ReopenedAfterDays = times.Item1 > 1 ? times.Item4 : null,
            TimesReturned = times.Item2,
            ExtensionsGranted = times.Item3,
        });

    [Fact]
    public void Never_more_is_counted_than_it_is_counted_among() => Issues.List[0, 30].Sample(issues =>
        Assert.All(RatesOn(CutOff, issues).Whole.Rates, rate => Assert.InRange(rate.Rate!.Numerator.Lower, 0, rate.Rate.Denominator.Lower)));

    [Fact]
    public void A_void_or_drafted_issue_changes_nothing() =>
        Gen.Select(Issues.List[0, 20], Issues, Gen.OneOf(IssueState.Void, IssueState.Draft)).Sample((issues, extra, state) =>
            AssertSame(RatesOn(CutOff, issues).Whole, RatesOn(CutOff, issues.Append(extra with { State = state })).Whole));

    [Fact]
    public void Each_grouping_adds_up_to_the_whole() => Issues.List[0, 30].Sample(issues =>
    {
        var rates = RatesOn(CutOff, issues);

        AssertSame(rates.Whole, RateSheet.Sum(rates.ByUnit.Select(group => group.Sheet)));
        AssertSame(rates.Whole, RateSheet.Sum(rates.ByList.Select(group => group.Sheet)));
        AssertSame(rates.Whole, RateSheet.Sum(rates.ByTier.Select(group => group.Sheet)));
        AssertSame(rates.Whole, RateSheet.Sum(rates.ByMeasure.Select(group => group.Sheet)));
    });

    [Fact]
    public void Parks_roll_up_to_what_they_would_be_as_one() => Gen.Select(Issues.List[0, 15], Issues.List[0, 15]).Sample((one, other) =>
        AssertSame(RatesOn(CutOff, one.Concat(other)).Whole, RateSheet.Sum([RatesOn(CutOff, one).Whole, RatesOn(CutOff, other).Whole])));

    [Fact]
    public void Projects_sum_up_to_what_their_issues_make_together_in_every_group() => Issues.List[0, 30].Sample(issues =>
    {
        List<IssueFacts> spread = [.. issues.Select((issue, place) => issue with { Project = new(place % 2 == 0 ? "even" : "odd") })];
        var (together, summed) = (RatesOn(CutOff, spread), IssueRates.Sum(spread.GroupBy(issue => issue.Project).Select(project => RatesOn(CutOff, project))));

        AssertSame(together.Whole, summed.Whole);
        AssertSame(together.ByUnit, summed.ByUnit);
        AssertSame(together.ByList, summed.ByList);
        AssertSame(together.ByTier, summed.ByTier);
        AssertSame(together.ByMeasure, summed.ByMeasure);
    });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Issues.List[0, 30].Sample(issues =>
        AssertSame(RatesOn(CutOff, issues).Whole, RatesOn(CutOff, Enumerable.Reverse(issues)).Whole));

    [Fact]
    public void What_shows_red_is_what_is_overdue() => Issues.List[0, 30].Sample(issues => Assert.Equal(
        issues.Count(issue => IssueLight.Of(issue, CutOff, Policy.Default, WorkCalendar.China) is Light.Red),
        RatesOn(CutOff, issues).Whole["overdue_rate"].Rate!.Numerator.Lower));

    private static void AssertSame<TKey>(IReadOnlyList<RateGroup<TKey>> expected, IReadOnlyList<RateGroup<TKey>> actual)
    {
        Assert.Equal(expected.Select(group => group.Key), actual.Select(group => group.Key));
        Assert.All(expected.Zip(actual), pair => AssertSame(pair.First.Sheet, pair.Second.Sheet));
    }

    private static void AssertSame(RateSheet expected, RateSheet actual)
    {
        Assert.Equal(expected.Rates.Select(rate => (rate.Code, rate.Rate)), actual.Rates.Select(rate => (rate.Code, rate.Rate)));
        Assert.Equal(expected.States, actual.States);
        Assert.Equal(expected.Standing, actual.Standing);
        Assert.Equal(expected.HandlingTime.Spans, actual.HandlingTime.Spans);
    }
}
