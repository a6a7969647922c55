namespace Projects.Domain.Tests.Weekly;

/// <summary>Every count and every sum of the sample's reports against a second computation from the journal's events (<see cref="Tally"/>).</summary>
public sealed class CountedAgainTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    /// <summary>Said by the report and by nothing in the tally: lights and what hangs on them, waiting lists, and figures derived from counted ones.</summary>
    private static readonly string[] NotTallied =
        ["projects.red", "projects.yellow", "projects.green", "projects.registered-this-week", "issues.extension-pending", "issues.disputed", "issues.suspended", "issues.review-next-week",
            "milestones.baseline-proposed", "urgings.reply-late", "demands.registered-this-week", "demands.closed-this-week"];

    public static TheoryData<string> Weeks => WeeklyReportTests.Weeks;

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_count_and_its_rows_come_out_of_the_events_again(string last)
    {
        var (report, tally) = Both(last);
        var counted = tally.Counts().ToDictionary(count => count.Id, count => count.Rows.Order(StringComparer.Ordinal).ToList());

        var said = report.Figures.Where(figure => figure.Value is ReportValue.Count && !IsDerived(figure.Id)).ToList();
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

    [Fact]
    public void The_story_has_weeks_in_which_issues_closed_came_back_were_extended_and_went_late()
    {
        var said = Weeks.SelectMany(last => Both(last.Data).Report.Figures).Where(figure => figure.Rows.Length > 0).Select(figure => figure.Id).ToHashSet();
        Assert.Superset(new HashSet<string> { "issues.closed-this-week", "issues.returned-this-week", "issues.extended-this-week", "issues.overdue", "issues.registered-this-week" }, said);
    }

    private (ReportDocument Report, Tally Tally) Both(string last)
    {
        var week = new ReportWeek(DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var tally = new Tally(week);
        foreach (var (project, recorded) in weeks.History)
            tally.Take(project, recorded);
        return (weeks.Report(week), tally);
    }

    private static bool IsDerived(string id) =>
        NotTallied.Contains(id) || id.StartsWith("late.", StringComparison.Ordinal) || id.StartsWith("corrected.", StringComparison.Ordinal)
        || id.StartsWith("stated.", StringComparison.Ordinal) || id.EndsWith(".difference", StringComparison.Ordinal);
}
