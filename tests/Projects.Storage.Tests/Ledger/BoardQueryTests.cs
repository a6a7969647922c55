using CsCheck;

namespace Projects.Storage.Tests;

public sealed class BoardQueriesOnSqlite(OnSqlite database) : BoardQueryTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class BoardQueriesOnPostgres(OnPostgres database) : BoardQueryTests(database), IClassFixture<OnPostgres>;

public abstract class BoardQueryTests(TestDatabase database)
{
    private static readonly DateOnly Today = new(2024, 1, 12);
    private static readonly DateOnly Monday = new(2024, 1, 1);
    private static readonly LightDays Days = LightDays.Of(Today, Policy.Default, WorkCalendar.China);

    [Fact]
    public async Task Weeks_count_what_was_registered_and_what_was_closed_in_them_and_empty_ones_stand_too()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            Registered(shelf, "before", new(2023, 12, 31)), Registered(shelf, "first", Monday), Registered(shelf, "sunday", new(2024, 1, 7)), Registered(shelf, "second", new(2024, 1, 8)),
            Registered(shelf, "after", new(2024, 1, 22)), Registered(shelf, "void", Monday, IssueState.Void),
            Registered(shelf, "closed", new(2023, 11, 1), IssueState.Closed) with { LastClosedOn = new(2024, 1, 9) },
            Registered(shelf, "reopened", new(2023, 11, 1)) with { LastClosedOn = Monday });

        var weeks = await shelf.Issues.WeeksAsync(shelf.Park, projects: null, unit: null, Monday.AddDays(20), 3, CancellationToken.None);

        Assert.Equal([(Monday, 3, 1), (new(2024, 1, 8), 1, 1), (new(2024, 1, 15), 0, 0)], weeks.Select(week => (week.From, week.Registered, week.Closed)));
        Assert.Equal([4, 2], [weeks.Sum(week => week.Registered), weeks.Sum(week => week.Closed)]);
        Assert.Equal(["first", "sunday", "void"], await NumbersAsync(shelf, new() { Registered = weeks[0].Days }));
        Assert.Equal(["closed"], await NumbersAsync(shelf, new() { Closed = weeks[1].Days }));
    }

    [Fact]
    public async Task Weeks_and_causes_are_of_the_projects_asked_for()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var mine = shelf.Issue("mine", new(2024, 1, 1)) with { RootCause = RootCause.Land };
        var other = mine with { Number = new("other"), Facts = mine.Facts with { Project = Shelf.OtherProject }, RootCause = RootCause.Market };
        await shelf.PutAsync(mine, other, mine with { Number = new("in-time"), Facts = mine.Facts with { CurrentDue = Today } });

        Assert.Equal(3, (await shelf.Issues.WeeksAsync(shelf.Park, null, null, new(2023, 11, 5), 1, CancellationToken.None))[0].Registered);
        Assert.Equal(1, (await shelf.Issues.WeeksAsync(shelf.Park, [Shelf.OtherProject], null, new(2023, 11, 5), 1, CancellationToken.None))[0].Registered);
        Assert.Equal(0, (await shelf.Issues.WeeksAsync(shelf.Park, [], null, new(2023, 11, 5), 1, CancellationToken.None))[0].Registered);
        Assert.Equal(
            [new(Shelf.Project, RootCause.Land, new(1, 1)), new(Shelf.OtherProject, RootCause.Market, new(1, 0))],
            await shelf.Issues.DueByCauseAsync(shelf.Park, [Shelf.Project, Shelf.OtherProject], Days, CancellationToken.None));
        Assert.Empty(await shelf.Issues.DueByCauseAsync(shelf.Park, [], Days, CancellationToken.None));
        Assert.Equal(["mine"], await NumbersAsync(shelf, new() { Causes = [RootCause.Land], Overdue = true }));
        Assert.Equal(["in-time", "other", "mine"], await DueAsync(new(2024, 1, 1), Today, null));
        Assert.Equal(["in-time", "mine"], await DueAsync(new(2024, 1, 1), Today, [Shelf.Project]));
        Assert.Equal(["in-time"], await DueAsync(new(2024, 1, 2), Today, null));
        Assert.Empty(await DueAsync(new(2024, 1, 1), Today, []));

        async Task<IEnumerable<string>> DueAsync(DateOnly from, DateOnly until, IReadOnlyCollection<ProjectCode>? within) =>
            (await shelf.Issues.DueInAsync(shelf.Park, within, new(from, until), 10, CancellationToken.None)).Select(due => due.Number.Value);
    }

    [Fact]
    public async Task The_rows_behind_a_rate_are_as_many_as_its_numbers_say()
    {
        await Facts.Array[80].SampleAsync(async drawn =>
        {
            await using var shelf = await Shelf.OpenAsync(database);
            await shelf.PutAsync(drawn.Select((facts, place) => shelf.Issue($"r-{place}", null) with { Facts = facts }));

            var rates = await shelf.Issues.RatesAsync(shelf.Park, null, Today, Policy.Default, WorkCalendar.China, CancellationToken.None);

            foreach (var rate in rates.Whole.Rates)
            {
                Assert.True(RateRows.IsKnown(rate.Code));
                Assert.Equal(rate.Rate!.Numerator.Lower, await CountAsync(shelf, rate.Code, counted: true));
                Assert.Equal(rate.Rate.Denominator.Lower, await CountAsync(shelf, rate.Code, counted: false));
            }
        }, iter: 6, threads: 1);
    }

    [Fact]
    public async Task A_quoted_lists_own_items_are_behind_no_rate_of_completion()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(ListTable.Table.Put(new(
            shelf.Park, Shelf.Project, Shelf.Committee, "党工委清单", Tier.Committee, "主题教育", Measure.Closed, ListStatus.Issued, null,
            Figure.Parse("90余"), Figure.Parse("70余"), "报道", Today, 2)));
        await shelf.PutAsync(shelf.Issue("quoted", new(2024, 3, 1)), shelf.Issue("single", new(2024, 3, 1)) with { Facts = shelf.Issue("", new(2024, 3, 1)).Facts with { Project = Shelf.OtherProject } });

        Assert.Equal(1, await CountAsync(shelf, "closure_rate", counted: false));
        Assert.Equal(2, await CountAsync(shelf, "extension_rate", counted: false));
    }

    private static Gen<IssueFacts> Facts { get; } =
        from state in Gen.Enum<IssueState>()
        from kind in Gen.Enum<IssueKind>()
        from flags in Gen.Bool.Array[3]
        from counts in Gen.Int[0, 2].Array[3]
        from days in Gen.Int[-20, 20].Array[5]
        select new IssueFacts
        {
            Project = Shelf.Project, List = Shelf.Committee, Tier = Tier.Committee, Measure = Measure.Closed, Unit = new("economy"), State = state, Kind = kind, Grade = Grade.Ordinary,
            RegisteredOn = new(2023, 11, 1), OriginalDue = Today.AddDays(days[0]), CurrentDue = flags[2] ? null : Today.AddDays(days[1]), Round = 1 + counts[0] / 2, Rectified = flags[0],
            RequestedOn = days[2] > 10 ? null : Today.AddDays(days[2]), ClosedOn = state.IsClosed() ? Today.AddDays(days[3]) : null, EverClosed = flags[1],
            ReopenedAfterDays = flags[1] ? 170 + days[4] : null, TimesReturned = counts[1], ExtensionsGranted = counts[2],
        };

    private static IssueRow Registered(Shelf shelf, string number, DateOnly on, IssueState state = IssueState.Rectifying)
    {
        var issue = shelf.Issue(number, new(2024, 6, 1), state);
        return issue with { Facts = issue.Facts with { RegisteredOn = on } };
    }

    private static Task<int> CountAsync(Shelf shelf, string rate, bool counted) =>
        shelf.Issues.CountAsync(shelf.Park, new() { Rate = new(rate, counted, Policy.Default.ReboundCalendarDays) }, Days, CancellationToken.None);

    private static async Task<IEnumerable<string>> NumbersAsync(Shelf shelf, IssueFilter filter) =>
        (await shelf.Issues.PageAsync(shelf.Park, filter, IssueOrder.Number, false, 100, null, Days, CancellationToken.None)).Rows.Select(row => row.Number.Value);
}
