using Npgsql;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>What holds when a database has more than one process on it, or goes away in the midst of a write.</summary>
public sealed class SharedDatabaseTests(ITestOutputHelper output)
{
    private const int Writers = 4;

    [Fact]
    public async Task Two_processes_on_one_database_lose_nothing_double_nothing_and_see_each_other()
    {
        await using var home = await Home.OnPostgresAsync();
        var otherFolder = Directory.CreateTempSubdirectory("projects-fault-other-").FullName;
        await using var one = new Lives(home);
        await using var other = new Lives(home, otherFolder);
        await Site.SetUpAsync(await one.BeginAsync(), Writers * 2);
        await other.BeginAsync();
        var writers = Enumerable.Range(0, Writers * 2).Select(no => new Writer(no % 2 == 0 ? one : other, no)).ToList();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(writers.Select(writer => Task.Run(() => writer.WorkAsync(enough.Token))));

        await Task.WhenAll(one.AnsweredAsync(150), other.AnsweredAsync(150));
        await enough.CancelAsync();
        await work;

        var last = await Wire.AnswerAsync(
            new V1.IssueService.IssueServiceClient((await one.CurrentAsync()).GrpcAs("clerk")).CreateIssueAsync(new() { Parent = Site.Project, IssueId = "SEEN-1", RequestId = "writer-seen", Issue = Site.NewIssue("另一进程可见") }),
            issue => issue.Etag, issue => issue.Name);
        var seen = await new V1.LedgerService.LedgerServiceClient((await other.CurrentAsync()).GrpcAs("clerk")).ListLedgerAsync(new() { Parent = Site.Park, Filter = new() { Text = "另一进程可见" } });
        var registered = await new V1.IssueService.IssueServiceClient((await other.CurrentAsync()).GrpcAs("clerk")).RegisterIssueAsync(new() { Name = last.Name });
        Assert.Equal(last.Name, Assert.Single(seen.Rows).Issue);
        Assert.Equal(V1.IssueState.Registered, registered.State);

        await one.StopAsync();
        await other.StopAsync();
        Directory.Delete(otherFolder, recursive: true);
        var acknowledged = writers.SelectMany(writer => writer.Acknowledged).Append(new Acknowledged("writer-seen", last, 1)).ToList();
        var events = await Truth.HoldsAsync(home.Database, acknowledged);
        output.WriteLine($"2 processes: {acknowledged.Count} commands acknowledged, {acknowledged.Count(command => command.Attempts > 1)} sent again after a conflict; {events} events.");
    }

    [Fact]
    public async Task A_database_that_cuts_every_session_leaves_commands_recorded_once_or_to_be_sent_again()
    {
        const int Cuts = 12;
        await using var home = await Home.OnPostgresAsync();
        await using var lives = new Lives(home);
        await Site.SetUpAsync(await lives.BeginAsync(), Writers * 2);
        var writers = Enumerable.Range(0, Writers * 2).Select(no => new Writer(lives, no)).ToList();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(writers.Select(writer => Task.Run(() => writer.WorkAsync(enough.Token))));
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(home.Database.ConnectionString) { Pooling = false, ApplicationName = "fault" }.ToString());
        var random = new Random(20240112);
        var cut = 0L;

        for (var i = 0; i < Cuts; i++)
        {
            await lives.AnsweredAsync(random.Next(1, 40));
            await using var terminate = source.CreateCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name <> 'fault'");
            cut += (long)(await terminate.ExecuteScalarAsync())!;
        }
        await lives.AnsweredAsync(40);
        await enough.CancelAsync();
        await work;
        await lives.StopAsync();

        var acknowledged = writers.SelectMany(writer => writer.Acknowledged).ToList();
        var events = await Truth.HoldsAsync(home.Database, acknowledged);
        output.WriteLine($"{Cuts} cuts, {cut} sessions ended: {acknowledged.Count} commands acknowledged, {acknowledged.Count(command => command.Attempts > 1)} sent again, "
            + $"{acknowledged.Count(command => command.Answer.Repeated)} answered from their first recording; {events} events.");
        Assert.True(cut > 0);
    }

    [Fact]
    public async Task A_database_set_not_to_wait_for_its_disk_is_not_obeyed()
    {
        await using var home = await Home.OnPostgresAsync();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(home.Database.ConnectionString) { Pooling = false }.ToString());
        await using (var lax = source.CreateCommand(
            """
            do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$;
            create table commit_seen (setting text not null);
            create function see_commit() returns trigger language plpgsql as
              $$ begin insert into commit_seen values (current_setting('synchronous_commit')); return new; end $$;
            create trigger see_commit after insert on journal for each row execute function see_commit();
            """))
            await lax.ExecuteNonQueryAsync();
        await using var lives = new Lives(home);
        await Site.SetUpAsync(await lives.BeginAsync(), writers: 1);
        await lives.StopAsync();

        await using var seen = source.CreateCommand("select string_agg(distinct setting, ',') from commit_seen");
        await using var now = source.CreateCommand("select current_setting('synchronous_commit')");
        Assert.Equal(("on", "off"), ((string)(await seen.ExecuteScalarAsync())!, (string)(await now.ExecuteScalarAsync())!));
    }
}
