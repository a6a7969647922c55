using Request = Projects.Grains.Request;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Cluster.Tests;

/// <summary>What the one front door promises, on one silo over SQLite and on two over PostgreSQL.</summary>
public abstract class DeskTests(Cluster cluster)
{
    private static int made;

    [Fact]
    public async Task A_command_is_recorded_with_who_when_and_which_request()
    {
        var project = ProjectCode.Of($"recorded-{Interlocked.Increment(ref made)}");

        var outcome = await RegisterAsync(project, new Request("first-request"));

        var recorded = Assert.Single(Assert.IsType<Outcome.Done>(outcome).Events);
        Assert.Equal((1, "first-request", Cluster.Officer.Person, Role.ProjectOfficer), (recorded.Version, recorded.RequestId, recorded.By.Person, recorded.By.Role));
        Assert.True(recorded.ParkVersion > 0);
        Assert.Equal("磷酸铁锂", (await CardAsync(project))?.Particulars?.Name);
    }

    [Fact]
    public async Task A_repeat_returns_the_first_result_and_records_nothing()
    {
        var project = await ProjectAsync();
        var request = new Request("say-it-twice");
        var first = Assert.IsType<Outcome.Done>(await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("第二版"), request));

        var again = Assert.IsType<Outcome.Done>(await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("第二版"), request));

        Assert.True(again.Repeated);
        Assert.Equal(first.Events[0].Version, again.Events[0].Version);
        Assert.Equal(first.Events[0].At.ToUnixTimeMilliseconds(), again.Events[0].At.ToUnixTimeMilliseconds());
        Assert.Equal(2, (await CardAsync(project))!.Version);
    }

    [Fact]
    public async Task A_repeat_that_would_now_be_refused_still_returns_the_first_result()
    {
        var project = ProjectCode.Of($"refused-{Interlocked.Increment(ref made)}");
        await RegisterAsync(project, new Request("register"));
        var amended = new AmendProject(Named("改名")) { Expected = 1 };
        var first = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, amended, new Request("amend-once"));

        var again = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, amended, new Request("amend-once"));
        var stale = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, amended with { Particulars = Named("又改名") }, new Request("amend-twice"));

        Assert.False(Assert.IsType<Outcome.Done>(first).Repeated);
        Assert.True(Assert.IsType<Outcome.Done>(again).Repeated);
        Assert.IsType<ChangedMeanwhile>(Assert.IsType<Outcome.Refused>(stale).Refusal);
    }

    [Fact]
    public async Task When_another_process_was_first_the_command_is_decided_again_on_what_it_did()
    {
        var project = await ProjectAsync();
        await using (var other = cluster.OtherProcess())
        {
            var stream = StreamName.Of(new ProjectId(Cluster.Park, project));
            var head = (await other.HeadAsync(stream, CancellationToken.None))!;
            var rename = new Recorded(2, new ProjectAmended(Named("别的进程")), new By(Cluster.Officer.Person, Role.ProjectOfficer, Cluster.Office), new DateOnly(2024, 1, 12), DateTimeOffset.UnixEpoch, "elsewhere", 1);
            Assert.IsType<AppendResult.Committed>(await other.AppendAsync(new Append(stream, head.Version, head.Hash, [rename], []), CancellationToken.None));
        }

        var outcome = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("在后"), Request.Once());

        Assert.Equal(3, Assert.Single(Assert.IsType<Outcome.Done>(outcome).Events).Version);
        Assert.Equal("在后", (await CardAsync(project))!.Particulars!.Name);
    }

    [Fact]
    public async Task What_another_process_did_is_known_before_anything_is_refused()
    {
        var project = await ProjectAsync();
        await using (var other = cluster.OtherProcess())
        {
            var stream = StreamName.Of(new ProjectId(Cluster.Park, project));
            var head = (await other.HeadAsync(stream, CancellationToken.None))!;
            var phase = new Recorded(2, new PhaseAdded(new("p1"), "首期", null, Stage.Idea), new By(Cluster.Officer.Person, Role.ProjectOfficer, Cluster.Office), new DateOnly(2024, 1, 12), DateTimeOffset.UnixEpoch, "elsewhere", 1);
            Assert.IsType<AppendResult.Committed>(await other.AppendAsync(new Append(stream, head.Version, head.Hash, [phase], []), CancellationToken.None));
        }

        var outcome = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, new AdvanceStage(new("p1"), Stage.Signed), Request.Once());

        Assert.Equal(3, Assert.Single(Assert.IsType<Outcome.Done>(outcome).Events).Version);
    }

    [Fact]
    public async Task A_request_id_of_somebody_else_returns_nothing_of_theirs()
    {
        var project = await ProjectAsync();
        await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("甲的"), new Request("taken"));
        var colleague = Cluster.Officer with { Person = PersonId.Of($"colleague-{Interlocked.Increment(ref made)}") };
        await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(colleague.Person, "同事"), Request.Once());
        await cluster.Desk.InstallAsync(Cluster.Park, new Appoint(colleague.Person, Role.ProjectOfficer, Cluster.Office, new DateOnly(2020, 1, 1)), Request.Once());

        var anew = await cluster.Desk.ExecuteAsync(colleague, Cluster.Park, project, Amend("乙的"), new Request("taken"));
        var refused = await cluster.Desk.ExecuteAsync(colleague, Cluster.Park, project, Amend(""), new Request("taken"));

        Assert.All([anew, refused], outcome => Assert.IsType<RequestIdReused>(Assert.IsType<Outcome.Refused>(outcome).Refusal));
        Assert.Equal("甲的", (await CardAsync(project))!.Particulars!.Name);
    }

    [Fact]
    public async Task A_request_id_used_for_another_command_is_refused_and_not_taken_for_its_repeat()
    {
        var project = await ProjectAsync();
        await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("先"), new Request("used"));

        var other = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, new AddPhase(new("p1"), "首期", null), new Request("used"));

        Assert.IsType<RequestIdReused>(Assert.IsType<Outcome.Refused>(other).Refusal);
        Assert.Empty((await CardAsync(project))!.Phases);
    }

    [Fact]
    public async Task A_request_id_is_not_taken_for_a_repeat_when_the_same_kind_of_command_says_something_else()
    {
        var project = await ProjectAsync();
        await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("先"), new Request("same-kind"));

        var other = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("后"), new Request("same-kind"));
        var refused = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend(""), new Request("same-kind"));
        var alreadySo = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("先"), new Request("same-kind"));

        Assert.All([other, refused], outcome => Assert.IsType<RequestIdReused>(Assert.IsType<Outcome.Refused>(outcome).Refusal));
        Assert.True(Assert.IsType<Outcome.Done>(alreadySo).Repeated);
        Assert.Equal("先", (await CardAsync(project))!.Particulars!.Name);
    }

    [Fact]
    public async Task A_repeat_is_known_after_its_actor_lost_the_right_and_whatever_version_it_now_names()
    {
        var project = await ProjectAsync();
        var leaver = Cluster.Officer with { Person = PersonId.Of($"leaver-{Interlocked.Increment(ref made)}") };
        var since = new DateOnly(2020, 1, 1);
        await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(leaver.Person, "调离的人"), Request.Once());
        await cluster.Desk.InstallAsync(Cluster.Park, new Appoint(leaver.Person, Role.ProjectOfficer, Cluster.Office, since), Request.Once());
        var amended = Amend("离任前");
        await cluster.Desk.ExecuteAsync(leaver, Cluster.Park, project, amended, new Request("before-leaving"));
        await cluster.Desk.InstallAsync(Cluster.Park, new EndAppointment(leaver.Person, Role.ProjectOfficer, Cluster.Office), new Request("leaves", cluster.Desk.Today.AddDays(-1)));

        var again = await cluster.Desk.ExecuteAsync(leaver, Cluster.Park, project, amended with { Expected = 2 }, new Request("before-leaving"));
        var anew = await cluster.Desk.ExecuteAsync(leaver, Cluster.Park, project, Amend("离任后"), Request.Once());

        Assert.True(Assert.IsType<Outcome.Done>(again).Repeated);
        Assert.IsType<RoleMissing>(Assert.IsType<Outcome.Refused>(anew).Refusal);
    }

    [Fact]
    public async Task A_parks_request_id_is_bound_to_its_command_as_well()
    {
        var (first, second) = (PersonId.Of($"first-{Interlocked.Increment(ref made)}"), PersonId.Of($"second-{Interlocked.Increment(ref made)}"));
        var request = new Request($"add-{first}");
        await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(first, "先来"), request);

        var other = await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(second, "后到"), request);
        var again = await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(first, "先来"), request);

        Assert.IsType<RequestIdReused>(Assert.IsType<Outcome.Refused>(other).Refusal);
        Assert.True(Assert.IsType<Outcome.Done>(again).Repeated);
    }

    [Fact]
    public async Task Two_hundred_commands_at_once_to_one_project_make_two_hundred_versions()
    {
        var project = await ProjectAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend($"第{i}版"), Request.Once())));

        var versions = outcomes.Select(outcome => Assert.Single(Assert.IsType<Outcome.Done>(outcome).Events).Version).Order();
        Assert.Equal(Enumerable.Range(2, 200).Select(version => (long)version), versions);
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_write_in_progress_and_shows_only_what_is_committed()
    {
        var project = await ProjectAsync();
        Task<Outcome> write;
        await using (await cluster.HoldWritersAsync())
        {
            write = cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("还未提交"), Request.Once());
            var seen = await CardAsync(project);
            Assert.Equal("磷酸铁锂", seen!.Particulars!.Name);
            Assert.False(write.IsCompleted, "Phase: write held. Expected: still waiting. Seen: completed.");
        }
        Assert.IsType<Outcome.Done>(await write);
        Assert.Equal("还未提交", (await CardAsync(project))!.Particulars!.Name);
    }

    [Fact]
    public async Task A_project_put_to_sleep_wakes_as_it_was()
    {
        var project = await ProjectAsync();
        for (var i = 0; i < Snapshot.WorthKeepingEvents + 5; i++)
            await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend($"第{i}版"), Request.Once());
        var before = await CardAsync(project);

        await cluster.SleepAsync(project);
        var asleep = await CardAsync(project);
        var after = await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend("醒来之后"), Request.Once());

        Assert.Equal(before!.Version, asleep!.Version);
        Assert.Equal(before.Particulars, asleep.Particulars);
        Assert.Equal(before.Version + 1, Assert.Single(Assert.IsType<Outcome.Done>(after).Events).Version);
    }

    [Theory]
    [InlineData("update orleansstorage set payloadbinary = {0}", "rotten")]
    [InlineData("update orleansstorage set payloadbinary = null", "")]
    public async Task A_project_whose_snapshot_is_rotten_wakes_from_its_journal(string sql, string payload)
    {
        var project = await ProjectAsync();
        for (var i = 0; i < Snapshot.WorthKeepingEvents + 5; i++)
            await cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, Amend($"第{i}版"), Request.Once());
        var before = await CardAsync(project);
        await cluster.SleepAsync(project);

        Assert.True(await cluster.SqlAsync(sql, System.Text.Encoding.UTF8.GetBytes(payload)) > 0);

        Assert.Equal(before!.Particulars, (await CardAsync(project))!.Particulars);
    }

    [Fact]
    public async Task Another_park_is_not_found_even_by_its_name()
    {
        var project = await ProjectAsync();
        var stranger = Cluster.Officer with { Park = ParkCode.Of("elsewhere") };

        var outcome = await cluster.Desk.ExecuteAsync(stranger, Cluster.Park, project, Amend("外人"), Request.Once());

        Assert.IsType<NotFound>(Assert.IsType<Outcome.Refused>(outcome).Refusal);
        Assert.Null(await cluster.Desk.InsightAsync(stranger, Cluster.Park));
    }

    [Fact]
    public async Task A_right_taken_away_ends_with_the_next_command()
    {
        var project = await ProjectAsync();
        var leaver = Cluster.Officer with { Person = PersonId.Of($"leaver-{Interlocked.Increment(ref made)}") };
        var role = new Appoint(leaver.Person, Role.ProjectOfficer, Cluster.Office, new DateOnly(2020, 1, 1));
        await cluster.Desk.InstallAsync(Cluster.Park, new AddPerson(leaver.Person, "离任者"), Request.Once());
        await cluster.Desk.InstallAsync(Cluster.Park, role, Request.Once());
        Assert.IsType<Outcome.Done>(await cluster.Desk.ExecuteAsync(leaver, Cluster.Park, project, Amend("在任"), Request.Once()));

        await cluster.Desk.InstallAsync(Cluster.Park, new EndAppointment(leaver.Person, Role.ProjectOfficer, Cluster.Office), Request.Once());

        var outcome = await cluster.Desk.ExecuteAsync(leaver, Cluster.Park, project, Amend("离任"), Request.Once());
        Assert.Equal(Reason.Forbidden, Assert.IsType<Outcome.Refused>(outcome).Refusal.Reason);
    }

    private static AmendProject Amend(string name) => new(Named(name));

    private static Particulars Named(string name) => new(name, null, Cluster.Office, null, null, null, null, null, null);

    private Task<Outcome> RegisterAsync(ProjectCode project, Request request) =>
        cluster.Desk.ExecuteAsync(Cluster.Officer, Cluster.Park, project, new RegisterProject(ProjectKind.New, Named("磷酸铁锂")), request);

    private async Task<ProjectCode> ProjectAsync()
    {
        var project = ProjectCode.Of($"project-{Interlocked.Increment(ref made)}");
        Assert.IsType<Outcome.Done>(await RegisterAsync(project, Request.Once()));
        return project;
    }

    private async Task<Project?> CardAsync(ProjectCode project) =>
        await cluster.Desk.CardAsync((await cluster.Desk.InsightAsync(Cluster.Officer, Cluster.Park))!, project);
}

public sealed class DeskOnSqlite(SqliteCluster cluster) : DeskTests(cluster), IClassFixture<SqliteCluster>;

public sealed class DeskOnPostgres(PostgresCluster cluster) : DeskTests(cluster), IClassFixture<PostgresCluster>;
