using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Projects.Grains;
using Projects.Storage;
using Projects.Tests;
using Projects.Web.Board;
using Projects.Web.Ledger;
using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>
/// W1: the board and a filtered page of the ledger as they come from the server, whole, to somebody who sees all of a park of 500 projects and
/// 100,000 issues; beside them what their reads wait for SQL. Then what a board asks for that stands open while nothing happens.
/// </summary>
internal sealed class Pages : ITarget
{
    private const int Issues = 100_000;
    private const int IssuesAProject = 200;
    private const int Runs = 40;

    /// <summary>The project that changes; told in the journal, after the 500 of the books.</summary>
    private const int Changing = Issues / IssuesAProject;

    private const string Board = "/board";
    private const string Overdue = "/ledger?unit=unit-7&overdue=true";
    private const string OfProject = "/ledger?project=p-7&grade=Larger&order=number";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public string Code => "W1";
    public string Promise => "board and filtered ledger page, 500 projects and 100,000 issues: rendered in 100 ms, and quiet when idle";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"{Issues / IssuesAProject} projects, {Issues:#,0} issues");
        var books = new Books(town);
        await using (var journal = town.OpenJournal())
        {
            await new Tale(town, Changing).BeginAsync(journal, issues: 5);
            await books.TellWeekAsync(journal, projects: 30, issuesEach: 15);
        }
        await books.FillAsync(Issues, IssuesAProject);

        await using var server = await ground.ServeAsync();
        var token = await town.SignLeaderInAsync();
        await PagesAsync(bench, town, server, token);
        await IdleAsync(bench, ground, server, token);
    }

    private async Task PagesAsync(Bench bench, Town town, RunningServer server, string token)
    {
        using var visit = new PageVisit(server, token);
        await using var reads = new PageReads(town);
        Bench.Say("pages");
        var began = Stopwatch.GetTimestamp();
        await visit.OpenAsync(Board, BoardShown);
        bench.Find(Code, "board, the first after the start", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms", null, Wish.None);

        await FindAsync("board", Board, BoardShown, reads.BoardAsync);
        await FindAsync("ledger, overdue issues of a unit", Overdue, LedgerShown, () => reads.LedgerAsync(Overdue));
        await FindAsync("ledger, larger issues of a project by number", OfProject, LedgerShown, () => reads.LedgerAsync(OfProject));

        var issues = new V1.IssueService.IssueServiceClient(server.GrpcWith(town.TokenOf(Changing)));
        var changes = 0;
        var changed = new double[Runs];
        for (var i = -Runs; i < Runs; i++)
        {
            await issues.ReportProgressAsync(new V1.ReportProgressRequest { Name = Tale.NameOf(Changing, issue: 0), Progress = string.Create(CultureInfo.InvariantCulture, $"第{++changes}次") });
            began = Stopwatch.GetTimestamp();
            await visit.OpenAsync(Board, BoardShown);
            if (i >= 0)
                changed[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        bench.Find(Code, "board, each time after a change", changed.Order().ElementAt(Runs / 2), "ms", null, Wish.AtMost(100, "ms"));

        async Task FindAsync(string what, string path, string proof, Func<Task> read)
        {
            var whole = await Bench.MedianMsAsync(Runs, () => visit.OpenAsync(path, proof));
            var (sql, statements) = await reads.Sql.MeasureAsync(Runs, read);
            bench.Find(Code, $"{what}, whole page beside the SQL in it", whole, "ms", sql, Wish.AtMost(100, "ms"));
            bench.Find(Code, $"{what}: reads", statements, "", null, Wish.None);
        }
    }

    private async Task IdleAsync(Bench bench, Ground ground, RunningServer server, string token)
    {
        Bench.Say("the server alone");
        var alone = await WatchAsync(ground, server, page: null);
        Bench.Say("an idle board");
        await using var page = await IdlePage.OpenAsync(server, token, Board);
        var idle = await WatchAsync(ground, server, page);
        bench.Find(Code, "idle board: messages both ways", idle.Messages, "/min", null, Wish.AtMost(60, "/min"));
        bench.Find(Code, "idle board: requests", idle.Requests, "/min", null, Wish.AtMost(0, "/min"));
        bench.Find(Code, "idle board: CPU of the server, beside the server's alone", idle.CpuMsASecond, "ms/s", alone.CpuMsASecond, Wish.AtMostBeyond(10, "ms/s"));
        if (idle.Statements is { } statements)
            bench.Find(Code, "idle board: statements at the database, beside the server's alone", statements, "/min", alone.Statements, Wish.AtMostBeyond(30, "/min"));
    }

    /// <summary>What comes and goes by itself.</summary>
    private static async Task<Idle> WatchAsync(Ground ground, RunningServer server, IdlePage? page)
    {
        // What went before is over, and PostgreSQL has counted it.
        await Task.Delay(Settling);
        var (messages, requests, cpu, statements) = (page?.Messages ?? 0, page?.Requests ?? 0, ProcessFigures.Cpu(server.ProcessId), await StatementsAsync(ground));
        await Task.Delay(Watched);
        var minutes = Watched.TotalMinutes;
        return new(
            ((page?.Messages ?? 0) - messages) / minutes, ((page?.Requests ?? 0) - requests) / minutes,
            (ProcessFigures.Cpu(server.ProcessId) - cpu).TotalMilliseconds / Watched.TotalSeconds, (await StatementsAsync(ground) - statements) / minutes);
    }

    /// <param name="Statements">Null where nobody counts them.</param>
    private sealed record Idle(double Messages, double Requests, double CpuMsASecond, double? Statements);

    /// <summary>Each statement of ours is a transaction. Null on SQLite, which does not count them; the pages there ask the same.</summary>
    private static async Task<long?> StatementsAsync(Ground ground)
    {
        if (ground.Database.Provider != DatabaseProvider.Postgres)
            return null;
        await using var source = NpgsqlDataSource.Create(ground.Database.ConnectionString);
        await using var command = source.CreateCommand("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()");
        return (long?)await command.ExecuteScalarAsync();
    }

    private const string BoardShown = "lit-counts";
    private const string LedgerShown = "data-row";
}
