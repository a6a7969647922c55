using System.Collections.Immutable;
using CsCheck;

namespace Projects.Domain.Tests.Standing;

public sealed class HandlingTimeTests
{
    [Fact]
    public void With_nothing_open_it_is_the_plain_median() => Assert.Equal(5, Of((3, true), (5, true), (9, true)).MedianWorkingDays);

    [Fact]
    public void Half_is_reached_exactly_where_rounded_shares_would_miss_it() =>
        Assert.Equal(2, Of((1, true), (2, true), (3, true), (4, true)).MedianWorkingDays);

    [Fact]
    public void Open_issues_count_for_as_long_as_they_have_been_seen()
    {
        // Left after 2 days 4/5, after 6 days 4/5 · 2/3 = 53 %, after 8 days half of that: the one open at 3 is no longer at risk.
        var time = Of((2, true), (3, false), (6, true), (8, true), (8, false));

        Assert.Equal(8, time.MedianWorkingDays);
        Assert.Equal((3, 2), (time.Closed, time.StillOpen));
    }

    [Fact]
    public void Without_half_of_them_closed_there_is_no_median() => Assert.Null(Of((2, true), (30, false), (40, false)).MedianWorkingDays);

    [Fact]
    public void Of_nothing_there_is_no_median() => Assert.Null(HandlingTime.None.MedianWorkingDays);

    [Fact]
    public void A_closing_on_the_day_others_are_censored_comes_first() => Assert.Equal(4, Of((4, true), (4, false)).MedianWorkingDays);

    [Fact]
    public void It_does_not_matter_in_which_parts_they_are_counted() =>
        Gen.Select(Gen.Int[0, 9], Gen.Bool).List[0, 20].Sample(issues =>
            Assert.Equal(Of([.. issues]).Spans, HandlingTime.Sum(issues.Select(issue => Of(issue))).Spans));

    private static HandlingTime Of(params (int Days, bool Closed)[] issues) => new(issues
        .GroupBy(issue => issue.Days)
        .ToImmutableSortedDictionary(group => group.Key, group => new HandlingSpan(group.Count(issue => issue.Closed), group.Count(issue => !issue.Closed))));
}
