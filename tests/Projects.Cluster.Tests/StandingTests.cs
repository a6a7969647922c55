using Microsoft.Extensions.Logging.Abstractions;
using Projects.Grains;
using Projects.Storage;
using Request = Projects.Grains.Request;

namespace Projects.Cluster.Tests;

/// <summary>What is kept of projects in memory is what the ledger says, after every command, in each process.</summary>
public abstract class StandingTests(Cluster cluster, int silos)
{
    private static readonly ProjectCode Project = ProjectCode.Of("standing");
    private static readonly ProjectCode Other = ProjectCode.Of("another");
    private static readonly ListCode List = ListCode.Of("list");
    private static readonly IssueNumber Number = IssueNumber.Of("WT-1");
    private static readonly Caller Clerk = Cluster.Officer with { Person = PersonId.Of("clerk") };

    [Fact]
    public async Task What_is_kept_of_projects_is_never_behind_the_ledger()
    {
        foreach (var command in new ParkCommand[] { new AddPerson(Clerk.Person, "台账员"), new Appoint(Clerk.Person, Role.LedgerOffice, Cluster.Office, new DateOnly(2020, 1, 1)) })
            Assert.IsType<Outcome.Done>(await cluster.Desk.InstallAsync(Cluster.Park, command, Request.Once()));
        var today = (await InsightAsync(0)).Today;
        (Caller Who, ProjectCode Project, ProjectCommand Command)[] story =
        [
            (Cluster.Officer, Other, new RegisterProject(ProjectKind.New, Named("另一项目"))),
            (Cluster.Officer, Project, new RegisterProject(ProjectKind.New, Named("磷酸铁锂"))),
            (Cluster.Officer, Project, new PlanMilestone(MilestoneCode.Of("start"), "开工", null, today.AddDays(60), [])),
            (Cluster.Officer, Project, new ForecastMilestone(MilestoneCode.Of("start"), today.AddDays(90), "用地未批")),
            (Cluster.Officer, Project, new SetInvestmentPlan(today.Year, InvestmentBasis.Works, Money.Wan(1_200), [.. Enumerable.Repeat(Money.Wan(100), 12)])),
            (Cluster.Officer, Project, new RecordInvestment(EntryCode.Of("e-1"), Month.Of(today), InvestmentBasis.Works, InvestmentCategory.Equipment, Money.Wan(80), null, null)),
            (Clerk, Project, new OpenList(List, new ListParticulars("问题清单", Tier.Committee, "调度会", Measure.Closed))),
            (Clerk, Project, new IssueTheList(List)),
            (Clerk, Project, new DraftIssue(List, Number, new IssueParticulars("便道未通", Leader: Cluster.Officer.Person, LeadUnit: Cluster.Office, Criteria: ["贯通"], Measures: ["修筑"], Due: today.AddDays(2)))),
            (Clerk, Project, new RegisterIssue(Number)),
            (Cluster.Officer, Other, new AmendProject(Named("另一项目，改名"))),
        ];

        foreach (var (who, project, command) in story)
        {
            var outcome = await cluster.Desk.ExecuteAsync(who, Cluster.Park, project, command, Request.Once());

            Assert.True(outcome is Outcome.Done, $"{command}: {outcome}");
            for (var silo = 0; silo < silos; silo++)
                Assert.Equal(await AnewAsync(silo), await KeptAsync(silo));
        }
        Assert.Contains("另一项目，改名", await KeptAsync(0), StringComparison.Ordinal);
        Assert.Contains("closure_rate 0.0 % 0/1", await KeptAsync(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_anew_while_nothing_changes()
    {
        var insight = await InsightAsync(0);
        var standings = cluster.Service<ParkStandings>(0);

        Assert.Same(await standings.OfAsync(insight, CancellationToken.None), await standings.OfAsync(await InsightAsync(0), CancellationToken.None));
        Assert.Same(await cluster.Service<ParkRates>(0).OfAsync(insight, CancellationToken.None), await cluster.Service<ParkRates>(0).OfAsync(insight, CancellationToken.None));
    }

    [Fact]
    public async Task Another_policy_is_judged_by_at_once_in_each_process()
    {
        var late = ProjectCode.Of("late");
        var policy = (await InsightAsync(0)).Park.Policy;
        await TellAsync(late, new RegisterProject(ProjectKind.New, Named("迟开工")), new PlanMilestone(MilestoneCode.Of("start"), "开工", null, (await InsightAsync(0)).Today.AddDays(-40), []));
        Assert.Equal(Light.Yellow, await StartOfAsync(0, late));

        foreach (var (months, light) in new[] { (1, Light.Red), (policy.StartMissedRedMonths, Light.Yellow) })
        {
            Assert.IsType<Outcome.Done>(await cluster.Desk.InstallAsync(Cluster.Park, new SetPolicy(policy with { StartMissedRedMonths = months }), Request.Once()));
            for (var silo = 0; silo < silos; silo++)
                Assert.Equal(light, await StartOfAsync(silo, late));
        }
    }

    [Fact]
    public async Task A_ledger_made_anew_is_read_anew_though_no_stream_moved()
    {
        var mended = ProjectCode.Of("mended");
        await TellAsync(mended, new RegisterProject(ProjectKind.New, Named("原名")));
        await cluster.SqlAsync("update project_ledger set name = 'damaged' where project = 'mended' and {0} is not null", [0]);
        Assert.Contains("mended damaged", await KeptAsync(0), StringComparison.Ordinal);

        Assert.Contains(
            await new LedgerRebuilder(cluster.Database, NullLogger<LedgerRebuilder>.Instance).RebuildAsync(replace: true, CancellationToken.None),
            table => table is { Table: "project_ledger", Same: false });

        Assert.Contains("mended 原名", await KeptAsync(0), StringComparison.Ordinal);
    }

    private async Task TellAsync(ProjectCode project, params ProjectCommand[] story)
    {
        foreach (var command in story)
        {
            var outcome = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, command, Request.Once());
            Assert.True(outcome is Outcome.Done, $"{command}: {outcome}");
        }
    }

    private async Task<Light> StartOfAsync(int silo, ProjectCode project) =>
        Assert.Single((await cluster.Service<ParkStandings>(silo).OfAsync(await InsightAsync(silo), CancellationToken.None))[project].Reasons.OfType<LightReason.StartMissed>()).Light;

    private static Particulars Named(string name) => new(name, null, Cluster.Office, null, null, null, null, null, null);

    private async Task<Insight> InsightAsync(int silo) => (await cluster.DeskOf(silo).InsightAsync(Cluster.Officer, Cluster.Park, fresh: true))!;

    private async Task<string> KeptAsync(int silo) => await ShownAsync(silo, cluster.Service<ParkStandings>(silo));

    private Task<string> AnewAsync(int silo) => ShownAsync(silo, new ParkStandings(
        cluster.Service<LedgerReach>(silo), cluster.Service<ProjectLedger>(silo), cluster.Service<ListLedger>(silo), cluster.Service<IssueLedger>(silo), cluster.Service<MilestoneLedger>(silo),
        cluster.Service<InvestmentLedger>(silo)));

    // Everything there is, as a board would say it.
    private async Task<string> ShownAsync(int silo, ParkStandings standings)
    {
        var seen = await standings.OfAsync(await InsightAsync(silo), CancellationToken.None);
        return string.Join('\n', seen.Values.SelectMany(standing => (string[])
        [
            $"{standing.Project.Project} {standing.Project.Name} {standing.Project.Version} {standing.Light}",
            .. standing.Reasons.Select(reason => Words.Of(reason).Zh),
            .. standing.Lists.Select(list => $"{list.List} {list.Status}"),
            .. standing.Rates.Whole.Rates.Select(rate => $"{rate.Code} {rate.Show(Language.Chinese)} {rate.Rate?.Numerator.Lower}/{rate.Rate?.Denominator.Lower}"),
            .. standing.Milestones.Select(count => $"{count}"),
            .. standing.Investment.Select(figures => $"{figures}"),
            .. standing.Due.Select(due => $"{due}"),
        ]));
    }
}

public sealed class StandingsOnSqlite(SqliteCluster cluster) : StandingTests(cluster, silos: 1), IClassFixture<SqliteCluster>;

public sealed class StandingsOnPostgres(PostgresCluster cluster) : StandingTests(cluster, silos: 2), IClassFixture<PostgresCluster>;
