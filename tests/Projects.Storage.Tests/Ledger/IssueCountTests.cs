using System.Collections.Immutable;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;

namespace Projects.Storage.Tests;

public sealed class IssueCountsOnSqlite(OnSqlite database) : IssueCountTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class IssueCountsOnPostgres(OnPostgres database) : IssueCountTests(database), IClassFixture<OnPostgres>;

/// <summary>What boards count is what the ledger's rows say, at every step and whoever writes.</summary>
public abstract class IssueCountTests(TestDatabase database)
{
    private static readonly DateOnly Today = new(2024, 1, 12);
    private static readonly LightDays Days = LightDays.Of(Today, Policy.Default, WorkCalendar.China);
    private static readonly UnitCode Economy = new("economy");
    private static readonly UnitCode Safety = new("safety");

    [Fact]
    public async Task An_issue_is_counted_once_wherever_it_stands_in_its_life()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var draft = shelf.Issue("n-1", null, IssueState.Draft);
        draft = draft with { Facts = draft.Facts with { Unit = null, RegisteredOn = null } };
        await StandsAsync(draft, null, IssueState.Draft, red: 0, yellow: 0);

        var late = shelf.Issue("n-1", Today.AddDays(-40));
        await StandsAsync(late, Economy, IssueState.Rectifying, red: 1, yellow: 0);
        await StandsAsync(late with { Facts = late.Facts with { CurrentDue = Today.AddDays(-1) } }, Economy, IssueState.Rectifying, red: 1, yellow: 0);
        await StandsAsync(late with { Facts = late.Facts with { CurrentDue = Today } }, Economy, IssueState.Rectifying, red: 0, yellow: 1);
        await StandsAsync(late with { Facts = late.Facts with { CurrentDue = Today.AddDays(60), Unit = Safety } }, Safety, IssueState.Rectifying, red: 0, yellow: 0);
        await StandsAsync(shelf.Issue("n-1", Today.AddDays(-40), IssueState.Closed), Economy, IssueState.Closed, red: 0, yellow: 0);
        await StandsAsync(shelf.Issue("n-1", Today.AddDays(-40), IssueState.Void), Economy, IssueState.Void, red: 0, yellow: 0);

        async Task StandsAsync(IssueRow row, UnitCode? unit, IssueState state, int red, int yellow)
        {
            await shelf.PutAsync(row);
            var ofPark = await shelf.Issues.CountsAsync(shelf.Park, Days, CancellationToken.None);
            var ofUnit = Assert.Single(await shelf.Issues.CountsByUnitAsync(shelf.Park, Days, CancellationToken.None));
            var ofTier = Assert.Single(await shelf.Issues.CountsByTierAsync(shelf.Park, Days, CancellationToken.None));
            var ofList = Assert.Single(await shelf.Issues.CountsByListAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], Days, CancellationToken.None));
            Assert.Equal((unit, Tier.Committee, (Shelf.Project, Shelf.Committee, unit)), (ofUnit.Key, ofTier.Key, ofList.Key));
            Assert.All([ofPark, ofUnit.Counts, ofTier.Counts, ofList.Counts], counts =>
            {
                Assert.Equal([new(state, 1)], counts.States);
                Assert.Equal((red, yellow), (counts.Red, counts.Yellow));
            });
        }
    }

    [Fact]
    public async Task Midnight_turns_a_light_without_a_write()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(shelf.Issue("n-1", new(2024, 2, 29)));

        Assert.Equal([(0, 0), (0, 1), (0, 1), (1, 0), (1, 0)], await Task.WhenAll(
            LitAsync(new(2024, 1, 31)), LitAsync(new(2024, 2, 21)), LitAsync(new(2024, 2, 29)), LitAsync(new(2024, 3, 1)), LitAsync(new(2024, 4, 30))));

        async Task<(int, int)> LitAsync(DateOnly day)
        {
            var counts = await shelf.Issues.CountsAsync(shelf.Park, LightDays.Of(day, Policy.Default, WorkCalendar.China), CancellationToken.None);
            return (counts.Red, counts.Yellow);
        }
    }

    [Fact]
    public async Task Counts_are_those_of_the_rows_whatever_the_filter()
    {
        await Gen.Select(Issues(40), Filters.List[12], Gen.Int[-40, 40]).SampleAsync(async (drawn, filters, later) =>
        {
            await using var shelf = await Shelf.OpenAsync(database);
            // Each number is drawn several times, so most issues move before they are counted.
            List<IssueRow> rows = [.. drawn.Select((issue, i) => issue(shelf, $"n-{i % 15}"))];
            foreach (var row in rows)
                await shelf.PutAsync(row);
            rows = [.. rows.GroupBy(row => (row.Facts.Project, row.Number)).Select(moves => moves.Last())];
            var days = LightDays.Of(Today.AddDays(later), Policy.Default, WorkCalendar.China);

            foreach (var filter in filters)
            {
                var fitting = rows.Count(row => Fits(row, filter, days));
                Assert.Equal(fitting, await shelf.Issues.CountAsync(shelf.Park, filter, days, CancellationToken.None));
                Assert.Equal(Math.Min(fitting, 4), await shelf.Issues.CountAsync(shelf.Park, filter, days, atMost: 3, CancellationToken.None));
            }
            Assert.Equal(Counted(rows, _ => "", days).DefaultIfEmpty(Shown("", IssueCounts.None)), [Shown("", await shelf.Issues.CountsAsync(shelf.Park, days, CancellationToken.None))]);
            Assert.Equal(Counted(rows, row => row.Facts.Unit, days), Shown(await shelf.Issues.CountsByUnitAsync(shelf.Park, days, CancellationToken.None)));
            Assert.Equal(Counted(rows, row => row.Facts.Tier, days), Shown(await shelf.Issues.CountsByTierAsync(shelf.Park, days, CancellationToken.None)));
            Assert.Equal(
                Counted(rows, row => (row.Facts.Project, row.Facts.List, row.Facts.Unit), days),
                Shown(await shelf.Issues.CountsByListAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], days, CancellationToken.None)));
            Assert.Equal(
                rows.Select(row => (row.Facts.Project, Light: days.Of(row.Facts))).Where(lit => lit.Light > Light.Green)
                    .GroupBy(lit => lit.Project, (project, lit) => (project, new DueIssues(lit.Count(row => row.Light is Light.Red), lit.Count(row => row.Light is Light.Yellow)))).OrderBy(lit => lit.project),
                (await shelf.Issues.DueAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], days, CancellationToken.None)).Select(lit => (lit.Key, lit.Value)).OrderBy(lit => lit.Key));
        }, iter: 12, threads: 1);
    }

    [Fact]
    public async Task Weeks_show_what_was_registered_and_closed_in_them()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            Registered("today", Today), Registered("six-days-ago", Today.AddDays(-6)), Registered("a-week-ago", Today.AddDays(-7)), Registered("long-ago", Today.AddDays(-21)),
            Registered("closed", Today.AddDays(-8)) with { LastClosedOn = Today.AddDays(-1) },
            Registered("reopened", Today.AddDays(-30), Shelf.OtherProject) with { LastClosedOn = Today.AddDays(-20) });

        Assert.Equal([(0, 1), (2, 0), (2, 1)], await WeeksAsync(null));
        Assert.Equal([(0, 0), (2, 0), (2, 1)], await WeeksAsync([Shelf.Project]));
        Assert.Equal([(0, 1), (2, 0), (2, 1)], await WeeksAsync([Shelf.Project, Shelf.OtherProject]));
        Assert.Equal([(0, 0), (0, 0), (0, 0)], await WeeksAsync([]));
        Assert.Equal([(0, 0), (0, 0), (0, 0)], await WeeksAsync(null, Safety));
        var weeks = await shelf.Issues.WeeksAsync(shelf.Park, null, null, Today, 12, CancellationToken.None);
        Assert.Equal((12, Today.AddDays(-83), Today), (weeks.Length, weeks[0].From, weeks[^1].Through));
        Assert.All(weeks.Zip(weeks.Skip(1)), pair => Assert.Equal(pair.First.Through.AddDays(1), pair.Second.From));

        IssueRow Registered(string number, DateOnly on, ProjectCode? project = null)
        {
            var issue = shelf.Issue(number, null);
            return issue with { Facts = issue.Facts with { RegisteredOn = on, Project = project ?? Shelf.Project } };
        }

        async Task<IEnumerable<(int, int)>> WeeksAsync(ProjectCode[]? projects, UnitCode? unit = null) =>
            (await shelf.Issues.WeeksAsync(shelf.Park, projects, unit, Today, 3, CancellationToken.None)).Select(week => (week.Registered, week.Closed));
    }

    [Fact]
    public async Task A_count_that_came_to_nothing_leaves_no_row()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(shelf.Issue("n-1", Today));
        await shelf.PutAsync(shelf.Issue("n-1", Today.AddDays(40), IssueState.Verifying));

        // Its state, its due date and month, and the day it was registered.
        Assert.Equal(4L, Convert.ToInt64(await database.ScalarAsync($"select count(*) from issue_total where park = '{shelf.Park}'")));
    }

    [Fact]
    public async Task Writers_of_several_processes_count_the_same_issues_together()
    {
        await using var other = database.OpenJournal();
        var park = Story.NewPark();
        var stories = Enumerable.Range(0, 40).Select(i => (Story: new Story(StreamName.Of(new ProjectId(park, new($"p-{i}")))), Journal: i % 2 == 0 ? database.Journal : other)).ToList();
        await using var shelf = await Shelf.OpenAsync(database);

        await Task.WhenAll(stories.Select(async writer =>
        {
            IssueRow? was = null;
            foreach (var state in new[] { IssueState.Registered, IssueState.Rectifying, IssueState.Verifying, IssueState.OnNotice, IssueState.Closed, IssueState.Rectifying })
            {
                var issue = shelf.Issue("n-1", Today.AddDays(-1), state);
                var now = issue with { Park = park, Facts = issue.Facts with { Project = writer.Story.Stream.Project!.Value } };
                await writer.Story.AddAsync(writer.Journal, writer.Story.Next(state + Guid.NewGuid().ToString(), 1,
                    [.. IssueTotalTable.Table.Move(was, now)]));
                was = now;
            }
        }));

        var counts = await shelf.Issues.CountsAsync(park, Days, CancellationToken.None);
        Assert.Equal([new(IssueState.Rectifying, 40)], counts.States);
        Assert.Equal(40, counts.Red);
    }

    [Fact]
    public async Task In_a_shared_commit_what_conflicts_or_repeats_is_not_counted_and_all_else_is_once()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var stories = Enumerable.Range(0, 120).Select(i => new Story(StreamName.Of(new ProjectId(shelf.Park, new($"p-{i}"))))).ToList();
        var late = stories.Where((_, i) => i % 17 == 0).ToDictionary(story => story, Counting);
        await Task.WhenAll(late.Keys.Select(story => story.AddAsync(database.Journal)));
        var repeated = Counting(stories[1]);
        await stories[1].AddAsync(database.Journal, repeated);

        var results = await Task.WhenAll(stories.Select(story =>
            database.Journal.AppendAsync(story == stories[1] ? repeated : late.GetValueOrDefault(story) ?? Counting(story), CancellationToken.None)));

        Assert.Equal(late.Count, results.OfType<AppendResult.Conflict>().Count());
        Assert.Single(results.OfType<AppendResult.Repeated>());
        Assert.Equal(stories.Count - late.Count, (await shelf.Issues.CountsAsync(shelf.Park, Days, CancellationToken.None)).Open);

        Append Counting(Story story)
        {
            var issue = shelf.Issue("n-1", Today);
            var now = issue with { Facts = issue.Facts with { Project = story.Stream.Project!.Value } };
            return story.Next("counting", 1, [.. IssueTotalTable.Table.Move(null, now)]);
        }
    }

    [Fact]
    public async Task A_ledger_from_before_the_counts_is_counted_when_it_is_brought_up_to_date()
    {
        await Issues(30).SampleAsync(async drawn =>
        {
            var upgraded = await MigratedAsync();
            await using var shelf = await Shelf.OpenAsync(database);
            List<IssueRow> rows = [.. drawn.Select((issue, i) => issue(shelf, $"n-{i}"))];
            await shelf.PutAsync(rows);
            await using (var session = await LedgerSessions.BeginAsync(upgraded, CancellationToken.None))
            {
                await session.PutAsync(IssueTable.Table, rows, CancellationToken.None);
                await session.CommitAsync();
            }

            // The step makes its table anew, so it may be taken again over rows written since; an older ledger lacks columns that rows now fill.
            await TestDatabase.ExecuteAsync(upgraded, Migration.AllFor(upgraded.Provider).Single(step => step.Name == "issue-totals").Sql);

            Assert.Equal(await database.Database.RowsAsync(IssueTotalTable.Table, shelf.Park), await upgraded.RowsAsync(IssueTotalTable.Table, shelf.Park));
        }, iter: 4, threads: 1);
    }

    private async Task<Database> MigratedAsync()
    {
        var made = await database.CreateAsync();
        await TestDatabase.Migrator(made).ApplyAsync(CancellationToken.None);
        return made;
    }

    private static Gen<List<Func<Shelf, string, IssueRow>>> Issues(int most) => Gen.Select(
        Gen.Enum<IssueState>(), Gen.Int[-70, 70], Gen.Int[0, 9], Gen.Enum<Grade>(), Gen.Select(Gen.Bool, Gen.Bool),
        (state, ahead, drawn, grade, place) => new Func<Shelf, string, IssueRow>((shelf, number) =>
        {
            var issue = shelf.Issue(number, drawn == 0 ? null : Today.AddDays(ahead), state);
            return issue with
            {
                LastClosedOn = drawn % 2 == 0 ? Today.AddDays(-drawn) : null,
                ExtensionPending = drawn % 3 == 0,
                RootCause = drawn % 4 == 0 ? RootCause.Land : RootCause.Unknown,
                Facts = issue.Facts with
                {
                    Project = place.Item1 ? Shelf.OtherProject : Shelf.Project,
                    List = place.Item2 ? Shelf.Branch : Shelf.Committee,
                    Tier = place.Item2 ? Tier.Branch : Tier.Committee,
                    Unit = drawn switch { < 2 => null, < 6 => Economy, _ => Safety },
                    Grade = grade,
                    RegisteredOn = state is IssueState.Draft ? null : Today.AddDays(-drawn),
                },
            };
        })).List[0, most];

    private static Gen<IssueFilter> Filters { get; } = Gen.Select(
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool), Gen.Enum<IssueState>().HashSet[0, 3], Gen.Enum<Light>().HashSet[0, 2], Gen.Enum<Grade>().HashSet[0, 1],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 8], Gen.Int[0, 8]),
        (flags, states, lights, grades, drawn) => new IssueFilter(
            Project: drawn.Item3 == 0 ? Shelf.Project : null,
            List: drawn.Item3 is 0 or 1 && flags.Item1 ? Shelf.Branch : null,
            Tiers: drawn.Item4 == 0 ? [Tier.Branch, Tier.Unit] : [],
            // Every open state together, as a page of open issues asks, or a few of any.
            States: drawn.Item4 is 1 or 2 ? [.. Enum.GetValues<IssueState>().Where(state => state.IsOpen())] : flags.Item2 ? [.. states] : [],
            Lights: flags.Item3 ? [.. lights] : [],
            Grades: [.. grades],
            Unit: drawn.Item3 is 2 or 3 ? Safety : null,
            Open: drawn.Item1 switch { 0 => true, 1 => false, _ => null },
            Overdue: drawn.Item2 switch { 0 => true, 1 => false, _ => null },
            Drafts: flags.Item4)
        {
            Within = drawn.Item4 == 3 ? [Shelf.OtherProject] : [],
            // What the totals do not tell.
            Registered = drawn.Item3 == 4 ? new DaySpan(Today.AddDays(-5), Today) : null,
            Closed = drawn.Item3 == 5 ? new DaySpan(Today.AddDays(-5), Today) : null,
            ExtensionPending = drawn.Item3 == 6 ? true : null,
            Causes = drawn.Item3 == 7 ? [RootCause.Land] : [],
        });

    private static bool Fits(IssueRow row, IssueFilter filter, LightDays days)
    {
        var facts = row.Facts;
        return (filter.Project is null || filter.Project == facts.Project)
            && (filter.List is null || filter.List == facts.List)
            && (filter.Within.IsEmpty || filter.Within.Contains(facts.Project))
            && (filter.Tiers.IsEmpty || filter.Tiers.Contains(facts.Tier))
            && (filter.States.IsEmpty || filter.States.Contains(facts.State))
            && (filter.Grades.IsEmpty || filter.Grades.Contains(facts.Grade))
            && (filter.Unit is null || filter.Unit == facts.Unit)
            && (filter.Open is null || filter.Open == facts.IsOpen)
            && (filter.Overdue is null || filter.Overdue == facts.IsOverdueOn(days.Day))
            && (filter.Lights.IsEmpty || (days.Of(facts) is { } light && filter.Lights.Contains(light)))
            && (filter.Drafts || facts.State is not IssueState.Draft)
            && (filter.Registered is not { } registered || (facts.RegisteredOn >= registered.From && facts.RegisteredOn <= registered.Until))
            && (filter.Closed is not { } closed || (row.LastClosedOn >= closed.From && row.LastClosedOn <= closed.Until))
            && (filter.ExtensionPending is null || filter.ExtensionPending == row.ExtensionPending)
            && (filter.Causes.IsEmpty || filter.Causes.Contains(row.RootCause));
    }

    private static IEnumerable<string> Counted<TKey>(List<IssueRow> rows, Func<IssueRow, TKey> by, LightDays days) => rows.GroupBy(by).OrderBy(group => group.Key).Select(group => Shown(
        $"{group.Key}",
        new(group.CountBy(row => row.Facts.State).ToImmutableSortedDictionary(), group.Count(row => days.Of(row.Facts) is Light.Red), group.Count(row => days.Of(row.Facts) is Light.Yellow))));

    private static IEnumerable<string> Shown<TKey>(ImmutableArray<CountGroup<TKey>> groups) => groups.Select(group => Shown($"{group.Key}", group.Counts));

    private static string Shown(string of, IssueCounts counts) => $"{of}: {string.Join(", ", counts.States)}, {counts.Red} red, {counts.Yellow} yellow";
}
