using System.Collections.Immutable;
using CsCheck;

namespace Projects.Storage.Tests;

public sealed class AsOfOnSqlite(OnSqlite database) : AsOfTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class AsOfOnPostgres(OnPostgres database) : AsOfTests(database), IClassFixture<OnPostgres>;

/// <summary>The past as the ledger tells it: what had happened by a day, and was known by an instant (DOMAIN 10.3).</summary>
public abstract class AsOfTests(TestDatabase database)
{
    private static readonly DateTimeOffset Ever = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A life, how its clocks are bent, and the times that are asked about.</summary>
    private static Gen<(List<(int, int, int, bool)> Steps, List<(int Late, int Minutes)> Bends, List<(int Day, int Part)> Times)> Lives { get; } =
        Gen.Select(Life.Steps, Gen.Select(Gen.Int[0, 12], Gen.Int[0, 90]).List[200], Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).List[6]);

    [Fact]
    public async Task The_ledger_as_of_a_time_is_what_the_journal_up_to_both_clocks_makes_of_it()
    {
        await using var reader = new LedgerReader(database.Database);
        await Lives.SampleAsync(async life =>
        {
            var (project, events) = await LiveAsync(life.Steps, life.Bends, backwards: true);
            foreach (var at in life.Times.Select(time => Between(events, time)))
            {
                var expected = FoldedAsOf(project, events, at);
                var past = await new PastParks(database.Journal).AsOfAsync(project.Park, at, CancellationToken.None);
                var issues = new IssueLedger(reader).At(past);

                Assert.Equal(Shown(expected), await ShownAsync(issues, project.Park));
                Assert.Equal(Card(expected), Card(past.Projects.GetValueOrDefault(project.Code) ?? Project.Unknown(project)));
                Assert.Equal(LedgerJson.Of(expected), LedgerJson.Of((await new PastParks(database.Journal).AsOfAsync(project, at, CancellationToken.None)).Project));
                await CountedAlikeAsync(issues, project.Park, expected, at);
            }
        }, iter: 25, threads: 1);
    }

    [Fact]
    public async Task What_is_recorded_later_changes_no_answer_about_what_was_known_before()
    {
        await using var reader = new LedgerReader(database.Database);
        await Lives.SampleAsync(async life =>
        {
            var park = Story.NewPark();
            var told = Told(park, life.Steps, life.Bends);
            var half = told.Events.Count / 2;
            await AppendAsync(told.Project, told.Events, 0, half);
            var known = told.Events[half - 1].At;
            var times = life.Times.Select(time => Between(told.Events, time)).Select(at => at with { Known = at.Known < known ? at.Known : known }).ToList();
            var before = new List<string>();
            foreach (var at in times)
                before.Add(await AllAsync(reader, park, at));

            await AppendAsync(told.Project, told.Events, half, told.Events.Count);

            foreach (var (i, at) in times.Index())
                Assert.Equal(before[i], await AllAsync(reader, park, at));
        }, iter: 15, threads: 1);
    }

    [Fact]
    public async Task A_late_entry_had_happened_before_it_was_known()
    {
        await using var reader = new LedgerReader(database.Database);
        var project = new ProjectId(Story.NewPark(), new("campaign"));
        var told = Life.Begin(project).Then(Projects.Domain.Tests.Issues.Cast.Clerk, new DraftIssue(Projects.Domain.Tests.Issues.Given.List, null, Projects.Domain.Tests.Issues.Given.Particulars));
        var number = told.Project.Issues.Keys.Single();
        told = told.Then(Projects.Domain.Tests.Issues.Cast.Clerk, new RegisterIssue(number));
        var registered = told.Journal[^1];
        var accepted = new Recorded(registered.Version + 1, new IssueAccepted(number, Late: false), registered.By, registered.Effective.AddDays(2), registered.At.AddDays(5), "late", 1);
        await AppendAsync(project, [.. told.Journal, accepted], 0, told.Journal.Length + 1);

        Assert.Equal(IssueState.Registered, await StateAsync(registered.Effective.AddDays(1), Ever));
        Assert.Equal(IssueState.Rectifying, await StateAsync(registered.Effective.AddDays(2), Ever));
        Assert.Equal(IssueState.Registered, await StateAsync(registered.Effective.AddDays(3), registered.At.AddDays(4)));
        Assert.Equal(IssueState.Rectifying, await StateAsync(registered.Effective.AddDays(3), registered.At.AddDays(5)));

        async Task<IssueState> StateAsync(DateOnly day, DateTimeOffset known)
        {
            var past = await new PastParks(database.Journal).AsOfAsync(project.Park, new AsOf(day, known), CancellationToken.None);
            return Assert.Single(await new IssueLedger(reader).At(past).FindAsync(project, [number], CancellationToken.None)).Facts.State;
        }
    }

    [Fact]
    public async Task A_search_of_the_past_looks_through_the_words_of_then()
    {
        await using var reader = new LedgerReader(database.Database);
        var project = new ProjectId(Story.NewPark(), new("campaign"));
        var clerk = Projects.Domain.Tests.Issues.Cast.Clerk;
        var told = Life.Begin(project);
        var drafted = told.Then(clerk, new DraftIssue(Projects.Domain.Tests.Issues.Given.List, null, Projects.Domain.Tests.Issues.Given.Particulars with { Description = "护栏锈蚀" }));
        var number = drafted.Project.Issues.Keys.Single();
        var later = drafted with { Today = drafted.Today.AddDays(3) };
        var amended = later.Then(clerk, new AmendIssue(number, drafted.Project.Issues[number].Particulars with { Description = "围堰渗漏" }))
            .Then(clerk, new RegisterIssue(number));
        await AppendAsync(project, amended.Journal, 0, amended.Journal.Length);

        Assert.Equal((1, 0), (await FoundAsync("锈蚀", drafted.Today), await FoundAsync("渗漏", drafted.Today)));
        Assert.Equal((0, 1), (await FoundAsync("锈蚀", later.Today), await FoundAsync("渗漏", later.Today)));

        async Task<int> FoundAsync(string text, DateOnly day)
        {
            var past = await new PastParks(database.Journal).AsOfAsync(project.Park, new AsOf(day, Ever), CancellationToken.None);
            return await new IssueLedger(reader).At(past).CountAsync(project.Park, new IssueFilter(Text: text, Drafts: true), DaysOf(past.At), CancellationToken.None);
        }
    }

    [Fact]
    public async Task Looking_back_to_the_present_shows_the_present()
    {
        await using var reader = new LedgerReader(database.Database);
        await Lives.SampleAsync(async life =>
        {
            var (id, events) = await LiveAsync(life.Steps, life.Bends);
            var at = new AsOf(new(2099, 1, 1), Ever);
            var past = await new PastParks(database.Journal).AsOfAsync(id.Park, at, CancellationToken.None);

            Assert.Equal(await EverythingAsync(reader, id.Park, null), await EverythingAsync(reader, id.Park, past));
        }, iter: 10, threads: 1);

        static async Task<List<string>> EverythingAsync(LedgerReader reader, ParkCode park, PastPark? past)
        {
            var day = new DateOnly(2024, 2, 1);
            var (none, month) = (CancellationToken.None, new Month(2024, 12));
            var (projects, milestones, investment) = (new ProjectLedger(reader).At(past), new MilestoneLedger(reader).At(past), new InvestmentLedger(reader).At(past));
            var page = await projects.PageAsync(park, new ProjectFilter(), ProjectOrder.Name, descending: true, 10, after: null, none);
            ProjectCode[] codes = [.. page.Rows.Select(row => row.Project)];
            return
            [
                .. page.Rows.Select(LedgerJson.Of), $"{await projects.CountAsync(park, new ProjectFilter(Kinds: [ProjectKind.Campaign]), none)}",
                .. (await projects.FindAsync(park, codes, none)).Select(LedgerJson.Of),
                .. (await milestones.PageAsync(park, new MilestoneFilter(), 10, after: null, none)).Rows.Select(LedgerJson.Of),
                .. (await milestones.OfAsync(park, codes, none)).Select(LedgerJson.Of),
                .. (await milestones.NextAsync(park, [.. page.Rows.Select(row => row.Project)], none)).Values.Select(LedgerJson.Of),
                .. (await new ListLedger(reader).At(past).ListAsync(park, project: null, none)).Select(LedgerJson.Of),
                .. (await new ListLedger(reader).At(past).ListAsync(park, codes, none)).Select(LedgerJson.Of),
                .. (await investment.PlansAsync(park, codes, 2024, none)).Select(LedgerJson.Of),
                .. (await investment.MonthsAsync(park, codes, month, none)).Select(LedgerJson.Of),
                .. page.Rows.IsEmpty ? [] : (await investment.EntriesAsync(new(park, page.Rows[0].Project), InvestmentBasis.Paid, none)).Select(LedgerJson.Of),
                .. await ShownAsync(new IssueLedger(reader).At(past), park),
                .. (await new IssueLedger(reader).At(past).WeeksAsync(park, null, null, day, 12, none)).Select(LedgerJson.Of),
                .. (await new IssueLedger(reader).At(past).CountsByUnitAsync(park, DaysOf(new(day, default)), none)).Select(LedgerJson.Of),
                .. (await new IssueLedger(reader).At(past).GroupsAsync(park, new IssueFilter(), IssueGrouping.List, DaysOf(new(day, default)), none)).Select(LedgerJson.Of),
            ];
        }
    }

    /// <summary>Lives through the steps, records them with bent clocks, one event at a time.</summary>
    private async Task<(ProjectId Project, List<Recorded> Events)> LiveAsync(List<(int, int, int, bool)> steps, List<(int Late, int Minutes)> bends, bool backwards = false)
    {
        var (project, events) = Told(Story.NewPark(), steps, bends, backwards);
        await AppendAsync(project, events, 0, events.Count);
        return (project, events);
    }

    // The days lie back by some, and the instants grow, or, as between machines whose clocks differ, do not.
    private static (ProjectId Project, List<Recorded> Events) Told(ParkCode park, List<(int, int, int, bool)> steps, List<(int Late, int Minutes)> bends, bool backwards = false)
    {
        var project = new ProjectId(park, new("campaign"));
        var told = steps.Aggregate(Life.Begin(project), (story, step) => story.Step(step));
        var events = new List<Recorded>();
        foreach (var (i, recorded) in told.Journal.Index())
        {
            var (late, minutes) = bends[i % bends.Count];
            var at = (i == 0 ? recorded.At : events[^1].At > recorded.At ? events[^1].At : recorded.At).AddMinutes(minutes % 7 == 0 && backwards ? -minutes : minutes + 1);
            events.Add(recorded with { Effective = recorded.Effective.AddDays(late > 8 ? 8 - late : 0), At = at, RequestId = $"request-{i}" });
        }
        return (project, events);
    }

    private async Task AppendAsync(ProjectId id, IReadOnlyList<Recorded> events, int from, int until)
    {
        var project = events.Take(from).Aggregate(Project.Unknown(id), (state, recorded) => state.Evolve(recorded));
        var head = (await database.Journal.HeadAsync(StreamName.Of(id), CancellationToken.None))?.Hash ?? EventChain.Start;
        foreach (var recorded in events.Skip(from).Take(until - from))
        {
            var next = project.Evolve(recorded);
            head = await Lived.AppendAsync(database.Journal, project, next, [recorded], head);
            project = next;
        }
    }

    private static AsOf Between(List<Recorded> events, (int Day, int Part) time)
    {
        var (first, last) = (events.Min(recorded => recorded.Effective).AddDays(-1), events.Max(recorded => recorded.Effective).AddDays(1));
        return new(first.AddDays((last.DayNumber - first.DayNumber) * time.Day / 99), time.Part > 70 ? Ever : events[(events.Count - 1) * time.Part / 70].At);
    }

    /// <summary>The same answer by another road: each event is given the clocks of all it builds on, and those within the time are replayed.</summary>
    private static Project FoldedAsOf(ProjectId id, List<Recorded> events, AsOf at)
    {
        var since = new Dictionary<string, AsOf>();
        var project = Project.Unknown(id);
        foreach (var recorded in events)
        {
            var clocks = GroundsOf(recorded.Event).Aggregate(AsOf.Of(recorded), (later, ground) => since.TryGetValue(ground, out var held) ? later.Or(held) : later);
            foreach (var thing in ThingsOf(recorded.Event))
                since.TryAdd(thing, clocks);
            since[ThingsOf(recorded.Event)[0]] = clocks;
            if (at.Covers(clocks))
                project = project.Evolve(recorded);
        }
        return project;
    }

    private static string[] ThingsOf(Event happened) => happened switch
    {
        IssueEvent e => [$"issue {e.Number}"],
        ListOpened e => [$"list {e.List}", $"opened {e.List}"],
        ListEvent e => [$"list {e.List}"],
        MilestoneEvent e => [$"milestone {e.Milestone}"],
        PhaseAdded e => [$"phase {e.Phase}"],
        PhaseAdvanced e => [$"phase {e.Phase}"],
        InvestmentPlanSet e => [$"plan {e.Year} {e.Basis}"],
        InvestmentRecorded e => [$"entry {e.Entry}"],
        InvestmentReversed e => [$"entry {e.Entry}"],
        VisitRecorded e => [$"visit {e.Visit}"],
        MeetingRecorded e => [$"meeting {e.Meeting}"],
        ProjectRegistered => ["particulars", "registered"],
        ProjectAmended => ["particulars"],
        _ => throw new InvalidOperationException($"Nothing is known of {happened.GetType().Name}."),
    };

    private static IEnumerable<string> GroundsOf(Event happened) => ThingsOf(happened).Take(1).Append("registered").Concat(happened switch
    {
        IssueDrafted e => [$"opened {e.List}"],
        IssueTakenOver e => [$"opened {e.List}"],
        InvestmentReversed e => [$"entry {e.Wrong}"],
        _ => Array.Empty<string>(),
    });

    private static List<string> Shown(Project project) =>
    [
        .. project.Issues.Values.Select(issue => IssueRow.Of(project.Id, issue, project.Lists[issue.List])).Select(row => Line(row with
        {
            ListName = project.Lists[row.Facts.List].Particulars.Name,
            ProjectName = project.Particulars!.Name,
        })).Order(StringComparer.Ordinal),
    ];

    private static async Task<List<string>> ShownAsync(IssueLedger issues, ParkCode park)
    {
        var page = await issues.PageAsync(park, new IssueFilter(Drafts: true), IssueOrder.Due, descending: false, 500, after: null, DaysOf(new(new(2024, 1, 12), default)), CancellationToken.None);
        return [.. page.Rows.Select(Line).Order(StringComparer.Ordinal)];
    }

    // The park is replayed without its issues, so it does not know how many there were.
    private static string Card(Project project) => LedgerJson.Of(project.AsCard() with
    {
        Version = 0,
        Lists = project.Lists.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { LastSequence = 0 }),
    });

    private static string Line(IssueRow row) => LedgerJson.Of(row with { Since = default });

    private static LightDays DaysOf(AsOf at) => LightDays.Of(at.Effective, Policy.Default, WorkCalendar.China);

    private static async Task CountedAlikeAsync(IssueLedger issues, ParkCode park, Project expected, AsOf at)
    {
        var facts = expected.Issues.Values.Select(issue => IssueFacts.Of(expected.Id.Code, issue, expected.Lists[issue.List])).ToList();
        var days = DaysOf(at);

        var counts = await issues.CountsAsync(park, days, CancellationToken.None);
        Assert.Equal(facts.CountBy(issue => issue.State).OrderBy(pair => pair.Key), counts.States);
        Assert.Equal((facts.Count(issue => days.Of(issue) is Light.Red), facts.Count(issue => days.Of(issue) is Light.Yellow)), (counts.Red, counts.Yellow));
        Assert.Equal(counts.Open, await issues.CountAsync(park, new IssueFilter(Open: true, Drafts: true), days, CancellationToken.None));

        var quoted = expected.Lists.Values.Where(list => list.Quoted is not null)
            .Select(list => new QuotedList(expected.Id.Code, list.Code, list.Particulars.Tier, list.Particulars.Measure, list.Quoted!.Found, list.Quoted.Done));
        var rates = await issues.RatesAsync(park, null, at.Effective, Policy.Default, WorkCalendar.China, CancellationToken.None);
        var byHand = IssueRates.Of(facts.Where(issue => issue.State.IsInBooks()), quoted, at.Effective, Policy.Default, WorkCalendar.China);
        Assert.Equal(byHand.Whole.Rates.Select(rate => (rate.Code, rate.Rate)), rates.Whole.Rates.Select(rate => (rate.Code, rate.Rate)));
        foreach (var rate in byHand.Whole.Rates.Where(rate => RateRows.IsKnown(rate.Code) && expected.Lists.Values.All(list => list.Quoted is null)))
        {
            var rows = await issues.CountAsync(park, new IssueFilter { Rate = new(rate.Code, Counted: true, Policy.Default.ReboundCalendarDays) }, days, CancellationToken.None);
            Assert.Equal(rate.Rate!.Numerator.Lower, rows);
        }
    }

    /// <summary>Everything that is told of a park at a time, in one text.</summary>
    private async Task<string> AllAsync(LedgerReader reader, ParkCode park, AsOf at)
    {
        var past = await new PastParks(database.Journal).AsOfAsync(park, at, CancellationToken.None);
        var issues = new IssueLedger(reader).At(past);
        var rates = await issues.RatesAsync(park, null, at.Effective, Policy.Default, WorkCalendar.China, CancellationToken.None);
        var found = await issues.CountAsync(park, new IssueFilter(Text: "修改", Drafts: true), DaysOf(at), CancellationToken.None);
        ImmutableArray<string> all =
        [
            .. await ShownAsync(issues, park), .. past.Projects.Values.Select(LedgerJson.Of), .. rates.Whole.Rates.Select(rate => $"{rate.Code} {rate.Rate}"), $"{found}",
            .. (await new PastParks(database.Journal).AsOfAsync(new ProjectId(park, new("campaign")), at, CancellationToken.None)).History.Select(entry => $"{entry.Recorded.Version}"),
        ];
        return string.Join('\n', all);
    }
}
