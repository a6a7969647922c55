using CsCheck;

namespace Projects.Storage.Tests;

public sealed class IssuePagesOnSqlite(OnSqlite database) : IssuePageTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class IssuePagesOnPostgres(OnPostgres database) : IssuePageTests(database), IClassFixture<OnPostgres>;

public abstract class IssuePageTests(TestDatabase database)
{
    private static readonly LightDays Days = LightDays.Of(new(2024, 1, 12), Policy.Default, WorkCalendar.China);

    [Fact]
    public async Task A_row_comes_back_as_it_was_put_with_the_names_of_list_and_project()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var plain = shelf.Issue("PZH-1", new(2024, 3, 1));
        var full = plain with
        {
            Number = new("攀枝花〔2024〕2号"),
            Facts = plain.Facts with
            {
                State = IssueState.Filed, Kind = IssueKind.Phased, Grade = Grade.Major, Rectified = true, EverClosed = true, Round = 2, TimesReturned = 1,
                ExtensionsGranted = 2, ReopenedAfterDays = 30, RequestedOn = new(2024, 1, 3), ClosedOn = new(2024, 1, 5), ReopenedOn = new(2023, 12, 30), AcceptedOn = new(2023, 11, 2),
            },
            RootCause = RootCause.Land,
            Category = "用地",
            Source = "走访",
            SupportingUnits = [new("planning"), new("safety")],
            Leader = new("leader-a"),
            Responsible = new("handler-a"),
            AcceptanceUnit = new("office"),
            FoundOn = new(2023, 10, 20),
            LastClosedOn = new(2024, 1, 5),
            ExtensionPending = true,
            FilingNumber = "备2024-1",
            NextReview = new(2024, 6, 1),
            MergedInto = new("PZH-9"),
        };
        await shelf.PutAsync(plain, full);

        var rows = await shelf.Issues.FindAsync(new(shelf.Park, Shelf.Project), [plain.Number, full.Number, new("none")], CancellationToken.None);

        Assert.Equal([Shown(plain), Shown(full)], rows.OrderBy(row => row.Facts.Round).Select(Shown));
        Assert.All(rows, row => Assert.Equal(("党工委清单", "项目 lithium"), (row.ListName, row.ProjectName)));
    }

    [Fact]
    public async Task A_row_put_again_takes_the_place_of_the_first()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var issue = shelf.Issue("PZH-1", new(2024, 3, 1));
        await shelf.PutAsync(issue);
        await shelf.PutAsync(issue with { Facts = issue.Facts with { State = IssueState.Verifying }, Version = 9 });

        var row = Assert.Single((await PageAsync(shelf, new(), IssueOrder.Due, 10)).Rows);

        Assert.Equal((IssueState.Verifying, 9), (row.Facts.State, row.Version));
    }

    [Fact]
    public async Task Another_parks_issues_are_never_seen()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await using var other = await Shelf.OpenAsync(database);
        await other.PutAsync(other.Issue("PZH-1", new(2024, 3, 1)));

        Assert.Empty((await PageAsync(shelf, new() { Text = "用地" }, IssueOrder.Due, 10)).Rows);
        Assert.Equal(0, await shelf.Issues.CountAsync(shelf.Park, new(), Days, CancellationToken.None));
        Assert.Empty(await shelf.Issues.FindAsync(new(shelf.Park, Shelf.Project), [new("PZH-1")], CancellationToken.None));
        Assert.Empty(await FactsAsync(shelf));
        Assert.Equal(0, (await shelf.Issues.CountsAsync(shelf.Park, Days, CancellationToken.None)).Open);
        Assert.Empty(await shelf.Issues.CountsByUnitAsync(shelf.Park, Days, CancellationToken.None));
        Assert.Empty(await shelf.Issues.CountsByTierAsync(shelf.Park, Days, CancellationToken.None));
        Assert.Empty(await shelf.Issues.CountsByListAsync(shelf.Park, [Shelf.Project], Days, CancellationToken.None));
        Assert.Empty(await shelf.Issues.DueAsync(shelf.Park, [Shelf.Project], Days, CancellationToken.None));
    }

    [Fact]
    public async Task Issues_come_by_due_date_and_those_without_one_last()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(shelf.Issue("a", null), shelf.Issue("b", new(2024, 3, 1)), shelf.Issue("c", new(2024, 2, 1)), shelf.Issue("d", new(2024, 3, 1)));

        Assert.Equal(["c", "b", "d", "a"], Numbers(await PageAsync(shelf, new(), IssueOrder.Due, 10)));
        Assert.Equal(["a", "d", "b", "c"], Numbers(await PageAsync(shelf, new(), IssueOrder.Due, 10, descending: true)));
        Assert.Equal(["a", "b", "c", "d"], Numbers(await PageAsync(shelf, new(), IssueOrder.Number, 10)));
        Assert.Equal(["d", "c", "b", "a"], Numbers(await PageAsync(shelf, new(), IssueOrder.Number, 10, descending: true)));
    }

    [Fact]
    public async Task Lights_come_red_then_yellow_then_green_and_within_one_by_due_date()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            shelf.Issue("green-open", new(2024, 6, 1)), shelf.Issue("green-closed", new(2023, 1, 1), IssueState.Closed), shelf.Issue("yellow", new(2024, 1, 26)),
            shelf.Issue("red-2", new(2024, 1, 11)), shelf.Issue("red-1", new(2023, 12, 1)), shelf.Issue("void", new(2023, 1, 1), IssueState.Void));

        Assert.Equal(["red-1", "red-2", "yellow", "green-closed", "green-open", "void"], Numbers(await PageAsync(shelf, new(), IssueOrder.Light, 10)));
        Assert.Equal(["void", "green-open", "green-closed", "yellow", "red-2", "red-1"], Numbers(await PageAsync(shelf, new(), IssueOrder.Light, 10, descending: true)));
    }

    [Fact]
    public async Task Each_filter_takes_what_it_says_and_no_more()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var issue = shelf.Issue("plain", new(2024, 6, 1));
        await shelf.PutAsync(
            issue,
            issue with { Number = new("project"), Facts = issue.Facts with { Project = Shelf.OtherProject } },
            issue with { Number = new("list"), Facts = issue.Facts with { List = Shelf.Branch } },
            issue with { Number = new("tier"), Facts = issue.Facts with { Tier = Tier.Unit } },
            issue with { Number = new("state"), Facts = issue.Facts with { State = IssueState.OnNotice } },
            issue with { Number = new("draft"), Facts = issue.Facts with { State = IssueState.Draft } },
            issue with { Number = new("closed"), Facts = issue.Facts with { State = IssueState.Closed, CurrentDue = new(2023, 1, 1) } },
            issue with { Number = new("grade"), Facts = issue.Facts with { Grade = Grade.Major } },
            issue with { Number = new("unit"), Facts = issue.Facts with { Unit = new("safety") } },
            issue with { Number = new("leader"), Leader = new("leader-b") },
            issue with { Number = new("red"), Facts = issue.Facts with { CurrentDue = new(2024, 1, 11) } },
            issue with { Number = new("yellow"), Facts = issue.Facts with { CurrentDue = new(2024, 1, 12) } },
            issue with { Number = new("cause"), RootCause = RootCause.Land },
            issue with { Number = new("extension"), ExtensionPending = true },
            issue with { Number = new("ball"), Ball = new([Role.LedgerOffice], null, []) },
            issue with { Number = new("text"), Description = "蒸汽管网未通" });

        await TakesAsync(new() { Project = Shelf.OtherProject }, "project");
        await TakesAsync(new() { List = Shelf.Branch }, "list");
        await TakesAsync(new() { Tiers = [Tier.Unit] }, "tier");
        await TakesAsync(new() { States = [IssueState.OnNotice] }, "state");
        await TakesAsync(new() { States = [IssueState.OnNotice, IssueState.Closed] }, "closed", "state");
        await TakesAsync(new() { States = [IssueState.Draft] });
        await TakesAsync(new() { States = [IssueState.Draft], Drafts = true }, "draft");
        await TakesAsync(new() { Open = false }, "closed");
        await TakesAsync(new() { Open = false, Drafts = true }, "closed", "draft");
        await TakesAsync(new() { Grades = [Grade.Major, Grade.Larger] }, "grade");
        await TakesAsync(new() { Unit = new UnitCode("safety") }, "unit");
        await TakesAsync(new() { Leader = new PersonId("leader-b") }, "leader");
        await TakesAsync(new() { Lights = [Light.Red] }, "red");
        await TakesAsync(new() { Lights = [Light.Red, Light.Yellow] }, "red", "yellow");
        await TakesAsync(new() { Overdue = true }, "red");
        await TakesAsync(new() { Overdue = false, Lights = [Light.Red, Light.Yellow] }, "yellow");
        await TakesAsync(new() { Causes = [RootCause.Land, RootCause.Market] }, "cause");
        await TakesAsync(new() { ExtensionPending = true }, "extension");
        await TakesAsync(new() { Balls = [new([Role.LedgerOffice], null, [])] }, "ball");
        await TakesAsync(new() { Balls = [] });
        await TakesAsync(new() { Text = "管网" }, "text");
        await TakesAsync(new() { Text = "管网", Unit = new UnitCode("safety") });
        await TakesAsync(new() { Unit = new UnitCode("' or 1 = 1 --") });

        async Task TakesAsync(IssueFilter filter, params string[] numbers)
        {
            Assert.Equal(numbers, Numbers(await PageAsync(shelf, filter, IssueOrder.Number, 20)));
            Assert.Equal(numbers.Length, await shelf.Issues.CountAsync(shelf.Park, filter, Days, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Everybody_an_issue_waits_for_is_told_once_and_another_parks_never()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await using var other = await Shelf.OpenAsync(database);
        var handler = shelf.Issue("a", new(2024, 3, 1));
        await shelf.PutAsync(
            handler, handler with { Number = new("b") }, handler with { Number = new("c"), Ball = new([Role.LedgerOffice], null, []) },
            handler with { Number = new("d"), Ball = new([], null, []) });
        await other.PutAsync(other.Issue("a", null) with { Ball = new([Role.Verifier], null, [new("stranger")]) });

        var balls = await shelf.Issues.BallsAsync(shelf.Park, CancellationToken.None);

        Assert.Equal([[], [Role.Handler, Role.UnitHead], [Role.LedgerOffice]], balls.Select(ball => ball.Roles.ToArray()).OrderBy(roles => roles.FirstOrDefault()).ThenBy(roles => roles.Length).ToArray());
        Assert.Equal([new PersonId("handler-a")], balls.Single(ball => ball.Unit == new UnitCode("economy")).People);
    }

    [Fact]
    public async Task Every_grouping_counts_each_issue_that_fits_once()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var issue = shelf.Issue("n-0", new(2024, 6, 1));
        await shelf.PutAsync(
            issue,
            issue with { Number = new("n-1"), Facts = issue.Facts with { CurrentDue = new(2024, 1, 11) } },
            issue with { Number = new("n-2"), Facts = issue.Facts with { CurrentDue = new(2024, 1, 12), Unit = null, List = Shelf.Branch } },
            issue with { Number = new("n-3"), Facts = issue.Facts with { Project = Shelf.OtherProject, State = IssueState.Void }, RootCause = RootCause.Land },
            issue with { Number = new("n-4"), Facts = issue.Facts with { State = IssueState.Draft } });

        Assert.Equal([("economy", 3, 1, 0), (null, 1, 0, 1)], await GroupsAsync(IssueGrouping.Unit));
        Assert.Equal([("committee", 2, 1, 0), ("branch", 1, 0, 1), ("committee", 1, 0, 0)], await GroupsAsync(IssueGrouping.List));
        Assert.Equal([("lithium", 3, 1, 1), ("phosphorus", 1, 0, 0)], await GroupsAsync(IssueGrouping.Project));
        Assert.Equal([("Rectifying", 3, 1, 1), ("Void", 1, 0, 0)], await GroupsAsync(IssueGrouping.State));
        Assert.Equal([("Unknown", 3, 1, 1), ("Land", 1, 0, 0)], await GroupsAsync(IssueGrouping.Cause));
        Assert.Equal(
            [("Green", 1, 0, 0), ("Red", 1, 1, 0), ("Yellow", 1, 0, 1), (null, 1, 0, 0)],
            (await GroupsAsync(IssueGrouping.Light)).OrderBy(group => group.Item1 is null).ThenBy(group => group.Item1, StringComparer.Ordinal));

        async Task<IEnumerable<(string?, int, int, int)>> GroupsAsync(IssueGrouping grouping) =>
            (await shelf.Issues.GroupsAsync(shelf.Park, new(), grouping, Days, CancellationToken.None)).Select(group => (group.Key, group.Issues, group.Red, group.Yellow));
    }

    [Fact]
    public async Task A_count_goes_no_further_than_it_is_asked_to()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(Enumerable.Range(1, 6).Select(i => shelf.Issue($"n-{i}", new(2024, 3, i))));

        Assert.Equal(4, await shelf.Issues.CountAsync(shelf.Park, new(), Days, 3, CancellationToken.None));
        Assert.Equal(6, await shelf.Issues.CountAsync(shelf.Park, new(), Days, 6, CancellationToken.None));
    }

    [Fact]
    public async Task Pages_of_any_size_and_order_show_every_issue_once()
    {
        await Gen.Select(Issues(30), Gen.Int[1, 7], Gen.Enum<IssueOrder>(), Gen.Bool).SampleAsync(async (drawn, size, order, descending) =>
        {
            await using var shelf = await Shelf.OpenAsync(database);
            var rows = drawn.Select((issue, i) => issue(shelf, $"n-{i}")).ToList();
            await shelf.PutAsync(rows);

            var paged = await AllPagesAsync(shelf, new() { Drafts = true }, order, descending, size);

            Assert.Equal(Sorted(rows, order, descending).Select(row => row.Number), paged.Select(row => row.Number));
        }, iter: 20, threads: 1);
    }

    [Fact]
    public async Task What_changes_between_two_pages_neither_doubles_nor_hides_another_row()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(Enumerable.Range(1, 6).Select(i => shelf.Issue($"n-{i}", new(2024, 3, i))));

        var first = await PageAsync(shelf, new() { Open = true }, IssueOrder.Due, 3);
        await shelf.PutAsync(shelf.Issue("n-1", new(2024, 3, 1), IssueState.Closed), shelf.Issue("n-3", new(2024, 3, 3), IssueState.Closed), shelf.Issue("n-0", new(2024, 2, 1)));
        var second = await PageAsync(shelf, new() { Open = true }, IssueOrder.Due, 3, after: first.Next);

        Assert.Equal(["n-1", "n-2", "n-3"], Numbers(first));
        Assert.Equal(["n-4", "n-5", "n-6"], Numbers(second));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task The_light_of_the_query_is_the_light_of_the_rules()
    {
        await Issues(25).SampleAsync(async drawn =>
        {
            await using var shelf = await Shelf.OpenAsync(database);
            var rows = drawn.Select((issue, i) => issue(shelf, $"n-{i}")).ToList();
            await shelf.PutAsync(rows);

            foreach (var light in Enum.GetValues<Light>())
            {
                var expected = rows.Where(row => IssueLight.Of(row.Facts, Days.Day, Policy.Default, WorkCalendar.China) == light).Select(row => row.Number);
                var page = await PageAsync(shelf, new() { Lights = [light], Drafts = true }, IssueOrder.Number, 100);
                Assert.Equal(expected.Order(), page.Rows.Select(row => row.Number));
                Assert.All(page.Rows, row => Assert.Equal(light, Days.Of(row.Facts)));
            }
        }, iter: 8, threads: 1);
    }

    [Fact]
    public async Task Rates_come_from_the_ledger_alone()
    {
        await Issues(25).SampleAsync(async drawn =>
        {
            await using var shelf = await Shelf.OpenAsync(database);
            var rows = drawn.Select((issue, i) => issue(shelf, $"n-{i}")).ToList();
            await shelf.PutAsync(rows);

            var rates = await shelf.Issues.RatesAsync(shelf.Park, null, Days.Day, Policy.Default, WorkCalendar.China, CancellationToken.None);
            var expected = IssueRates.Of(rows.Select(row => row.Facts), [], Days.Day, Policy.Default, WorkCalendar.China);

            Assert.Equal(expected.Whole.Rates.Select(rate => rate.Rate), rates.Whole.Rates.Select(rate => rate.Rate));
            Assert.Equal(rows.Where(row => row.Facts.State.IsInBooks()).Select(row => row.Facts).ToHashSet(), (await FactsAsync(shelf)).ToHashSet());
        }, iter: 8, threads: 1);
    }

    [Fact]
    public void A_place_can_be_carried_as_text()
    {
        IssuePlace[] places = [new(Light.Red, new(2024, 1, 12), new("lithium"), new("攀-1.2_3")), new(null, DateOnly.MaxValue, new("a"), new("b"))];

        Assert.All(places, place => Assert.Equal(place, IssuePlace.TryParse(place.ToString(), out var read) ? read : null));
        Assert.All(["", "x", "Red/2024-02-30/a/b", "Pink/2024-01-12/a/b", "Red/2024-01-12//b"], text => Assert.False(IssuePlace.TryParse(text, out _)));
    }

    private static Gen<List<Func<Shelf, string, IssueRow>>> Issues(int most) => Gen.Select(
        Gen.Enum<IssueState>(), Gen.Int[-30, 60], Gen.Bool, Gen.Bool, Gen.Bool,
        (state, ahead, due, other, branch) => new Func<Shelf, string, IssueRow>((shelf, number) =>
        {
            var issue = shelf.Issue(number, due ? Days.Day.AddDays(ahead) : null, state);
            return issue with
            {
                Facts = issue.Facts with
                {
                    Project = other ? Shelf.OtherProject : Shelf.Project,
                    List = branch ? Shelf.Branch : Shelf.Committee,
                    ClosedOn = state.IsClosed() ? Days.Day.AddDays(-ahead) : null,
                },
            };
        })).List[0, most];

    private static IEnumerable<IssueRow> Sorted(IEnumerable<IssueRow> rows, IssueOrder order, bool descending)
    {
        var sorted = order == IssueOrder.Number
            ? rows.OrderBy(row => row.Number).ThenBy(row => row.Facts.Project)
            : rows.OrderBy(row => order == IssueOrder.Light ? Rank(Days.Of(row.Facts)) : 0).ThenBy(row => row.DueOrder).ThenBy(row => row.Facts.Project).ThenBy(row => row.Number);
        return descending ? sorted.Reverse() : sorted;
    }

    private static int Rank(Light? light) => light switch { Light.Red => 0, Light.Yellow => 1, Light.Green => 2, _ => 3 };

    private static async Task<List<IssueRow>> AllPagesAsync(Shelf shelf, IssueFilter filter, IssueOrder order, bool descending, int size)
    {
        var rows = new List<IssueRow>();
        IssuePlace? after = null;
        do
        {
            var page = await PageAsync(shelf, filter, order, size, descending, after);
            Assert.True(page.Rows.Length == size || page.Next is null);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private static Task<IssuePage> PageAsync(Shelf shelf, IssueFilter filter, IssueOrder order, int size, bool descending = false, IssuePlace? after = null) =>
        shelf.Issues.PageAsync(shelf.Park, filter, order, descending, size, after, Days, CancellationToken.None);

    private static async Task<List<IssueFacts>> FactsAsync(Shelf shelf)
    {
        var facts = new List<IssueFacts>();
        await foreach (var issue in shelf.Issues.FactsAsync(shelf.Park, null, CancellationToken.None))
            facts.Add(issue);
        return facts;
    }

    private static IEnumerable<string> Numbers(IssuePage page) => page.Rows.Select(row => row.Number.Value);

    // Everything a row says, arrays by what is in them.
    private static string Shown(IssueRow row) => LedgerJson.Of(row with { ListName = "", ProjectName = "" });
}
