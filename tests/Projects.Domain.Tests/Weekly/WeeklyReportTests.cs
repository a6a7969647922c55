namespace Projects.Domain.Tests.Weekly;

/// <summary>What the sample park's weekly reports say, and what they leave unsaid (DOMAIN 7).</summary>
public sealed class WeeklyReportTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    private static readonly ReportWeek Week = new(new DateOnly(2024, 1, 11));

    /// <summary>Every week the story lasts.</summary>
    public static TheoryData<string> Weeks { get; } = [.. Enumerable.Range(0, 27).Select(ago => $"{Week.Last.AddDays(-7 * ago):yyyy-MM-dd}")];

    [Theory]
    [MemberData(nameof(Weeks))]
    public void A_count_names_as_many_rows_as_it_says(string last)
    {
        var counts = Report(last).Figures.Where(figure => figure.Value is ReportValue.Count && !IsMeasuredInDays(figure)).ToList();

        Assert.NotEmpty(counts);
        Assert.All(counts.Where(figure => !figure.Id.EndsWith(".difference", StringComparison.Ordinal)), figure => Assert.Equal(new ReportValue.Count(figure.Rows.Length), figure.Value));
        Assert.All(counts, figure => Assert.Equal(figure.Rows, figure.Rows.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void A_figure_says_the_same_wherever_it_stands(string last)
    {
        var all = Report(last).Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Figures);
        Assert.All(all.GroupBy(figure => figure.Id), same => Assert.All(same, figure => Assert.True(figure.SaysTheSameAs(same.First()), figure.Id)));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_nobody_keeps_is_called_missing(string last) =>
        Assert.Equal("手续办理：数据缺失。", Assert.IsType<ReportGap>(Assert.Single(Report(last).Sections.Single(section => section.Code == "permits").Blocks)).Show(Language.Chinese));

    [Fact]
    public void With_nothing_overdue_the_sentences_about_it_are_gone_and_nothing_is_praised_instead()
    {
        var before = weeks.Report(Week);
        var overdue = before.Figures.Single(figure => figure.Id == "issues.overdue").Rows.Select(row => row[(row.LastIndexOf('/') + 1)..]).ToHashSet();
        Assert.NotEmpty(overdue);
        Assert.Contains(Sentences(before), TellsOfOverdue);

        var cleared = weeks.Report(Week, weeks.History.Where(told => told.Recorded.Event is not IssueEvent about || !overdue.Contains(about.Number.Value)));

        Assert.DoesNotContain(Sentences(cleared), TellsOfOverdue);
        Assert.DoesNotContain(cleared.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>(), table => table.Code == "overdue");
        // What is left was said before: the same sentences with other numbers, and none of its own.
        var left = Templates(cleared).ToList();
        Assert.Empty(left.Except(Templates(before)));
        Assert.Equal(Templates(before).Where(words => !TellsOfOverdue(words)), left);
    }

    /// <summary>A reply to a notice that is late is another thing.</summary>
    private static bool TellsOfOverdue(string sentence) => sentence.Contains("逾期", StringComparison.Ordinal) && !sentence.Contains("答复", StringComparison.Ordinal);

    [Fact]
    public void What_is_recorded_after_the_cut_off_is_corrected_in_the_next_report_and_leaves_the_last_as_it_was()
    {
        const string Late = "DISPATCH-001";
        bool IsLate((ProjectId, Recorded Recorded) told) => told.Recorded.Event is IssueRegistered { Number.Value: Late };
        Assert.Single(weeks.History, IsLate);
        var inTime = weeks.History.Where(told => !IsLate(told)).ToList();
        var entered = weeks.History.Select(told => IsLate(told) ? (told.Project, told.Recorded with { At = Week.CutOff.AddDays(3) }) : told).ToList();

        var issued = weeks.Report(Week, inTime);
        Assert.Equal(Told(issued), Told(weeks.Report(Week, entered)));

        var corrections = Assert.IsType<ReportTable>(Assert.Single(weeks.Report(Week.Next, entered).Sections.Single(section => section.Code == "corrections").Blocks));
        var row = corrections.Rows.Single(row => row[2].Figure?.Id == "corrected.issues.in-books").Select(cell => cell.Show(Language.Chinese)).ToList();
        Assert.Equal(["在册", "26", "27", Late], row);
        Assert.DoesNotContain(weeks.Report(Week.Next, inTime).Sections, section => section.Code == "corrections");
    }

    [Fact]
    public void With_nothing_to_warn_of_it_is_said_what_was_looked_through_and_with_nothing_kept_that_it_is_missing()
    {
        var quiet = weeks.History.Where(told => told.Recorded.Event is ProjectRegistered).ToList();
        var sentence = Assert.IsType<ReportSentence>(Assert.Single(Warnings(weeks.Report(Week, quiet)).Blocks));
        Assert.Equal($"本期无预警事项（在库重大项目{Works(quiet)}个，在册问题0项）。", sentence.Show(Language.Chinese));
        Assert.Equal($"There is nothing to warn of this week ({Works(quiet)} major projects, 0 issues in the books).", sentence.Show(Language.English));

        Assert.Equal("预警与督办：数据缺失。", Assert.IsType<ReportGap>(Assert.Single(Warnings(weeks.Report(Week, [])).Blocks)).Show(Language.Chinese));
        Assert.DoesNotContain(Warnings(weeks.Report(Week)).Blocks.OfType<ReportSentence>(), said => said.Words == sentence.Words);
    }

    [Fact]
    public void A_report_of_the_first_template_still_says_nothing_where_there_is_nothing_to_warn_of()
    {
        var quiet = weeks.History.Where(told => told.Recorded.Event is ProjectRegistered);
        Assert.Empty(Warnings(weeks.Report(Week, quiet, template: "1")).Blocks);
    }

    private static int Works(IEnumerable<(ProjectId, Recorded Recorded)> history) =>
        history.Count(told => told.Recorded is { Event: ProjectRegistered { Kind: not ProjectKind.Campaign } } && told.Recorded.Effective <= Week.Last);

    private static ReportSection Warnings(ReportDocument report) => report.Sections.Single(section => section.Code == "warnings");

    [Fact]
    public void A_list_names_its_own_issues_even_where_another_project_has_one_just_like_it()
    {
        var told = weeks.History.GroupBy(told => told.Project).First(project => project.Any(each => each.Recorded.Event is IssueRegistered));
        var twin = told.Key with { Code = ProjectCode.Of("twin") };
        var lists = weeks.Report(Week, weeks.History.Concat(told.Select(each => (twin, each.Recorded)))).Figures.Where(figure => figure.Id.StartsWith("list.", StringComparison.Ordinal)).ToList();

        Assert.Contains(lists, figure => figure.Id.StartsWith("list.twin.", StringComparison.Ordinal));
        Assert.All(lists, figure => Assert.All(figure.Rows, row => Assert.Contains($"/projects/{figure.Id.Split('.')[1]}/", row, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Told(ReportDocument report) =>
        report.Figures.Select(figure => $"{figure.Id} {figure.Show(Language.Chinese)} {string.Join(' ', figure.Rows)}").Concat(Sentences(report)).Append($"{report.Annex.Rows.Length} rows");

    private ReportDocument Report(string last) => weeks.Report(new(DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static bool IsMeasuredInDays(ReportFigure figure) => figure.Id.StartsWith("late.", StringComparison.Ordinal);

    private static IEnumerable<string> Sentences(ReportDocument report) => Said(report).Select(sentence => sentence.Show(Language.Chinese));

    private static IEnumerable<string> Templates(ReportDocument report) => Said(report).Select(sentence => sentence.Words.Zh);

    private static IEnumerable<ReportSentence> Said(ReportDocument report) => report.Sections.SelectMany(section => section.Blocks).OfType<ReportSentence>();
}
