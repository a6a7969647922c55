namespace Projects.Domain.Tests.Weekly;

/// <summary>Every figure of the sample's reports against a second computation from the journal's events (<see cref="Tally"/>).</summary>
public sealed class CountedAgainTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    public static TheoryData<string> Weeks => WeeklyReportTests.Weeks;

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_count_and_its_rows_come_out_of_the_events_again(string last)
    {
        var (report, tally) = Both(last);
        var counted = Counted(tally);

        var said = report.Figures.Where(figure => figure.Value is ReportValue.Count && IsOwn(figure.Id) && !figure.Id.StartsWith("late.", StringComparison.Ordinal)).ToList();
        Assert.All(said, figure =>
        {
            Assert.True(counted.ContainsKey(figure.Id), $"{figure.Id} is not counted again");
            Assert.Equal(counted[figure.Id], figure.Rows.Order(StringComparer.Ordinal));
            Assert.Equal(new ReportValue.Count(counted[figure.Id].Count), figure.Value);
        });
        // And what the events hold is said.
        Assert.Empty(counted.Where(count => count.Value.Count > 0).Select(count => count.Key).Except(said.Select(figure => figure.Id)));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_sum_of_money_comes_out_of_the_entries_again(string last)
    {
        var (report, tally) = Both(last);
        foreach (var (id, amount, rows) in tally.Amounts())
        {
            var figure = report.Figures.SingleOrDefault(figure => figure.Id == id);
            Assert.Equal(rows.Any(), figure is not null);
            if (figure is not null)
            {
                Assert.Equal(new ReportValue.Amount(amount), figure.Value);
                Assert.Equal(rows.Order(StringComparer.Ordinal), figure.Rows.Order(StringComparer.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_share_and_every_difference_in_points_comes_out_of_the_events_again(string last)
    {
        var (report, tally) = Both(last);
        var again = tally.Shares().ToDictionary(share => share.Id, share => (share.Least, share.Most));
        var said = report.Figures.Where(figure => figure.Value is ReportValue.Share or ReportValue.Points && IsOwn(figure.Id)).ToDictionary(figure => figure.Id, figure => figure.Value switch
        {
            ReportValue.Points points => (points.Difference.Value, points.Difference.Value),
            ReportValue.Share { Rate.Bounds: { Upper: { } most } bounds } => (100 * bounds.Lower, 100 * most),
            var other => throw new InvalidOperationException($"{figure.Id} says {other}"),
        });

        Assert.Equal(again.Keys.Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
        Assert.All(said, figure => Assert.Equal((Rounded(again[figure.Key].Least), Rounded(again[figure.Key].Most)), (Rounded(figure.Value.Item1), Rounded(figure.Value.Item2))));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_issue_that_is_late_is_late_by_the_days_since_its_due_date(string last)
    {
        var (report, tally) = Both(last);
        Assert.Equal(
            tally.DaysLate().Select(late => (late.Id, (ReportValue)new ReportValue.Count(late.Days))).OrderBy(late => late.Id, StringComparer.Ordinal),
            report.Figures.Where(figure => figure.Id.StartsWith("late.", StringComparison.Ordinal)).Select(figure => (figure.Id, figure.Value)).OrderBy(late => late.Id, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_differs_from_the_last_report_is_what_the_events_make_of_both_weeks(string last)
    {
        var (report, tally) = Both(last);
        var before = Counted(Both($"{Week(last).Previous.Last:yyyy-MM-dd}").Tally);
        var now = Counted(tally);
        foreach (var id in new[] { "issues.open", "issues.overdue" })
        {
            var difference = report.Figures.SingleOrDefault(figure => figure.Id == $"{id}.difference");
            // Nothing is compared with a report that had no issues to tell of.
            var (was, isNow) = (before[id], now[id]);
            Assert.Equal(was.Count != isNow.Count, difference is not null);
            if (difference is not null)
            {
                Assert.Equal(new ReportValue.Count(Math.Abs(was.Count - isNow.Count)), difference.Value);
                Assert.Equal(was.Except(isNow).Concat(isNow.Except(was)).Order(StringComparer.Ordinal), difference.Rows.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void The_story_has_weeks_in_which_issues_closed_came_back_were_extended_and_went_late()
    {
        var said = Weeks.SelectMany(last => Both(last.Data).Report.Figures).Where(figure => figure.Rows.Length > 0).Select(figure => figure.Id).ToHashSet();
        Assert.Superset(new HashSet<string> { "issues.closed-this-week", "issues.returned-this-week", "issues.extended-this-week", "issues.overdue", "issues.registered-this-week" }, said);
    }

    private (ReportDocument Report, Tally Tally) Both(string last)
    {
        var week = Week(last);
        var tally = new Tally(week);
        foreach (var (project, recorded) in weeks.History)
            tally.Take(project, recorded);
        return (weeks.Report(week), tally);
    }

    private static ReportWeek Week(string last) => new(DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static Dictionary<string, List<string>> Counted(Tally tally) => tally.Counts().ToDictionary(count => count.Id, count => count.Rows.Order(StringComparer.Ordinal).ToList());

    private static decimal Rounded(decimal value) => Math.Round(value, 12);

    /// <summary>Not the last report's figures told again beside their correction, and not what is compared with it.</summary>
    private static bool IsOwn(string id) =>
        !id.StartsWith("corrected.", StringComparison.Ordinal) && !id.StartsWith("stated.", StringComparison.Ordinal) && !id.EndsWith(".difference", StringComparison.Ordinal);
}
