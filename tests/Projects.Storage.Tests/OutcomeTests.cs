using Projects.Domain.Tests.Issues;

namespace Projects.Storage.Tests;

public sealed class OutcomesOnSqlite(OnSqlite database) : OutcomeTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class OutcomesOnPostgres(OnPostgres database) : OutcomeTests(database), IClassFixture<OnPostgres>;

public abstract class OutcomeTests(TestDatabase database)
{
    private static readonly IssueNumber Number = new("WZ-001");
    private static readonly By Clerk = new(Cast.Clerk, Role.LedgerOffice, Cast.Office);

    [Fact]
    public async Task How_issues_fared_is_told_of_the_days_asked_for_the_latest_first()
    {
        var park = Story.NewPark();
        await AppendAsync(park, new("lithium"),
            (new IssueClosed(Number), new(2024, 1, 4)),
            (new ProgressReported(Number, "推进", null), new(2024, 1, 6)),
            (new IssueReopened(Number, ReopenCause.Rebound, "反弹", new(2024, 3, 1), ["再整改"], ClosingTerms.Of(Park.Unknown(park), Grade.Ordinary)), new(2024, 1, 5)),
            (new ExtensionDecided(Number, true, new(2024, 4, 1), null), new(2024, 1, 12)),
            (new ClosureReturned(Number, IssueState.Verifying, "佐证不足"), new(2024, 1, 13)));
        await AppendAsync(park, new("phosphorus"), (new IssueClosed(Number), new(2024, 1, 11)));
        await AppendAsync(Story.NewPark(), new("lithium"), (new IssueClosed(Number), new(2024, 1, 11)));

        var outcomes = await database.Journal.OutcomesAsync(park, new(new(2024, 1, 5), new(2024, 1, 12)), 10, CancellationToken.None);

        Assert.Equal(
            [("lithium", typeof(ExtensionDecided)), ("phosphorus", typeof(IssueClosed)), ("lithium", typeof(IssueReopened))],
            outcomes.Select(outcome => (outcome.Project.Value, outcome.Recorded.Event.GetType())));
        Assert.Equal(2, (await database.Journal.OutcomesAsync(park, new(new(2024, 1, 5), new(2024, 1, 12)), 2, CancellationToken.None)).Count);
    }

    private Task AppendAsync(ParkCode park, ProjectCode project, params (Event Event, DateOnly On)[] happened)
    {
        var at = new DateTimeOffset(2024, 1, 13, 2, 0, 0, TimeSpan.Zero);
        var events = happened.Index().Select(one => new Recorded(one.Index + 1, one.Item.Event, Clerk, one.Item.On, at, "request-1", 1));
        return database.Journal.AppendAsync(new Append(StreamName.Of(new ProjectId(park, project)), 0, EventChain.Start, [.. events], []), CancellationToken.None);
    }
}
