using Projects.Host.Samples;

namespace Projects.Domain.Tests.Samples;

/// <summary>The stories pass the rules, and what stands at their end is what the newspaper tells (DOMAIN 2).</summary>
public sealed class SampleReplayTests : IAsyncLifetime
{
    private static readonly ParkCode Panzhihua = ParkCode.Of("panzhihua");
    private static readonly DateOnly Friday = BusinessDay.Of(SampleLoader.Continues);

    private readonly string folder = Directory.CreateTempSubdirectory("sample-replay").FullName;
    private readonly IReadOnlyList<SampleStory> stories = SampleStory.ReadAll(Path.Combine(AppContext.BaseDirectory, "samples"));
    private RulesDoor door = null!;
    private int given;

    public async ValueTask InitializeAsync()
    {
        var clock = SampleClock.Open(TimeProvider.System, folder);
        door = new RulesDoor(clock);
        given = await new SampleLoader(door, clock).LoadAsync(stories, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void No_command_of_any_story_is_refused() => Assert.Equal(stories.Sum(story => story.Story.Length), given);

    [Fact]
    public void Every_command_of_the_story_changes_something()
    {
        var recorded = door.History.Select(told => told.Recorded.RequestId).ToHashSet();
        var idle = stories.SelectMany(story => story.Story).Where(entry => entry.Project is not null && !recorded.Contains(entry.Request));

        Assert.Empty(idle.Select(entry => entry.Request));
    }

    [Fact]
    public void The_committee_list_has_five_issues_of_which_two_are_closed()
    {
        var states = IssuesOf("committee").Select(issue => issue.State).ToList();

        Assert.Equal(5, states.Count);
        Assert.Equal(2, states.Count(state => state is IssueState.Closed));
        Assert.Equal("40.0 %", Shown("committee", "closure_rate"));
    }

    /// <summary>DOMAIN 6's example: three due, one closed in time, one late, one still open.</summary>
    [Fact]
    public void Of_the_three_committee_issues_that_fell_due_one_was_closed_in_time() =>
        Assert.Equal("33.3 %", Shown("committee", "on_time_closure_rate"));

    [Fact]
    public void The_branch_list_is_quoted_and_its_rate_an_interval()
    {
        Assert.Equal(Measure.Rectified, Campaign.Lists[ListCode.Of("branches")].Particulars.Measure);
        Assert.Equal("约71.7%–86.8%", Shown("branches", "rectification_rate"));
    }

    [Fact]
    public void There_is_no_total_over_both() => Assert.Equal("不合计", Rates.Whole["closure_rate"].Show(Language.Chinese));

    [Fact]
    public void Each_closing_passed_through_five_different_people()
    {
        var closed = door.History.Where(told => told.Recorded.Event is IssueClosed).ToList();

        Assert.NotEmpty(closed);
        foreach (var (project, end) in closed)
        {
            var number = ((IssueClosed)end.Event).Number;
            var request = door.Projects[project].Issues[number].Rounds.SelectMany(round => round.Requests).First(request => request.Outcome is ClosureOutcome.Done);
            var handled = door.Projects[project].Issues[number].Rounds.SelectMany(round => round.Measures).Select(measure => measure.By!.Person).First();
            PersonId[] people = [handled, request.By.Person, .. request.Verifications.Select(verification => verification.By.Person), request.Approval!.By.Person, end.By.Person];
            Assert.True(people.Distinct().Count() == people.Length && people.Length >= 5, $"{number}: {string.Join(", ", people)}");
        }
    }

    [Fact]
    public void The_other_committee_issues_stand_where_the_sample_shows_something()
    {
        var issues = Campaign.Issues;

        Assert.Equal(IssueState.OnNotice, issues[IssueNumber.Of("ZT-2023-03")].State);
        Assert.Equal(3, issues[IssueNumber.Of("ZT-2023-03")].Request!.Verifications.Length);
        Assert.Equal(IssueState.Rectifying, issues[IssueNumber.Of("ZT-2023-04")].State);
        Assert.True(issues[IssueNumber.Of("ZT-2023-04")].CurrentDue < Friday);
        Assert.Equal(new DateOnly(2024, 1, 31), issues[IssueNumber.Of("ZT-2023-05")].OriginalDue!.Value.Date);
        Assert.Equal(new DateOnly(2024, 3, 29), issues[IssueNumber.Of("ZT-2023-05")].CurrentDue);
    }

    [Fact]
    public void The_overdue_issue_was_urged_its_reply_was_not_accepted_and_the_letter_is_next()
    {
        var issue = Campaign.Issues[IssueNumber.Of("ZT-2023-04")];

        Assert.Equal([UrgingLevel.Reminder, UrgingLevel.UrgingSlip], issue.Urgings.Select(notice => notice.Level));
        Assert.Equal([UrgingState.Answered, UrgingState.AwaitingReply], issue.Urgings.Select(notice => notice.StateIn(issue)));
        Assert.True(issue.Urgings[0].ByItself);
        Assert.Contains((IssueNumber.Of("ZT-2023-04"), UrgingTrigger.Overdue, UrgingLevel.SupervisionLetter), DueToday);
    }

    [Fact]
    public void On_the_first_morning_the_desk_finds_every_cause_to_urge() =>
        Assert.Equal(Enum.GetValues<UrgingTrigger>(), DueToday.Select(due => due.Trigger).Distinct().Order());

    [Fact]
    public void Visits_found_a_demand_that_is_now_in_the_books_and_their_total_stays_as_quoted()
    {
        var found = Campaign.Visits[VisitCode.Of("2023-10-11")];

        Assert.Equal([IssueNumber.Of("SQ-2023-01")], found.Issues);
        Assert.Equal((IssueState.Rectifying, PersonId.Of("deputy-a")), (Campaign.Issues[found.Issues[0]].State, Campaign.Issues[found.Issues[0]].DraftedBy.Person));
        Assert.Equal([IssueNumber.Of("ZT-2023-03")], Campaign.Visits[VisitCode.Of("2023-12-06")].Issues);
        // 30余 visits were made, and two are told: the figure is the newspaper's, not a count.
        Assert.Equal(Figure.Parse("30余"), Campaign.Benefits["visits"].Actual);
    }

    [Fact]
    public void What_the_meeting_decided_stands_in_the_books()
    {
        var project = ProjectOf("lithium-iron-phosphate");
        var items = project.Meetings[MeetingCode.Of("2024-01-10")].Resolutions;

        Assert.Equal([IssueNumber.Of("DISPATCH-001"), IssueNumber.Of("LFP-2024-01")], items.Select(item => item.Issue));
        var drafted = project.Issues[items[0].Issue];
        Assert.Equal((IssueState.Registered, items[0].Text, items[0].Unit, items[0].Due), (drafted.State, drafted.Particulars.Description, drafted.Particulars.LeadUnit!.Value, drafted.CurrentDue));
    }

    [Fact]
    public void Topics_and_cases_are_as_many_as_told()
    {
        Assert.Equal(2, IssuesOf("topics").Count(issue => issue.Particulars.Category == "重点课题"));
        Assert.Equal(4, IssuesOf("topics").Count(issue => issue.Particulars.Category == "一般课题"));
        Assert.Equal(2, IssuesOf("cases").Count());
    }

    [Fact]
    public void Money_capacity_and_benefits_stand_at_their_own_level()
    {
        var project = ProjectOf("lithium-iron-phosphate");
        var first = project.Phases[PhaseCode.Of("p1")];

        Assert.Equal(Figure.Exactly(700_000), project.Particulars!.TotalInvestment);
        Assert.Equal(Quantity.Parse("12万吨/年"), first.Capacity);
        Assert.Equal(Figure.Exactly(1_200_000), first.Benefits["output"].Promised);
        Assert.Equal(Figure.Exactly(600), first.Benefits["jobs"].Promised);
        Assert.DoesNotContain("output", project.Benefits.Keys);
        Assert.Null(project.Benefits["permit-claim"].Promised);
        Assert.Equal(Stage.UnderConstruction, first.Stage);
        Assert.Equal(7, first.Path.Single(entry => entry.Stage is Stage.Started).On.Month);
        Assert.Equal(MilestoneState.Verified, project.Milestones[MilestoneCode.Of("s1-ready")].State);
        Assert.Equal(new DateOnly(2024, 3, 31), project.Milestones[MilestoneCode.Of("production")].Baseline);
    }

    [Fact]
    public void The_restart_was_restructured_on_its_day_and_is_due_in_April()
    {
        var project = ProjectOf("yellow-phosphorus-restart");
        var phase = project.Phases[PhaseCode.Of("restart")];

        Assert.Equal(Stage.RestartPrep, phase.Stage);
        Assert.Equal(new DateOnly(2023, 11, 20), phase.Path.Single(entry => entry.Stage is Stage.Restructured).On);
        Assert.Equal(Figure.Parse("3700左右"), phase.Benefits["by-products"].Promised);
        Assert.Equal(new DateOnly(2024, 4, 30), project.Milestones[MilestoneCode.Of("restart")].Baseline);
    }

    [Fact]
    public void Both_bases_of_investment_are_told_and_a_wrong_entry_is_reversed()
    {
        var account = ProjectOf("lithium-iron-phosphate").Investment;

        Assert.Equal(Money.Wan(110_000), Money.Sum(account.Entries.Where(entry => entry.Basis is InvestmentBasis.Works).Select(entry => entry.Amount)));
        Assert.Contains(account.Entries, entry => entry.Basis is InvestmentBasis.Paid);
        Assert.Contains(account.Entries, entry => entry.ReversedBy is not null);
    }

    [Fact]
    public async Task A_file_named_by_a_command_was_kept_before_it_and_comes_out_the_same_again()
    {
        var named = door.History.Select(told => told.Recorded.Event).OfType<EvidenceAdded>().Select(added => added.File).ToList();
        var kept = door.Kept.Count;
        Assert.NotEmpty(named);
        Assert.All(named, file => Assert.Contains(file, door.Kept));

        foreach (var (story, entry) in SampleStory.InOrder(stories))
        {
            foreach (var file in entry.Files)
                await door.KeepAsync(story.Park, file.Name, SamplePaper.Print(file), TestContext.Current.CancellationToken);
        }
        Assert.Equal(kept, door.Kept.Count);
    }

    private List<(IssueNumber Number, UrgingTrigger Trigger, UrgingLevel Level)> DueToday =>
    [
        .. from project in door.Projects.Values
           from issue in project.Issues.Values
           from turn in UrgingTurn.Of(IssueFacts.Of(project.Id.Code, issue, project.Lists[issue.List]), issue.Urgings, Friday, door.Parks[project.Id.Park].Policy, WorkCalendar.China)
           where turn.IsDue
           select (issue.Number, turn.Condition.Trigger, turn.Level),
    ];

    private Project Campaign => ProjectOf("theme-education");

    private IssueRates Rates => IssueRates.Of(
        Campaign.Issues.Values.Select(issue => IssueFacts.Of(Campaign.Id.Code, issue, Campaign.Lists[issue.List])),
        Campaign.Lists.Values.Select(list => QuotedList.Of(Campaign.Id.Code, list)).OfType<QuotedList>(),
        Friday, door.Parks[Panzhihua].Policy, WorkCalendar.China);

    private string Shown(string list, string rate) =>
        Rates.ByList.Single(group => group.Key.List == ListCode.Of(list)).Sheet[rate].Show(Language.Chinese);

    private Project ProjectOf(string code) => door.Projects[new ProjectId(Panzhihua, ProjectCode.Of(code))];

    private IEnumerable<Issue> IssuesOf(string list) => Campaign.Issues.Values.Where(issue => issue.List == ListCode.Of(list));
}
