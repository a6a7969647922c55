using Projects.Grains;
using Projects.Storage;
using Request = Projects.Grains.Request;

namespace Projects.Cluster.Tests;

/// <summary>周报 drafted by the platform: nothing missed, nothing twice, whoever was down and however many draft at once.</summary>
public abstract class WeeklyTests(Cluster cluster)
{
    private static readonly PersonId Clerk = PersonId.Of("clerk");
    private static int made;

    [Fact]
    public async Task Not_before_its_cut_off_has_settled_is_a_week_drafted()
    {
        var park = await BegunAsync();
        var week = (await ParkAsync(park)).Weekly.Due!.Value;

        cluster.Clock.StandAt(week.CutOff + ReportDrafter.Settling - TimeSpan.FromMicroseconds(1));
        await DrafterOf(0).DraftDueAsync(CancellationToken.None);
        Assert.Empty((await ParkAsync(park)).Weekly.Reports);

        cluster.Clock.StandAt(week.CutOff + ReportDrafter.Settling);
        await DrafterOf(0).DraftDueAsync(CancellationToken.None);
        Assert.Equal(week, Assert.Single((await ParkAsync(park)).Weekly.Reports).Week);
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_drafted_on_return_in_turn_and_once()
    {
        var park = await BegunAsync();
        var first = (await ParkAsync(park)).Weekly.Due!.Value;

        cluster.Clock.StandAt(first.CutOff.AddDays(7 * 5).AddHours(9));
        await DrafterOf(0).DraftDueAsync(CancellationToken.None);
        var reports = (await ParkAsync(park)).Weekly.Reports;
        await DrafterOf(0).DraftDueAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 6).Select(week => first.Last.AddDays(7 * week)), reports.Select(report => report.Last));
        Assert.All(reports.GroupBy(report => report.Number.Year), year => Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(report => report.Number.No)));
        Assert.Equal(reports, (await ParkAsync(park)).Weekly.Reports);
    }

    [Fact]
    public async Task Many_that_draft_at_once_give_each_week_one_number()
    {
        var park = await BegunAsync();
        cluster.Clock.StandAt((await ParkAsync(park)).Weekly.Due!.Value.CutOff.AddDays(7 * 3).AddHours(9));

        var drafted = await Task.WhenAll(Enumerable.Range(0, 6).Select(no => Task.Run(() => DrafterOf(no % cluster.Silos).DraftDueAsync(CancellationToken.None))));
        var reports = (await ParkAsync(park)).Weekly.Reports;

        Assert.Equal(4, reports.Length);
        Assert.Distinct(reports.Select(report => report.Number));
        Assert.Distinct(reports.Select(report => report.Last));
        Assert.True(drafted.Sum() >= 4, $"drafted {string.Join(", ", drafted)}");
    }

    [Fact]
    public async Task A_draft_says_what_it_was_made_from_and_reads_the_same_on_every_silo()
    {
        var park = await BegunAsync();
        cluster.Clock.StandAt((await ParkAsync(park)).Weekly.Due!.Value.CutOff.AddHours(9));
        await DrafterOf(0).DraftDueAsync(CancellationToken.None);
        var known = await ParkAsync(park);
        var report = Assert.Single(known.Weekly.Reports);

        // Recorded after the cut-off, it is not this report's.
        Assert.IsType<Outcome.Done>(await cluster.Desk.InstallAsync(park, new AddUnit(UnitCode.Of("late"), "后设单位"), Request.Once()));
        for (var silo = 0; silo < cluster.Silos; silo++)
        {
            var document = await cluster.Service<WeeklyReading>(silo).OfAsync(known, report.Week, CancellationToken.None);
            Assert.Equal((report.InputDigest, report.Number.No, (DateOnly?)null), (document!.Seal.InputDigest, document.Head.No, document.Head.IssuedOn));
        }
    }

    private ReportDrafter DrafterOf(int silo) => cluster.Service<ReportDrafter>(silo);

    private ValueTask<Park> ParkAsync(ParkCode park) => cluster.Service<ParkBook>(0).FreshAsync(park);

    /// <summary>A park of its own whose reports begin with the week that is not over yet.</summary>
    private async Task<ParkCode> BegunAsync()
    {
        var park = ParkCode.Of($"weekly-{Interlocked.Increment(ref made)}");
        foreach (var command in new ParkCommand[]
        {
            new FoundPark("周报园区", "示例市", "示例省"),
            new AddUnit(Cluster.Office, "整改办"),
            new AddPerson(Clerk, "整改办经办甲"),
            new Appoint(Clerk, Role.LedgerOffice, Cluster.Office, new DateOnly(2020, 1, 1)),
        })
            Assert.IsType<Outcome.Done>(await cluster.Desk.InstallAsync(park, command, Request.Once()));
        var begun = new StartReports(Cluster.Office, ReportWeek.OverAt(cluster.Desk.Now).Next.Last);
        Assert.IsType<Outcome.Done>(await cluster.Desk.ExecuteAsync(new Caller(park, Clerk, ActorKind.Person), park, begun, Request.Once()));
        return park;
    }
}

public sealed class WeeklyOnSqlite(SqliteCluster cluster) : WeeklyTests(cluster), IClassFixture<SqliteCluster>;

public sealed class WeeklyOnPostgres(PostgresCluster cluster) : WeeklyTests(cluster), IClassFixture<PostgresCluster>;
