using static Projects.Domain.Tests.Standing.Books;

namespace Projects.Domain.Tests.Standing;

/// <summary>The worked examples of DOMAIN 2 and 6.</summary>
public sealed class IssueRatesTests
{
    private static readonly DateOnly CutOff = new(2024, 1, 12);
    private static readonly DateOnly InTime = new(2023, 12, 20);
    private static readonly DateOnly Late = new(2024, 1, 5);
    private static readonly QuotedList Branch = new(new("campaign"), new("branch"), Tier.Branch, Measure.Rectified, Figure.Parse("90余"), Figure.Parse("70余"));

    [Fact]
    public void The_committee_list_of_five_with_two_closed_is_forty_percent()
    {
        var sheet = RatesOn(CutOff, [Rectifying, Rectifying, Rectifying, Rectifying.ClosedOn(InTime), Rectifying.ClosedOn(InTime)]).Whole;

        Assert.Equal("40.0 %", sheet.Shown("closure_rate"));
        Assert.Equal(Rate.Of(2, 5), sheet["closure_rate"].Rate);
    }

    [Fact]
    public void The_branch_list_is_quoted_and_gives_an_interval()
    {
        var sheet = RatesOn(CutOff, [], Branch).Whole;

        Assert.Equal("约71.7%–86.8%", sheet.Shown("rectification_rate"));
        Assert.Null(sheet["closure_rate"].Rate);
        Assert.NotNull(sheet["closure_rate"].NoTotal);
    }

    [Fact]
    public void There_is_no_total_over_lists_of_different_measures()
    {
        var rates = RatesOn(CutOff, [Rectifying, Rectifying.ClosedOn(InTime)], Branch);

        Assert.Equal("不合计", rates.Whole.Shown("closure_rate"));
        Assert.Equal("no total", rates.Whole["rectification_rate"].Show(Language.English));
        Assert.Contains("口径不同", rates.Whole["closure_rate"].NoTotal?.Zh, StringComparison.Ordinal);
        Assert.Equal("50.0 %", rates.ByTier.Single(group => group.Key is Tier.Committee).Sheet.Shown("closure_rate"));
        Assert.Equal("约71.7%–86.8%", rates.ByMeasure.Single(group => group.Key is Measure.Rectified).Sheet.Shown("rectification_rate"));
        // An overdue issue is overdue whatever its list counts as done.
        Assert.Equal("100.0 %", rates.Whole.Shown("overdue_rate"));
    }

    [Fact]
    public void A_total_with_one_inexact_list_of_the_same_measure_is_an_interval()
    {
        var items = Rectifying.In("unit", Tier.Unit, Measure.Rectified);
        var whole = RatesOn(CutOff, [items, items with { Rectified = true }], Branch).Whole;

        Assert.Equal(new Rate(new Interval(72, 80), new Interval(93, 101)), whole["rectification_rate"].Rate);
    }

    [Fact]
    public void Quoted_totals_stand_in_the_place_of_the_single_items_of_their_list()
    {
        var item = Rectifying.In("branch", Tier.Branch, Measure.Rectified);

        Assert.Equal(Rate.Of(Branch.Done, Branch.Found), RatesOn(CutOff, [item, item], Branch).Whole["rectification_rate"].Rate);
    }

    [Fact]
    public void Three_due_one_in_time_one_late_one_open_is_a_third()
    {
        var sheet = RatesOn(CutOff, [Rectifying.ClosedOn(InTime), Rectifying.ClosedOn(Late), Rectifying]).Whole;

        Assert.Equal("33.3 %", sheet.Shown("on_time_closure_rate"));
        Assert.Equal("66.7 %", sheet.Shown("closure_rate"));
        Assert.Equal("100.0 %", sheet.Shown("overdue_rate"));
    }

    [Fact]
    public void The_due_day_itself_is_in_time_and_an_issue_not_yet_due_does_not_count()
    {
        var onTheDay = Rectifying.ClosedOn(new(2023, 12, 29));
        var early = Rectifying.DueOn(CutOff.AddDays(1)).ClosedOn(InTime);
        var dueToday = Rectifying.DueOn(CutOff);

        Assert.Equal(Rate.Of(1, 2), RatesOn(CutOff, [onTheDay, early, dueToday]).Whole["on_time_closure_rate"].Rate);
        Assert.Equal("0.0 %", RatesOn(CutOff, [dueToday]).Whole.Shown("overdue_rate"));
    }

    [Fact]
    public void The_headline_looks_at_the_original_due_date_the_other_at_the_extended_one()
    {
        var extended = (Rectifying with { CurrentDue = Late, ExtensionsGranted = 1 }).ClosedOn(Late);
        var sheet = RatesOn(CutOff, [extended, Rectifying.ClosedOn(InTime)]).Whole;

        Assert.Equal("50.0 %", sheet.Shown("on_time_closure_rate"));
        Assert.Equal("100.0 %", sheet.Shown("on_time_closure_rate_current_due"));
        Assert.Equal("50.0 %", sheet.Shown("extension_rate"));
    }

    [Fact]
    public void Round_two_is_never_on_time()
    {
        var again = Rectifying.ClosedOn(InTime) with { Round = 2 };
        var sheet = RatesOn(CutOff, [again]).Whole;

        Assert.All(["on_time_closure_rate", "on_time_closure_rate_current_due", "on_time_request_rate", "first_pass_rate"],
            code => Assert.Equal("0.0 %", sheet.Shown(code)));
    }

    [Fact]
    public void What_is_done_and_self_checked_is_rectified_though_not_closed()
    {
        var sheet = RatesOn(CutOff, [Rectifying with { Rectified = true }, Rectifying]).Whole;

        Assert.Equal("50.0 %", sheet.Shown("rectification_rate"));
        Assert.Equal("0.0 %", sheet.Shown("closure_rate"));
    }

    [Fact]
    public void A_request_in_time_counts_though_the_closing_came_late()
    {
        var sheet = RatesOn(CutOff, [Rectifying.ClosedOn(Late) with { RequestedOn = InTime }, Rectifying]).Whole;

        Assert.Equal("50.0 %", sheet.Shown("on_time_request_rate"));
        Assert.Equal("0.0 %", sheet.Shown("on_time_closure_rate"));
    }

    [Fact]
    public void A_closing_once_returned_did_not_pass_at_first() => Assert.Equal("50.0 %", RatesOn(CutOff,
        [Rectifying.ClosedOn(InTime), Rectifying.ClosedOn(Late) with { TimesReturned = 1 }, Rectifying with { TimesReturned = 3 }]).Whole.Shown("first_pass_rate"));

    [Fact]
    public void An_issue_reopened_within_half_a_year_has_rebounded()
    {
        var reopened = Rectifying with { Round = 2, EverClosed = true };
        var sheet = RatesOn(CutOff, [reopened with { ReopenedAfterDays = 180 }, reopened with { ReopenedAfterDays = 181 }, Rectifying.ClosedOn(InTime), Rectifying]).Whole;

        Assert.Equal(Rate.Of(1, 3), sheet["rebound_rate"].Rate);
    }

    [Fact]
    public void Standing_issues_are_reported_apart_yet_one_past_its_due_is_overdue()
    {
        var standing = Rectifying with { Kind = IssueKind.Standing };
        var sheet = RatesOn(CutOff, [standing, standing with { State = IssueState.StandingWatch, Rectified = true }, Rectifying.ClosedOn(InTime)]).Whole;

        Assert.Equal(Rate.Of(1, 1), sheet["closure_rate"].Rate);
        Assert.Equal(Rate.Of(1, 1), sheet["on_time_closure_rate"].Rate);
        Assert.Equal(Rate.Of(1, 1), sheet["overdue_rate"].Rate);
        Assert.Equal(new StandingIssues(2, 1), sheet.Standing);
    }

    [Fact]
    public void Handling_time_is_in_working_days_and_counts_the_open_as_unfinished()
    {
        // 2023-11-01 to 11-08 is five working days, to 11-15 ten.
        var sheet = RatesOn(CutOff, [Rectifying.ClosedOn(new(2023, 11, 8)), Rectifying.ClosedOn(new(2023, 11, 15)), Rectifying]).Whole;

        Assert.Equal(10, sheet.HandlingTime.MedianWorkingDays);
        Assert.Null(RatesOn(CutOff, [Rectifying]).Whole.HandlingTime.MedianWorkingDays);
    }

    [Fact]
    public void Where_nothing_was_to_be_counted_a_dash_stands()
    {
        var sheet = RatesOn(CutOff, []).Whole;

        Assert.All(sheet.Rates, rate => Assert.Equal("—", rate.Show(Language.Chinese)));
        Assert.Empty(sheet.States);
    }

    [Fact]
    public void Every_rate_has_a_stable_code_a_name_and_a_definition_in_both_languages()
    {
        var rates = RateSheet.Empty.Rates;

        Assert.Equal(
            ["rectification_rate", "closure_rate", "on_time_closure_rate", "on_time_closure_rate_current_due", "on_time_request_rate", "overdue_rate",
                "extension_rate", "first_pass_rate", "rebound_rate"],
            rates.Select(rate => rate.Code));
        Assert.All(rates, rate => Assert.All([rate.Name.Zh, rate.Name.En, rate.Definition.Zh, rate.Definition.En], words => Assert.NotEmpty(words)));
        Assert.Throws<KeyNotFoundException>(() => RateSheet.Empty["closure"]);
    }
}
